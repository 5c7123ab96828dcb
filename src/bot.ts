import type { Knowledge } from './answer/knowledge.ts';
import { plainReply, type Reply } from './answer/reply.ts';
import type { ArgValue, Choice, Command, Option } from './command.ts';
import { UserError } from './errors.ts';

/** What a transport passes on: a command and what was given for its options. */
export interface Invocation {
  command: string;
  args: Readonly<Record<string, ArgValue>>;
}

/** What happened, for logs and metrics; never the text of a question. */
export interface Outcome {
  command: string;
  outcome: 'answered' | 'abstained' | 'refused' | 'failed';
  /** Entry that answered. */
  entry: string | null;
  ms: number;
}

export interface Bot {
  commands: readonly Command[];
  /** The one door. It never rejects: a fault becomes an apology, somebody's mistake an explanation. */
  handle(invocation: Invocation): Promise<Reply>;
  /** Suggestions for an option while somebody types; none for an unknown option. */
  complete(invocation: { command: string; option: string; typed: string }): Choice[];
  /** What answers are made from at this moment. */
  knowledge(): Knowledge;
  /** Notes that an entry did not help; nothing about who says so. */
  reportUnhelpful(entry: string): void;
}

export interface BotOptions {
  commands: readonly Command[];
  /** Asked for each invocation, so that knowledge can be exchanged while the bot runs. */
  knowledge: () => Knowledge;
  onOutcome?: (outcome: Outcome) => void;
  onFault?: (error: unknown, command: string) => void;
  onUnhelpful?: (entry: string) => void;
}

export function createBot({ commands, knowledge, onOutcome, onFault, onUnhelpful }: BotOptions): Bot {
  const byName = new Map(commands.map((command) => [command.name, command]));
  return { commands, knowledge, handle, complete, reportUnhelpful: (entry) => onUnhelpful?.(entry) };

  async function handle({ command: name, args }: Invocation): Promise<Reply> {
    const started = performance.now();
    const [reply, outcome] = await run(name, args);
    const command = byName.has(name) ? name : 'unknown';
    onOutcome?.({ command, outcome, entry: reply.id, ms: performance.now() - started });
    return reply;
  }

  async function run(name: string, args: Invocation['args']): Promise<[Reply, Outcome['outcome']]> {
    try {
      const command = byName.get(name);
      if (!command)
        throw new UserError(`There is no command /${name.slice(0, 40)}. There are: ${listNames(commands)}.`);
      checkArgs(command, args);
      const reply = await command.run(args, knowledge());
      return [reply, reply.answered ? 'answered' : 'abstained'];
    } catch (error) {
      if (error instanceof UserError) return [failure("That didn't work", error.message), 'refused'];
      onFault?.(error, name);
      return [failure('Sorry', 'Something went wrong on our side. Please try again.'), 'failed'];
    }
  }

  function complete({ command, option, typed }: { command: string; option: string; typed: string }): Choice[] {
    const options = byName.get(command)?.options;
    const found = options && Object.hasOwn(options, option) ? options[option] : undefined;
    return found?.type === 'text' ? (found.complete?.(typed, knowledge()) ?? []) : [];
  }
}

// --- internal ---

/** Throws a `UserError` for an option that is unknown, missing, too long or of the wrong type. */
function checkArgs({ name, options }: Command, args: Invocation['args']): void {
  for (const key of Object.keys(args))
    if (!Object.hasOwn(options, key)) throw new UserError(`/${name} has no option "${key.slice(0, 40)}".`);
  for (const [key, option] of Object.entries(options)) checkArg(name, key, option, args[key]);
}

function checkArg(command: string, key: string, option: Option, value: ArgValue | undefined): void {
  const missing = value === undefined || (typeof value === 'string' && value.trim() === '');
  if (missing && option.required) throw new UserError(`/${command} needs "${key}".`);
  if (value === undefined) return;
  if ((typeof value === 'string') !== (option.type === 'text')) throw new UserError(`"${key}" takes ${option.type}.`);
  if (option.type === 'text' && value.length > option.maxLength)
    throw new UserError(`"${key}" has ${value.length} characters; ${option.maxLength} is the most.`);
}

function failure(title: string, notice: string): Reply {
  return plainReply(title, notice, { answered: false, confidence: 0 });
}

function listNames(commands: readonly Command[]): string {
  return commands.map(({ name }) => `/${name}`).join(', ');
}
