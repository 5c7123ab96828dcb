import type { Knowledge } from './answer/knowledge.ts';
import type { Reply } from './answer/reply.ts';

/** A suggestion while somebody types. */
export interface Choice {
  name: string;
  value: string;
}

/** Text that somebody types; `complete` suggests, but any text is accepted. */
export interface TextOption {
  type: 'text';
  description: string;
  required?: boolean;
  /** Characters; Discord's most for a string option is 6,000. */
  maxLength: number;
  complete?: (typed: string, knowledge: Knowledge) => Choice[];
}

/** A file that somebody hands over. */
export interface FileOption {
  type: 'file';
  description: string;
  required?: boolean;
  /** Endings with their dot; Discord takes at most 10. */
  fileTypes: readonly `.${string}`[];
}

/** A file as a transport hands it on: read only when a command wants it. */
export interface InputFile {
  name: string;
  /** Rejects with a `UserError` if the file can't be had or is too large. */
  read(): Promise<Uint8Array>;
}

export type Option = TextOption | FileOption;
export type Options = Readonly<Record<string, Option>>;

/** What may be given for options: typed text, or files. */
export type ArgValue = string | readonly InputFile[];

/** What `run` receives for each option, or undefined where an optional one was left out. */
export type Args<O extends Options> = {
  [K in keyof O]: Given<O[K]> | (O[K] extends { required: true } ? never : undefined);
};
type Given<T extends Option> = T extends { type: 'file' } ? readonly InputFile[] : string;

/** Something the bot can do, the same for every transport; it knows nothing of Discord. */
export interface Command<O extends Options = Options> {
  /** 1 to 32 lower-case characters. */
  name: string;
  /** 1 to 100 characters. */
  description: string;
  /** Required options first. */
  options: O;
  /** Name of the entry in a message's context menu that runs the command on that message. */
  onMessage?: string;
  /** Who may use it where permissions are kept: everybody, or those who manage the server. The answer is public. */
  audience?: 'everybody' | 'managers';
  run(args: Args<O>, knowledge: Knowledge): Reply | Promise<Reply>;
}

/** Gives `run` the types of the options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
  return command;
}
