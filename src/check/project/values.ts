import type { Conditional } from './types.ts';

type Properties = ReadonlyMap<string, readonly Conditional[]>;

/** Properties may refer to each other; deeper than this is a cycle. */
const MAX_DEPTH = 5;
/** Values that conditional properties may multiply to. */
const MAX_VALUES = 20;
const REFERENCE = /\$\(([A-Za-z_][\w-]{0,80})\)/;

/** All values of a text with `$(Name)` filled in from the file's own properties; unknown ones stay as they are. */
export function expand(text: string, properties: Properties, depth = 0): string[] {
  const match = REFERENCE.exec(text);
  if (!match?.[1] || depth >= MAX_DEPTH) return [text];
  const name = match[1].toLowerCase();
  const values = [...properties].find(([key]) => key.toLowerCase() === name)?.[1] ?? [];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  const fillers = values.length > 0 ? values.flatMap(({ value }) => expand(value, properties, depth + 1)) : [match[0]];
  const rests = expand(after, properties, depth);
  const all = fillers.flatMap((filler) => rests.map((rest) => `${before}${filler}${rest}`));
  return [...new Set(all)].slice(0, MAX_VALUES);
}

/** The distinct values, as the command line's contract joins them. */
export function joinValues(values: readonly Conditional[]): string {
  return [...new Set(values.map(({ value }) => value).filter(Boolean))].join(' | ');
}

/** A list that is separated by semicolons, without blanks and empty places. */
export function splitList(text: string): string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
}
