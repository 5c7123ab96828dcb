import type { CleanLine } from './clean.ts';
import { parseDiagnostic, parseUncoded } from './diagnostic.ts';
import { glueOf, isStart, isSureStart, type Layout } from './layout.ts';
import { MAX_JOINED, MAX_LINE } from './limits.ts';
import { mayTell } from './uncoded.ts';

/** One message of a log, put together again from the lines that it was wrapped into. */
export interface LogRecord {
  text: string;
  /** The same as far as its first line goes, with the head. */
  first: string;
  /** What was taken off before it. */
  prefix: string;
}

/** Joins wrapped lines; a blank line, a fence or anything that begins by itself ends a record. */
export class RecordBuilder {
  #open: (LogRecord & { width: number; lines: number }) | null = null;
  readonly #onRecord: (record: LogRecord) => void;

  constructor(onRecord: (record: LogRecord) => void) {
    this.#onRecord = onRecord;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  add(line: CleanLine, layout: Layout | null): void {
    if (line.text === '') {
      this.#keepEmptyHead();
      return;
    }
    const open = this.#open;
    const glue = open && open.lines < MAX_JOINED ? continues(open, line, layout) : null;
    if (!open || glue === null) {
      this.flush();
      const { text, prefix, width } = line;
      this.#open = { text, first: text, prefix, width, lines: 1 };
      // Nothing goes on from a line that tells nothing; closing it lets the lines after it be skipped.
      if (!layout && !mayTell(text)) this.flush();
      return;
    }
    const complete = parseDiagnostic(open.text)?.message;
    open.text = `${open.text}${line.prefix === ' ' ? ' ' : glue}${line.text}`.slice(0, MAX_LINE);
    if (!complete) open.first = open.text;
    open.width = line.width;
    open.lines++;
  }

  flush(): void {
    if (this.#open) this.#onRecord(this.#open);
    this.#open = null;
  }

  /** `IL3050:` on a line of its own may have its message after a blank line. */
  #keepEmptyHead(): void {
    if (this.#open && parseDiagnostic(this.#open.text)?.message !== '') this.flush();
  }
}

// --- internal ---

/** A place without its message: `App.cs(3`, `App.cs(3,9): Trim analysis`. */
const CUT_HEAD = /\(\d[\d, ]{0,20}$|\(\d[\d, ]{0,20}\)\s?:?(?:[\p{L} ]{0,40})$/u;
const ENDED = /\.\w{0,12}proj(?:::[^[\]]{0,100})?\]\s*$/;
/** A bracket that is still open at the end: ` [/home/me/App/Ap`. */
const CUT_PROJECT = /\[[^[\]]{0,300}$/;

function continues(open: LogRecord & { width: number }, line: CleanLine, layout: Layout | null): '' | ' ' | null {
  if (ENDED.test(tail(open.text))) return null;
  if (isBareHead(open.text)) return isStart({ ...line, fresh: false }) ? null : ' ';
  const glue = layout && glueOf(open.width, line, layout);
  if (CUT_PROJECT.test(tail(open.text)) && /^[^[]{0,300}\]\s*$/.test(line.text)) return glue ?? '';
  if (line.fresh) return null;
  const cut = CUT_HEAD.test(tail(open.text)) || (!hasHead(open.text) && isCut(open.text, line, glue));
  if (cut) return isSureStart(line) ? null : (glue ?? ' ');
  if (glue === null && isMidSentence(open.text, line.text)) return isStart(line) ? null : ' ';
  const full = glue === '' && !/[.!?\])"]\s*$/.test(open.text) && !startsTool(line);
  return !full && isStart(line) ? null : glue;
}

/** A line without a diagnostic that the next one completes: it is full, or a path that a colon follows. */
function isCut(text: string, next: CleanLine, glue: '' | ' ' | null): boolean {
  return glue === '' || (/^\S{8,}$/.test(text) && (/^[:：]/.test(next.text) || glue !== null));
}

/** Without any width to go by: the message stops without an end, and the next line begins like no sentence. */
function isMidSentence(text: string, next: string): boolean {
  return /^['\p{Ll}(]/u.test(next) && !/[.!?\])]\s*$/.test(text) && /^IL/.test(parseDiagnostic(text)?.code ?? '');
}

function hasHead(text: string): boolean {
  return (parseDiagnostic(text) ?? parseUncoded(text)) !== null;
}

/** Where the line before is full and stops inside a sentence, even what looks like a path goes on. */
function startsTool(line: CleanLine): boolean {
  return !/^[\\/]/.test(line.text) && isStart(line);
}

/** A head whose message is still to come. */
function isBareHead(text: string): boolean {
  if (!/[:：]\s*$/.test(text)) return false;
  return (parseDiagnostic(text) ?? parseUncoded(text))?.message === '';
}

function tail(text: string): string {
  return text.slice(-400);
}
