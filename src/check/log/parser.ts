import { cleanLine } from './clean.ts';
import { parseDiagnostic, splitDiagnostics } from './diagnostic.ts';
import { Findings } from './findings.ts';
import { type Columns, parseAzureIssue, parseColumns, parseGitHubCommand, parseRow, readTeamCity } from './formats.ts';
import { detectLayout, isCommand, type Layout } from './layout.ts';
import { LAYOUT_LINES } from './limits.ts';
import { createLineSplitter } from './lines.ts';
import { type LogRecord, RecordBuilder } from './records.ts';
import type { Diagnostic, LogFindings } from './types.ts';
import { mayTell, readUncoded } from './uncoded.ts';

/** Reads a log piece by piece, in memory that doesn't grow with it. */
export interface LogParser {
  push(chunk: string): void;
  finish(): LogFindings;
}

/** The findings don't depend on how the log is cut into chunks. */
export function createLogParser(): LogParser {
  const reader = new LineReader();
  const splitter = createLineSplitter((line) => reader.read(line));
  return {
    push: (chunk) => splitter.push(chunk),
    finish() {
      splitter.finish();
      return reader.finish();
    },
  };
}

/** Reads a whole log. */
export function parseLog(text: string): LogFindings {
  const parser = createLogParser();
  parser.push(text);
  return parser.finish();
}

// --- internal ---

class LineReader {
  readonly #findings = new Findings();
  readonly #records = new RecordBuilder((record) => this.#addRecord(record));
  /** Lines that wait until enough of them are seen to tell how the log was wrapped; null from then on. */
  #waiting: string[] | null = [];
  #layout: Layout | null = null;
  #columns: Columns | null = null;
  #lines = 0;

  read(raw: string): void {
    this.#lines++;
    if (!this.#waiting) this.#take(raw);
    else if (this.#waiting.push(raw) >= LAYOUT_LINES) this.#decideLayout();
  }

  finish(): LogFindings {
    this.#decideLayout();
    this.#records.flush();
    return this.#findings.read(this.#lines);
  }

  #decideLayout(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    this.#layout = detectLayout(waiting.map(cleanLine));
    for (const line of waiting) this.#take(line);
  }

  #take(raw: string): void {
    const skippable = !this.#layout && !this.#records.isOpen;
    if (raw.includes('/net') || raw.includes('\\net') || raw.includes(' net')) this.#findings.addFrameworks(raw);
    if (skippable && !mayTell(raw)) return;
    if (raw.includes('\t') && this.#takeRow(raw)) return;
    this.#records.add(cleanLine(raw), this.#layout);
  }

  /** A row or the header of Visual Studio's Error List. */
  #takeRow(raw: string): boolean {
    const cells = raw.split('\t');
    if (cells.length < 3) return false;
    const columns = parseColumns(cells);
    const found = columns
      ? null
      : parseRow(
          cells.map((cell) => cleanLine(cell).text),
          this.#columns,
        );
    if (!columns && !found) return false;
    this.#records.flush();
    if (columns) this.#columns = columns;
    if (found) this.#findings.add(found, found.message);
    return true;
  }

  #addRecord({ text, first }: LogRecord): void {
    if (isCommand(text)) this.#addCommand(text);
    else this.#addParts(text, first);
  }

  #addParts(text: string, first: string): void {
    for (const part of splitRecords(text)) {
      const found = parseDiagnostic(part) ?? readUncoded(part);
      const start = first !== text && part === text ? parseDiagnostic(first)?.message : null;
      if (found) this.#add(found, start ?? found.message);
    }
  }

  #addCommand(text: string): void {
    const found = parseAzureIssue(text) ?? parseGitHubCommand(text);
    const message = readTeamCity(text);
    if (found) this.#add({ ...found, ...inner(found) }, found.message);
    else if (message) this.#addRecord({ text: message, first: message, prefix: '' });
  }

  #add(found: Diagnostic, first: string): void {
    if (found.message === '' && found.origin === '') return;
    this.#findings.add(found, first);
  }
}

/** A command's message may be a whole diagnostic, whose code and place then count. */
function inner({ message, origin }: Pick<Diagnostic, 'message' | 'origin'>): Partial<Diagnostic> {
  const found = parseDiagnostic(message);
  if (!found) return {};
  return { ...found, origin: found.origin || origin };
}

/** Pasting may lose the line ends: what follows a project's suffix, or has a place of its own, is another message. */
function splitRecords(text: string): string[] {
  const parts = text.includes('] ') ? text.split(/(?<=\.\w{0,12}proj(?:::[\w=.-]{1,80})?\])\s+(?=[^\s[])/) : [text];
  return parts.flatMap(splitDiagnostics);
}
