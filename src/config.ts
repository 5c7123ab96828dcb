import { config as readDotenv } from 'dotenv';
import { z } from 'zod';
import { UserError } from './errors.ts';

const optional = (schema: z.ZodString) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);
const positive = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** Every variable that the program reads; .env.example explains them. */
const schema = z.object({
  DISCORD_TOKEN: optional(z.string().min(20, 'looks too short for a bot token')),
  DISCORD_API_URL: z.url({ protocol: /^https?$/ }).default('https://discord.com/api'),
  DISCORD_PUBLIC_KEY: optional(z.string().regex(/^[0-9a-f]{64}$/i, 'must be the 64 hexadecimal digits of the portal')),
  TRANSPORT: z.enum(['gateway', 'http']).optional(),
  HTTP_PORT: port(8080),
  METRICS_PORT: port(9090),
  SHARDS: z.union([z.literal('auto'), z.coerce.number().int().min(1).max(1000)]).optional(),
  ATTACHMENT_HOSTS: z
    .string()
    .transform((hosts) => new Set(hosts.split(',').map((host) => host.trim())))
    .default(new Set(['cdn.discordapp.com', 'media.discordapp.net'])),
  RATE_PER_USER: positive(8),
  RATE_OVERALL: positive(100),
  KNOWLEDGE_DIR: z.string().min(1).default('knowledge'),
  VERIFY_RAW_URL: z.url().default('https://raw.githubusercontent.com'),
  VERIFY_API_URL: z.url().default('https://api.github.com'),
  VERIFY_SITE_URL: z.url().optional(),
  CACHE_DIR: z.string().min(1).default('.cache'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type Config = z.infer<typeof schema>;

/** Reads `.env` and the environment. Throws one `UserError` that names each bad variable. */
export function loadConfig(): Config {
  readDotenv({ quiet: true });
  return parseConfig(process.env);
}

function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  // In a shard, discord.js uses the same name for the number of that shard.
  if (filled.SHARDING_MANAGER) delete filled.SHARDS;
  const result = schema.safeParse(filled);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new UserError(`The configuration is not usable:\n${lines.join('\n')}\n.env.example explains each variable.`);
}

/** The bot's token. Throws a `UserError` that says where to get one, and how to do without. */
export function requireToken({ DISCORD_TOKEN }: Pick<Config, 'DISCORD_TOKEN'>): string {
  if (DISCORD_TOKEN) return DISCORD_TOKEN;
  throw new UserError(
    'DISCORD_TOKEN is not set. Copy .env.example to .env and put the token of your bot there ' +
      '(https://discord.com/developers/applications).\nTo try the bot without Discord: npm run ask -- "your question"',
  );
}

/** The key that Discord signs requests with. Throws a `UserError` that says where to find it. */
export function requirePublicKey({ DISCORD_PUBLIC_KEY }: Pick<Config, 'DISCORD_PUBLIC_KEY'>): string {
  if (DISCORD_PUBLIC_KEY) return DISCORD_PUBLIC_KEY;
  throw new UserError(
    'DISCORD_PUBLIC_KEY is not set. It stands on the General Information page of your application ' +
      '(https://discord.com/developers/applications).\nTo try the bot without Discord: npm run ask -- "your question"',
  );
}
