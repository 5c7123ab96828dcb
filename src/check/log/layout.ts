import type { CleanLine } from './clean.ts';
import { parseDiagnostic, parseUncoded } from './diagnostic.ts';
import { mayTell } from './uncoded.ts';

/** How a log was wrapped by a terminal or an editor; null if it was not. */
export interface Layout {
  width: number;
  /** Lines are cut at blanks, so that the width says only where the next word no longer fits. */
  words: boolean;
}

/** Logs are not wrapped at more columns than this; real lines are much longer. */
const MAX_WIDTH = 260;
const MIN_WIDTH = 60;
/** How many wrapped lines a longer line outweighs, where only the blanks tell that lines are wrapped. */
const OVER_WEIGHT = 3;
/** As many lines that stop at the very same column are wrapped, even if others in the paste are not. */
const SURE = 3;
const SURE_WEIGHT = 0.25;

const NOISE = new RegExp(
  [
    / -> |→/,
    /^(?:build|restore|compilation|publish|msbuild|determining|restored|restoring|generating|optimizing|time elapsed)\b/,
    /^\d+ [\p{L}]+\(?s?\)?\.?$/u,
    /^(?:```|~~~|---|===|___|-{4,}|={4,})/,
    /^(?:ps )?[a-z]:\\[^:]{0,200}>|^[\w.@-]{1,60}[:~][^$#]{0,100}[$#] |^[$%#] /,
    /^at [\w.<]/,
    /^(?:done|using|copying|creating|project|target|task|command|exit)\b.*[:"]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);
const PATH_START = /^(?:[A-Za-z]:[\\/]|\/[\w.~+-]+\/|\\\\|\$home\/|~\/)/i;
const ROOT_START =
  /^(?:[A-Za-z]:[\\/]|\/(?:home|users|usr|root|src|source|repo|tmp|builds?|__w|mnt|opt|var|app|agent|work|workspace|_)\/)/i;
const TOOL_START = /^(?:ilc|illink|csc|link|lib|clang[\w+-]*|gcc|cc|ld[\w.-]*|msbuild|exec|vbc|fsc)\s?:/i;
const FILE_START = /^[\w.\\/ -]{1,200}\(\d{1,7}(?:,\d{1,7}){0,3}\)\s?:/;

/** Tells whether a line begins something of its own, and so doesn't go on the line before. */
export function isStart(line: CleanLine): boolean {
  const { text } = line;
  if (isSureStart(line) || FILE_START.test(text)) return true;
  if (PATH_START.test(text)) return !text.startsWith('/aka.ms') && !text.startsWith('//');
  const found = parseDiagnostic(text) ?? parseUncoded(text);
  return found !== null && !isFragment(found.origin);
}

/** A start even after a line that was cut within its place: what follows there looks like a file or a head, too. */
export function isSureStart({ text, fresh }: CleanLine): boolean {
  return fresh || isCommand(text) || NOISE.test(text) || TOOL_START.test(text) || ROOT_START.test(text);
}

/** A line for the build server: `##vso[...]`, `##teamcity[...]`, `::error ...`. */
export function isCommand(text: string): boolean {
  return /^(?:##|::(?:error|warning|notice))/.test(text);
}

/** Reads the layout from the first lines: the width that diagnostics stop at while the next line goes on. */
export function detectLayout(lines: readonly CleanLine[]): Layout | null {
  const open = openLines(lines);
  if (open.length === 0) return null;
  const widths = open.map(({ width }) => width).filter((width) => width <= MAX_WIDTH);
  const scored = [...new Set([...widths, 80, 120])].map((width) => scoreWidth(width, lines, open));
  const best = scored.reduce<Scored | null>((a, b) => (!a || b.score > a.score ? b : a), null);
  return best && best.score > 0 ? { width: best.width, words: best.words } : null;
}

/**
 * What stands between a wrapped line and the next one: nothing where the line is full, a blank where the next word did
 * not fit; null where the next line can't be its continuation.
 */
export function glueOf(width: number, next: CleanLine, layout: Layout): '' | ' ' | null {
  // A character of two columns that doesn't fit leaves one column empty.
  if (width === layout.width || width === layout.width - 1) return layout.words ? ' ' : '';
  // A word that is longer than the width stands on a line of its own.
  if (width > layout.width) return layout.words ? ' ' : null;
  return layout.words && width + 1 + firstWord(next.text) > layout.width ? ' ' : null;
}

// --- internal ---

/** Characters of two joined lines in which a head must begin. */
const JOINED_RANGE = 1000;

interface Scored extends Layout {
  score: number;
}

/** A line of a diagnostic that the next one goes on from, with the columns that its first word would have needed. */
interface OpenLine {
  width: number;
  needs: number;
}

function openLines(lines: readonly CleanLine[]): OpenLine[] {
  const found: OpenLine[] = [];
  let running = false;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    running = next !== undefined && line.width >= MIN_WIDTH && next.text !== '' && (running || opens(line, next));
    running &&= next !== undefined && !isStart(next);
    if (running && next) found.push({ width: line.width, needs: line.width + 1 + firstWord(next.text) });
  }
  return found;
}

/** The line has the head of a diagnostic and not its end, or the head is cut. */
function opens({ text }: CleanLine, next: CleanLine): boolean {
  if (/proj(?:::[^\]]{0,100})?\]\s*$/.test(text)) return false;
  const joined = `${text}${next.text}`.slice(0, JOINED_RANGE);
  if (!mayTell(joined)) return false;
  if (parseDiagnostic(text) || parseUncoded(text)) return true;
  return parseDiagnostic(joined) !== null && /[\\/(:]|warn|err/i.test(text);
}

function scoreWidth(width: number, lines: readonly CleanLine[], open: readonly OpenLine[]): Scored {
  const exact = open.filter((line) => line.width === width).length;
  const fitting = open.filter((line) => line.width < width && line.needs > width).length;
  const longer = lines.filter((line) => line.width > width + 1);
  // A word that is longer than the width can't be wrapped at blanks.
  const wrappable = longer.filter(({ text }) => text.includes(' ')).length;
  const words = fitting > exact;
  const weight = exact >= SURE ? SURE_WEIGHT : 1;
  const score = words ? exact + fitting - wrappable * OVER_WEIGHT : exact - longer.length * weight;
  return { width, words, score };
}

/** `,5)` or `targets(90,5)` after a cut path. */
function isFragment(origin: string): boolean {
  return /^[,)\d]/.test(origin);
}

function firstWord(text: string): number {
  const end = text.search(/\s/);
  return end === -1 ? text.length : end;
}
