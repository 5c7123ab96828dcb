import {
  type CacheWithLimitsOptions,
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayDispatchEvents,
  Options,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import pRetry, { AbortError } from 'p-retry';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { createHandler } from '../discord/handler.ts';
import { type Incoming, parseInteraction } from '../discord/incoming.ts';
import { createSeen } from '../discord/seen.ts';
import { sendAgain } from '../discord/send.ts';

export interface GatewayOptions {
  token: string;
  /** Discord's API, without the version. */
  apiUrl: string;
  handle: ReturnType<typeof createHandler>;
  log: Logger;
  /** This process is one shard of several, and discord.js reads from its environment which. */
  isShard?: boolean;
}

export interface Gateway {
  client: Client;
  /** Stops taking interactions, waits for those in flight, and disconnects. */
  close(): Promise<void>;
}

/** Somebody else answered, or too late: nothing to mend, and nobody to tell. */
const TOO_LATE = new Set<number | string>([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
]);

/** An interaction's token lives for 15 minutes; one that comes twice after a resumed connection comes within that. */
const REMEMBERED = { max: 10_000, ttl: 15 * 60_000 };

/** Everybody who ever asked would be kept otherwise. Of the users the client needs only itself. */
const KEEP_NOTHING: CacheWithLimitsOptions = {
  UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
  GuildMemberManager: 0,
  MessageManager: 0,
};

/** Discord may be down when we start: the waits grow from one second to a minute, for about a quarter of an hour. */
const START = { retries: 20, minTimeout: 1000, maxTimeout: 60_000, randomize: true };

/**
 * Connects to Discord's gateway without any intent: interactions come without one. Tries again while Discord can't be
 * reached. Rejects with a `UserError` if Discord refuses the token.
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  return pRetry(() => connectOnce(options), {
    ...START,
    onFailedAttempt: ({ error }) => options.log.warn({ err: error }, 'Discord could not be reached, trying again'),
  });
}

// --- internal ---

async function connectOnce({ token, apiUrl, handle, log, isShard }: GatewayOptions): Promise<Gateway> {
  // Without a manager, one process holds all the shards that Discord recommends.
  const shards = isShard ? {} : { shards: 'auto' as const };
  const client = new Client({
    intents: [],
    rest: { api: apiUrl },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(KEEP_NOTHING),
    ...shards,
  });
  const inFlight = new Set<Promise<void>>();
  const seen = createSeen(REMEMBERED);
  client.on(Events.Error, (error) => log.error({ err: error }, 'gateway'));
  client.on(Events.ShardError, (error) => log.error({ err: error }, 'gateway'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => log.error({ code, shard }, 'disconnected for good'));
  client.on(Events.Warn, (message) => log.warn(message));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw: unknown) => {
    const interaction = parseInteraction(raw);
    if (!interaction || !seen.isNew(interaction.id)) return;
    const work = answer(interaction).finally(() => inFlight.delete(work));
    inFlight.add(work);
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token).catch(async (error) => {
    await client.destroy();
    throw isRefused(error) ? new AbortError(new UserError('Discord refuses the token. Check DISCORD_TOKEN.')) : error;
  });
  await ready;
  return { client, close };

  async function answer(interaction: Incoming): Promise<void> {
    try {
      const { first, later } = await handle(interaction);
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await sendAgain(() => client.rest.post(route, { body: first, auth: false }));
      await later?.(client.rest);
    } catch (error) {
      report(error, log);
    }
  }

  async function close(): Promise<void> {
    client.ws.removeAllListeners(GatewayDispatchEvents.InteractionCreate);
    await Promise.allSettled(inFlight);
    await client.destroy();
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

function report(error: unknown, log: Logger): void {
  if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) log.warn({ code: error.code }, 'too late');
  else log.error({ err: error }, 'an answer could not be sent');
}
