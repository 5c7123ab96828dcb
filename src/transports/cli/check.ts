import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { readDotnet } from '../../../commands/options.ts';
import type { Knowledge } from '../../answer/knowledge.ts';
import { type CheckReport, createCheck, errorReport } from '../../check/check.ts';
import { InputError } from '../../check/errors.ts';
import { UserError } from '../../errors.ts';
import { renderText } from '../../render/text.ts';
import { chooseStyle } from './style.ts';

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

/** How often the progress line is written, in bytes: often enough to move, seldom enough to cost nothing. */
const PROGRESS_STEP = 4_000_000;
const CLEAR_LINE = '\r\u001b[K';

/** Checks files in their order, `-` being standard input. Returns the exit code: 1 if one could not be read. */
export async function runCheck(
  files: readonly string[],
  flags: CheckFlags,
  knowledge: Knowledge,
  terminal: CheckTerminal,
): Promise<0 | 1> {
  if (files.length === 0)
    throw new UserError('Give a log, a project file or packages.lock.json, or - for standard input.');
  const { dotnet } = readDotnet(flags.dotnet);
  let failed = false;
  for (const [index, file] of files.entries()) {
    const report = await checkFile(file, knowledge, dotnet, terminal);
    failed ||= report.error !== null;
    terminal.stdout.write(flags.json ? toJson(file, report) : toText(report, index, terminal));
  }
  return failed ? 1 : 0;
}

// --- internal ---

async function checkFile(
  file: string,
  knowledge: Knowledge,
  dotnet: string | null,
  terminal: CheckTerminal,
): Promise<CheckReport> {
  const check = createCheck(nameOf(file), knowledge, { dotnet });
  const progress = createProgress(file, terminal.stderr);
  try {
    const input = file === '-' ? terminal.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
    for await (const chunk of input) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      check.push(bytes);
      progress.add(bytes.length);
    }
  } catch (error) {
    return errorReport(nameOf(file), explainReading(error));
  } finally {
    progress.clear();
  }
  return check.finish();
}

/** What the operating system says about a file, in words of people; faults stay faults. */
function explainReading(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new InputError('There is no such file.');
  if (code === 'EISDIR') return new InputError('This is a folder, not a file.');
  if (code === 'EACCES' || code === 'EPERM') return new InputError('The file may not be read: permission denied.');
  return typeof code === 'string' ? new InputError(`The file can't be read (${code}).`) : error;
}

/** A line on the terminal that says how far the reading is; silent where standard error is no terminal. */
function createProgress(file: string, stderr: CheckTerminal['stderr']): { add(bytes: number): void; clear(): void } {
  let read = 0;
  let shown = 0;
  return {
    add(bytes) {
      read += bytes;
      if (!stderr.isTTY || read - shown < PROGRESS_STEP) return;
      shown = read;
      stderr.write(`${CLEAR_LINE}${nameOf(file)}: ${Math.round(read / 1e6)} MB read`);
    },
    clear() {
      if (shown > 0) stderr.write(CLEAR_LINE);
    },
  };
}

function toJson(file: string, { reply, ...report }: CheckReport): string {
  return `${JSON.stringify({ file, ...report, text: renderText(reply) })}\n`;
}

function toText({ reply }: CheckReport, index: number, { stdout, noColour }: CheckTerminal): string {
  return `${index > 0 ? '\n' : ''}${renderText(reply, chooseStyle(stdout, noColour))}\n`;
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : (file.split(/[\\/]/).at(-1) ?? file);
}
