import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { readDotnet } from '../../../commands/options.ts';
import type { Bot } from '../../bot.ts';
import { UserError } from '../../errors.ts';
import { toJson } from '../../render/json.ts';
import { renderText } from '../../render/text.ts';
import { answerBatch } from './batch.ts';
import { runPrompt } from './prompt.ts';
import { chooseStyle } from './style.ts';

export interface AskFlags {
  json?: boolean;
  dotnet?: string;
  batch?: string;
}

/** The standard streams, and whether colours are wanted. */
export interface Terminal {
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  noColour: boolean;
}

/** `ask`: one question, a batch, or a prompt. Throws a `UserError` on bad use. */
export async function runAsk(words: readonly string[], flags: AskFlags, bot: Bot, terminal: Terminal): Promise<void> {
  const { stdin, stdout, noColour } = terminal;
  const question = words.join(' ');
  readDotnet(flags.dotnet);
  if (flags.batch !== undefined) {
    if (question) throw new UserError('Give either a question or --batch, not both.');
    return writeBatch(flags.batch, flags, bot, terminal);
  }
  if (question.trim()) {
    const args = { question, ...(flags.dotnet ? { dotnet: flags.dotnet } : {}) };
    const reply = await bot.handle({ command: 'ask', args });
    const style = chooseStyle(stdout, noColour);
    stdout.write(`${flags.json ? JSON.stringify(toJson(question, reply)) : renderText(reply, style)}\n`);
    return;
  }
  if (words.length > 0 || !stdin.isTTY) throw new UserError('Write a question: npm run ask -- "does X work?"');
  await runPrompt(bot, stdin, stdout, chooseStyle(stdout, noColour));
}

// --- internal ---

async function writeBatch(file: string, { dotnet }: AskFlags, bot: Bot, { stdin, stdout }: Terminal): Promise<void> {
  const input = file === '-' ? stdin : await openFile(file);
  for await (const answer of answerBatch(input, bot, dotnet)) stdout.write(`${JSON.stringify(answer)}\n`);
}

async function openFile(file: string) {
  await access(file).catch((cause) => {
    throw new UserError(`The batch file ${file} can't be read.`, { cause });
  });
  return createReadStream(file);
}
