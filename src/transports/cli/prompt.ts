import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import type { Bot, Invocation } from '../../bot.ts';
import { UserError } from '../../errors.ts';
import { renderText, type Style } from '../../render/text.ts';

/** Keeps asking until the input ends; a line that begins with / is a command, as in Discord. */
export async function runPrompt(bot: Bot, input: Readable, output: Writable, style: Style): Promise<void> {
  const help = bot.commands.map(({ name, description }) => `/${name}  ${description}`).join('\n');
  output.write(`${style.quiet(`Ask a question, or use a command. Ctrl+D ends.\n${help}`)}\n`);
  const lines = createInterface({ input, output, prompt: '\n> ' });
  let open = true;
  lines.once('close', () => {
    open = false;
  });
  lines.prompt();
  for await (const line of lines) {
    if (line.trim()) output.write(`\n${await respond(line.trim(), bot, style)}\n`);
    // The input may have ended while the last answer was made; newer versions of Node refuse a prompt then.
    if (open) lines.prompt();
  }
}

// --- internal ---

async function respond(line: string, bot: Bot, style: Style): Promise<string> {
  try {
    return renderText(await bot.handle(toInvocation(line, bot)), style);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

/** `/compat Dapper --dotnet 8`: what is not an option belongs to the command's first one. */
function toInvocation(line: string, { commands }: Bot): Invocation {
  const [, name, rest = ''] = /^\/(\S+)\s*(.*)$/.exec(line) ?? [];
  if (!name) return { command: 'ask', args: { question: line } };
  const options = Object.keys(commands.find((command) => command.name === name)?.options ?? {});
  const { values, positionals } = split(rest, options);
  const [first] = options;
  const typed = positionals.join(' ');
  return { command: name, args: { ...(first && typed ? { [first]: typed } : {}), ...values } };
}

function split(text: string, options: readonly string[]): { values: Record<string, string>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: text.split(/\s+/).filter(Boolean),
      options: Object.fromEntries(options.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: true,
    });
    const given = Object.entries(values).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    );
    return { values: Object.fromEntries(given), positionals };
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : 'The options are not understood.');
  }
}
