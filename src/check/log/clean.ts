import { decodeHTMLStrict } from 'entities';
import { eastAsianWidth } from 'get-east-asian-width';

/** A line without what pasting, a terminal or a build server put around it. */
export interface CleanLine {
  text: string;
  /** Columns that the line took on a terminal. */
  width: number;
  /** It carries a time stamp or a node's number, so it begins something. */
  fresh: boolean;
  /** What the prefixes took away, such as `##[error]`. */
  prefix: string;
}

/** Takes off colours, HTML entities, quotes, time stamps, node prefixes, list marks and fences. */
export function cleanLine(raw: string): CleanLine {
  const visible = stripInvisible(decode(stripColours(raw)));
  let text = stripQuotes(visible).trimStart();
  let fresh = false;
  for (let round = 0; round < MAX_PREFIXES; round++) {
    const found = PREFIXES.find(({ pattern }) => pattern.test(text));
    if (!found) break;
    text = text.replace(found.pattern, '').trimStart();
    fresh ||= found.fresh;
  }
  const prefix = visible.slice(0, visible.length - text.length);
  return { text: text.replace(/`{1,3}\s*$/, ''), width: widthOf(visible), fresh, prefix };
}

// --- internal ---

/** Enough for `> ##[error]2024-01-01T00:00:00Z 1:7> - [build] `. */
const MAX_PREFIXES = 8;
const ASCII = /^[\t\x20-\x7e]*$/;
const ESC = String.fromCharCode(27);
const BELL = String.fromCharCode(7);

const CSI = new RegExp(`${ESC}\\[[0-?]*[ -/]*[@-~]`, 'g');
const OSC = new RegExp(`${ESC}\\][^${BELL}${ESC}]*(?:${BELL}|${ESC}\\\\)?`, 'g');
const OTHER_ESCAPE = new RegExp(`${ESC}.?`, 'g');
// The escape character as tools write it out, or as a web page shows it.
const WRITTEN_ESCAPE = /(?:\\x1b|\\u001b|\\033|\\e|\^\[|[\u241b\u2190\ufffd])\[[\d;]{0,20}[A-Za-z]/gi;
// A text box drops the escape character and keeps the rest.
const ORPHAN = /\[\d{1,3}(?:;\d{1,3}){0,6}m/g;

/** Columns that a text takes on a terminal, where an East Asian character takes two. */
function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += eastAsianWidth(char.codePointAt(0) ?? 0);
  return width;
}

function stripColours(text: string): string {
  let result = text;
  if (result.includes(ESC)) result = result.replace(OSC, '').replace(CSI, '').replace(OTHER_ESCAPE, '');
  if (!result.includes('[')) return result;
  const bare = result.replace(WRITTEN_ESCAPE, '').replace(ORPHAN, '');
  return bare === result ? result : bare.replace(/\[[mK]/g, '');
}

function decode(text: string): string {
  let result = text;
  // A log that went through two web pages is escaped twice.
  for (let round = 0; round < 2 && result.includes('&') && result.includes(';'); round++)
    result = decodeHTMLStrict(result);
  if (!result.includes('\\u00')) return result;
  return result.replace(/\\u00([2-7][\da-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function stripInvisible(text: string): string {
  if (ASCII.test(text)) return text;
  return text.replace(/[\u00a0\u2007\u202f\u3000]/g, ' ').replace(/(?!\t)[\p{Cf}\p{Cc}]/gu, '');
}

/** `> ` of a quote, but not `>` as the end of a prompt. */
function stripQuotes(text: string): string {
  return text.replace(/^\s*(?:>\s?){1,6}/, '');
}

const PREFIXES: readonly { pattern: RegExp; fresh: boolean }[] = [
  // GitHub Actions, Azure Pipelines, GitLab (with its stream mark), Docker, Kubernetes
  {
    pattern:
      /^\[?\d{4}[-/]\d{2}[-/]\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?: ?Z| ?[+-]\d{2}:?\d{2})?\]?(?: \d{2}[OE]\+?(?= |$))?\s*/,
    fresh: true,
  },
  // TeamCity: [15:02:07]W:	 [Step 2/3] ...
  { pattern: /^\[\d{2}:\d{2}:\d{2}(?:[.,]\d{1,7})?(?: [A-Z]{3})?\][ \t]{0,3}[A-Za-z]?[ \t]{0,3}:?[ \t]*/, fresh: true },
  { pattern: /^\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,7})?\s+(?:\[?(?:INF|WRN|ERR|DBG)\]?:?\s+)?/, fresh: true },
  // MSBuild's and Visual Studio's nodes: 1>, 1:7>
  { pattern: /^\d{1,4}(?::\d{1,4})?>/, fresh: true },
  { pattern: /^##\[(?:error|warning|debug|section|command|group|endgroup)\]/i, fresh: true },
  // BuildKit: #12 8.123 ...
  { pattern: /^#\d{1,4} (?:\d{1,5}\.\d{1,4} )?/, fresh: true },
  { pattern: /^\d{1,5}\.\d{2,4}\s+(?=\S)/, fresh: true },
  // docker compose: web-1  | ...
  { pattern: /^[\w.-]{1,60}\s{1,4}\|\s/, fresh: true },
  // [INFO] ..., [Step 2/3] ..., but neither a code nor a project
  { pattern: /^\[(?![A-Za-z]{2,12}\d{3,6}\])(?![^\]]{0,60}proj)[^[\]]{1,60}\]:?\s+/, fresh: true },
  { pattern: /^(?:[-*+•]|\d{1,3}[.)])\s+/, fresh: true },
  { pattern: /^(?:[\u2190-\u2bff\u{1f000}-\u{1faff}]|\ufe0f)+\s*/u, fresh: true },
  { pattern: /^(?:>\s){1,6}/, fresh: false },
  { pattern: /^`{1,3}(?:(?:text|txt|log|console|sh|bash|powershell|ansi|plaintext|none) )?/, fresh: false },
];
