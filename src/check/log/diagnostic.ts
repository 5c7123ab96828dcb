import { originOf } from './origin.ts';
import { ERROR_WORDS, SEVERITY_WORDS, severityOf, WARNING_WORDS } from './severity.ts';
import type { Diagnostic, Severity } from './types.ts';

/** `warning IL3050:`, also as `Warning IL3050 :`, `error: NU1101:`, `warning[IL2026]:`, `警告IL3050：`. */
const HEAD = new RegExp(
  `(?<![\\p{L}\\p{N}_.\\\\/-])(${SEVERITY_WORDS})\\s{0,3}[:：]?\\s{0,3}\\[?([A-Za-z]{1,12}\\d{2,6})\\]?\\s{0,2}[:：]`,
  'giu',
);
/** Characters in which a head is looked for: paths are long, linker commands longer. */
const HEAD_RANGE = 1500;
/** A diagnostic that was pasted without its severity: `IL3050: App.Main(): Using member '...'`. */
const BARE = /^((?:IL|NETSDK|MSB|NU|LNK|CS)\d{4})\s?[:：]\s*(.*)$/;
/** Rider: `Program.cs(10, 5): [IL3050] Using member '...'`. */
const BRACKETED = /^(.{1,400}\(\d{1,7}(?:, ?\d{1,7})?\))\s?: \[([A-Za-z]{1,12}\d{3,6})\]\s+(.*)$/;
/** Visual Studio Code: `Using member '...' csharp(IL3050) [Ln 3, Col 9]`. */
const EDITOR = /^(.{10,2000}?)\s?(?:csharp|C#|fsharp)\(([A-Z]{2,8}\d{4})\)\s*(?:\[(.{1,40})\])?\s*$/;
/** A row of Visual Studio's Error List whose tabs were lost: `Warning IL2026 Using member ... App C:\\a.cs 12 Active`. */
const FLAT_ROW = new RegExp(
  `^(${SEVERITY_WORDS})\\s+([A-Za-z]{1,12}\\d{3,6})\\s+(\\S.{9,4000})\\s(\\d{1,7})(?:\\s+(?:active|suppressed|n/a|aktiv|actif|activo))?$`,
  'iu',
);
const UNCODED = new RegExp(
  `(?<![\\p{L}\\p{N}_.\\\\/-])(${ERROR_WORDS}|${WARNING_WORDS})\\s{0,2}[:：](?=\\s|$)\\s*`,
  'giu',
);

/** Reads the diagnostic of a line, whoever printed it; null where there is none. */
export function parseDiagnostic(text: string): Diagnostic | null {
  return parseCanonical(text) ?? parseBracketed(text) ?? parseBare(text) ?? parseEditor(text) ?? parseFlatRow(text);
}

/** Reads an error or a warning without a code: `clang : error : invalid linker name in argument '-fuse-ld=lld'`. */
export function parseUncoded(text: string): Diagnostic | null {
  for (const match of text.slice(0, HEAD_RANGE).matchAll(UNCODED)) {
    const origin = originOf(text.slice(0, match.index));
    const severity = severityOf(match[1] ?? '');
    if (origin === null || !severity) continue;
    return { code: null, severity, origin, message: text.slice(match.index + match[0].length).trim() };
  }
  return null;
}

/** Cuts a line that lost its line ends where another diagnostic with its own place begins. */
export function splitDiagnostics(text: string): string[] {
  if ([...text.matchAll(CODE_AND_COLON)].length < 2) return [text];
  const starts = [...text.matchAll(HEAD)].slice(1, MAX_HEADS).flatMap(({ index }) => {
    const before = text.slice(Math.max(0, index - PLACE_RANGE), index);
    const place = PLACE.exec(before);
    return place ? [index - before.length + place.index] : [];
  });
  const cuts = [0, ...starts, text.length];
  return cuts.slice(1).map((end, at) => text.slice(cuts[at], end).trim());
}

// --- internal ---

const MAX_HEADS = 100;
const CODE_AND_COLON = /[A-Z]\d{3,6}\s?[:：]/gi;
const PLACE_RANGE = 400;
/** A place at the end of what stands before a severity: `C:\a.cs(3,9): Trim analysis `, `ILC : `. */
const PLACE =
  /(?<=\s)(?:(?:[A-Za-z]:\\|\/)\S{1,300}|[\w.\\/-]{1,200}\(\d[\d,]{0,12}\)|ILC|LINK|CSC|EXEC)\s?:\s(?:(?:trim|aot|analysis|fatal)\s){0,2}$/i;

function parseCanonical(text: string): Diagnostic | null {
  for (const match of text.slice(0, HEAD_RANGE).matchAll(HEAD)) {
    const [head, word = '', code = ''] = match;
    const severity = severityOf(word);
    const origin = originOf(text.slice(0, match.index));
    if (origin === null || !severity || !isCode(code)) continue;
    return { code: spelled(code), severity, origin, message: text.slice(match.index + head.length).trim() };
  }
  return null;
}

function parseBracketed(text: string): Diagnostic | null {
  if (!text.includes(': [')) return null;
  const [, origin, code, message] = BRACKETED.exec(text) ?? [];
  if (!origin || !code || message === undefined) return null;
  return { code: spelled(code), severity: 'warning', origin, message };
}

function parseBare(text: string): Diagnostic | null {
  const [, code, message] = BARE.exec(text) ?? [];
  if (!code || message === undefined || !isMessage(code, message)) return null;
  return { code, severity: severityOfFamily(code), origin: '', message };
}

function parseEditor(text: string): Diagnostic | null {
  if (!/(?:csharp|C#|fsharp)\(/.test(text) || text.length > 2200) return null;
  const [, message, code, place = ''] = EDITOR.exec(text) ?? [];
  return message && code ? { code, severity: severityOfFamily(code), origin: place, message } : null;
}

function parseFlatRow(text: string): Diagnostic | null {
  const [, word = '', code, rest = '', line] = FLAT_ROW.exec(text) ?? [];
  const severity = severityOf(word);
  // The file begins at the last root of a path; before it stands the project, which is left in the message.
  const path = /^(.*\S)\s+((?:[A-Za-z]:\\|\/).*)$/.exec(rest);
  if (!code || !severity || !path?.[1]) return null;
  return { code: spelled(code), severity, origin: `${path[2]}(${line})`, message: path[1] };
}

/** A member or a name in quotes, and no question: otherwise somebody only writes about the code. */
function isMessage(code: string, message: string): boolean {
  if (message === '') return true;
  if (/^(?:i|we|why|how|what|is|does|can|and|or)\b/i.test(message)) return false;
  return code.startsWith('IL') ? /'[^']{2,}'|\w\(.*\):/.test(message) : message.split(' ').length > 3;
}

function severityOfFamily(code: string): Severity {
  return /^(?:IL|CA|NU16|NU17)/.test(code) ? 'warning' : 'error';
}

/** `net80` and `x64` are no codes, though they have their form. */
function isCode(code: string): boolean {
  return !/^(?:net|x|arm|v|win|utf|sha|line|exit|http|v?c?sdk)\d+$/i.test(code) || /^(?:C|D|X)\d{4}$/.test(code);
}

/** Codes are printed in capitals by their tools; people also type them small. */
function spelled(code: string): string {
  return /^(?:il|netsdk|msb|nu|lnk|cs|ca|cvt)\d+$/i.test(code) ? code.toUpperCase() : code;
}
