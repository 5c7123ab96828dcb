import type { Knowledge } from '../answer/knowledge.ts';
import { InputError } from './errors.ts';
import { type Input, nameOf } from './input.ts';
import { createLogParser } from './log/parser.ts';
import type { LogFindings } from './log/types.ts';
import { parseLock } from './project/lock.ts';
import { createSpelling } from './project/names.ts';
import { parseProject } from './project/parse.ts';
import { decodeText, EMPTY, type Encoding, SNIFFED_BYTES, sniffEncoding, sniffKind, unfence } from './sniff.ts';

/** Bytes of a project or lock file; only logs may be longer. */
const MAX_STRUCTURED = 20_000_000;

/** Takes a file piece by piece: a log in constant memory, anything else up to a limit. */
export interface InputReader {
  push(bytes: Uint8Array): void;
  /** What was read, or why it can't be. */
  finish(): Input;
}

/** Reads a text or a file that is in memory. Never throws for what it is given: the input says what is wrong. */
export function readInput(path: string, bytes: Uint8Array, knowledge: Knowledge): Input {
  return orError(path, () => {
    const text = decodeText(bytes);
    const kind = sniffKind(nameOf(path), text);
    if (kind !== 'log') return { path, kind, project: readProject(kind, text, knowledge) };
    const parser = createLogParser();
    parser.push(text);
    return { path, kind, findings: parser.finish() };
  });
}

/** Reads a file of any length; what it is shows in its first bytes. */
export function createInputReader(path: string, knowledge: Knowledge): InputReader {
  const head: Uint8Array[] = [];
  let size = 0;
  let log: LogReader | null = null;
  let failed: Input | null = null;
  return {
    push(bytes) {
      if (failed) return;
      try {
        take(bytes);
      } catch (error) {
        failed = failedInput(path, error);
      }
    },
    finish() {
      if (failed) return failed;
      const reader = log;
      if (!reader) return readInput(path, Buffer.concat(head), knowledge);
      return orError(path, () => ({ path, kind: 'log', findings: reader.finish() }));
    },
  };

  function take(bytes: Uint8Array): void {
    if (log) {
      log.push(bytes);
      return;
    }
    head.push(bytes);
    const before = size;
    size += bytes.length;
    if (size > MAX_STRUCTURED) throw new InputError('The file is too large for a project or lock file (20 MB).');
    if (before < SNIFFED_BYTES && size >= SNIFFED_BYTES) decide();
  }

  /** Until enough bytes are there to tell a log from a project, they are kept. */
  function decide(): void {
    const bytes = Buffer.concat(head);
    const encoding = sniffEncoding(bytes);
    if (sniffKind(nameOf(path), new TextDecoder(encoding).decode(bytes)) !== 'log') return;
    log = createLogReader(encoding);
    log.push(bytes);
    head.length = 0;
  }
}

/** The input that can't be read. Faults of our own are thrown on. */
export function failedInput(path: string, error: unknown): Input {
  if (!(error instanceof InputError)) throw error;
  return { path, kind: null, error: error.message };
}

// --- internal ---

interface LogReader {
  push(bytes: Uint8Array): void;
  /** Throws `InputError` if there was nothing but white space. */
  finish(): LogFindings;
}

function createLogReader(encoding: Encoding): LogReader {
  const decoder = new TextDecoder(encoding);
  const parser = createLogParser();
  let blank = true;
  const take = (text: string) => {
    blank &&= text.trim() === '';
    parser.push(text);
  };
  return {
    push: (bytes) => take(decoder.decode(bytes, { stream: true })),
    finish() {
      take(decoder.decode());
      if (blank) throw new InputError(EMPTY);
      return parser.finish();
    },
  };
}

function readProject(kind: 'project' | 'lock', text: string, { search }: Knowledge) {
  const properties = search.entries.flatMap(({ property }) => property ?? []);
  return kind === 'lock' ? parseLock(unfence(text)) : parseProject(unfence(text), createSpelling(properties));
}

function orError(path: string, read: () => Input): Input {
  try {
    return read();
  } catch (error) {
    return failedInput(path, error);
  }
}
