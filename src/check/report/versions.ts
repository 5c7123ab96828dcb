import { compare, validate } from 'compare-versions';

/** The first version in a version, a range or a list of them: `[1.2.0, 2.0)` and `1.2.* | 2.0` give `1.2.0` and `1.2`. */
export function firstVersionIn(text: string): string | null {
  const [, found] = /(\d{1,9}(?:\.\d{1,9}){0,3}(?:-[\w.-]{1,60})?)/.exec(text) ?? [];
  const version = found?.replace(/[.-]+$/, '');
  return version && validate(version) ? version : null;
}

/** Compares NuGet versions, which have up to four numbers; a preview comes before its release. */
export function isAtLeast(version: string, least: string): boolean {
  const from = firstVersionIn(least);
  return from === null || compare(version, from, '>=');
}
