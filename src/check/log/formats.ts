import { severityOf } from './severity.ts';
import type { Diagnostic } from './types.ts';

/** `##vso[task.logissue type=error;sourcepath=...;code=NU1101;]message` of Azure Pipelines. */
export function parseAzureIssue(text: string): Diagnostic | null {
  const [, list, message] = /^##vso\[task\.logissue ([^\]]{1,2000})\](.*)$/i.exec(text) ?? [];
  if (list === undefined || message === undefined) return null;
  const { type, code, sourcepath, linenumber, columnnumber } = toFields(list, ';');
  return withPlace(code ?? null, type, [sourcepath, linenumber, columnnumber], message);
}

/** `::error file=App.cs,line=3,col=9::message` of GitHub Actions, whose message often is a whole diagnostic. */
export function parseGitHubCommand(text: string): Diagnostic | null {
  const [, type, list = '', message] = /^::(error|warning|notice)(?: ([^\n]{0,2000}?))?::(.*)$/.exec(text) ?? [];
  if (!type || message === undefined) return null;
  const { file, line, col, column } = toFields(list, ',');
  const { severity, origin } = withPlace(null, type, [file, line, col ?? column], '');
  return { code: null, severity, origin, message: unescapeCommand(message) };
}

/** The text inside `##teamcity[message text='...' status='WARNING']`; null for any other line. */
export function readTeamCity(text: string): string | null {
  if (!text.startsWith('##teamcity[')) return null;
  const [, value] = /(?:text|description|message)='((?:[^'|]|\|.){0,8000})'/.exec(text) ?? [];
  const read = value?.replace(/\|0x([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return read?.replace(/\|(.)/g, (_, char: string) => (char === 'n' || char === 'r' ? ' ' : char)) ?? '';
}

/** The columns of Visual Studio's Error List, as its header names them. */
export type Columns = ReadonlyMap<'code' | 'description' | 'file' | 'line', number>;

/** Reads the header of an Error List in English; other languages keep the order of the columns. */
export function parseColumns(cells: readonly string[]): Columns | null {
  const find = (name: string) => cells.findIndex((cell) => cell.trim().toLowerCase() === name);
  const found = (['code', 'description', 'file', 'line'] as const).map((name) => [name, find(name)] as const);
  return find('code') !== -1 && find('description') !== -1 ? new Map(found.filter(([, at]) => at !== -1)) : null;
}

/** A row of the Error List: severity, code, description, project, file, line, suppression state. */
export function parseRow(cells: readonly string[], columns: Columns | null): Diagnostic | null {
  const at = columns?.get('code') ?? cells.findIndex((cell) => CODE_CELL.test(cell.trim()));
  const code = cells[at]?.trim() ?? '';
  if (!CODE_CELL.test(code)) return null;
  const severity = cells
    .slice(0, at)
    .map(severityOf)
    .find((found) => found !== null);
  if (!severity) return null;
  const message = cells[columns?.get('description') ?? at + 1]?.trim() ?? '';
  const file = cells[columns?.get('file') ?? at + 3]?.trim();
  const line = cells[columns?.get('line') ?? at + 4]?.trim();
  return withPlace(code, severity, [file, line, undefined], message);
}

// --- internal ---

const CODE_CELL = /^[A-Za-z]{1,12}\d{2,6}$/;

function toFields(list: string, separator: string): Record<string, string | undefined> {
  const pairs = list.split(separator).map((part) => [part.slice(0, part.indexOf('=')), part] as const);
  return Object.fromEntries(pairs.map(([key, part]) => [key.trim().toLowerCase(), part.slice(key.length + 1).trim()]));
}

type Place = readonly [file: string | undefined, line: string | undefined, column: string | undefined];

function withPlace(code: string | null, type: string | undefined, place: Place, message: string): Diagnostic {
  const [file = '', ...numbers] = place;
  const position = numbers.filter((number) => number && number !== '0').join(',');
  const severity = severityOf(type ?? 'error') ?? 'message';
  return { code, severity, origin: position ? `${file}(${position})` : file, message };
}

/** GitHub's commands escape these in a message. */
function unescapeCommand(text: string): string {
  return text.replace(/%0[DA]/gi, ' ').replace(/%25/g, '%');
}
