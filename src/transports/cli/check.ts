import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { readDotnet } from '../../../commands/options.ts';
import type { Knowledge } from '../../answer/knowledge.ts';
import { checkInputs } from '../../check/check.ts';
import { InputError } from '../../check/errors.ts';
import { type Input, nameOf } from '../../check/input.ts';
import { createInputReader, failedInput } from '../../check/read.ts';
import type { CheckReport } from '../../check/types.ts';
import { UserError } from '../../errors.ts';
import { renderText } from '../../render/text.ts';
import { createProgress } from './progress.ts';
import { chooseStyle } from './style.ts';

const MB = 1_000_000;

export interface CheckFlags {
  json?: boolean;
  dotnet?: string;
}

/** Where input comes from and output goes. */
export interface CheckTerminal {
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean };
  noColour: boolean;
}

/** Checks files in their order, `-` being standard input. Returns the exit code: 1 if one could not be read. */
export async function runCheck(
  files: readonly string[],
  flags: CheckFlags,
  knowledge: Knowledge,
  terminal: CheckTerminal,
): Promise<0 | 1> {
  if (files.length === 0)
    throw new UserError('Give a log, a project file or packages.lock.json, or - for standard input.');
  const options = readDotnet(flags.dotnet);
  const inputs: Input[] = [];
  for (const file of files) inputs.push(await readFile(file, knowledge, terminal));
  const reports = checkInputs(inputs, knowledge, options);
  for (const [index, report] of reports.entries())
    terminal.stdout.write(flags.json ? toJson(files[index] ?? '', report) : toText(report, index, terminal));
  return reports.some(({ error }) => error !== null) ? 1 : 0;
}

// --- internal ---

async function readFile(file: string, knowledge: Knowledge, { stdin, stderr }: CheckTerminal): Promise<Input> {
  const path = file === '-' ? file : resolve(file);
  const reader = createInputReader(path, knowledge);
  const progress = createProgress(stderr, { label: nameOf(file), total: await sizeOf(file), unit: 'MB', scale: MB });
  try {
    const input = file === '-' ? stdin : createReadStream(file, { highWaterMark: 1 << 18 });
    for await (const chunk of input) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      reader.push(bytes);
      progress.add(bytes.length);
    }
  } catch (error) {
    return failedInput(path, explainReading(error));
  } finally {
    progress.stop();
  }
  return reader.finish();
}

/** Bytes of a file; 0 where that is not known, as for standard input. */
async function sizeOf(file: string): Promise<number> {
  if (file === '-') return 0;
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

/** What the operating system says about a file, in words of people; faults stay faults. */
function explainReading(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new InputError('There is no such file.');
  if (code === 'EISDIR') return new InputError('This is a folder, not a file.');
  if (code === 'EACCES' || code === 'EPERM') return new InputError('The file may not be read: permission denied.');
  return typeof code === 'string' ? new InputError(`The file can't be read (${code}).`) : error;
}

function toJson(file: string, { reply, ...report }: CheckReport): string {
  return `${JSON.stringify({ file, ...report, text: renderText(reply) })}\n`;
}

function toText({ reply }: CheckReport, index: number, { stdout, noColour }: CheckTerminal): string {
  return `${index > 0 ? '\n' : ''}${renderText(reply, chooseStyle(stdout, noColour))}\n`;
}
