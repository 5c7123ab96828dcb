import type { Severity } from '../log/types.ts';

/** What a diagnostic is about; the order is the order of the report. */
export const CONCERNS = ['restore', 'sdk', 'toolchain', 'build', 'symptom', 'code', 'other'] as const;
export type Concern = (typeof CONCERNS)[number];

// The first pattern that fits decides. MSB3073 only repeats that a command failed, whose own words tell more.
const CONCERN_OF: readonly (readonly [RegExp, Concern])[] = [
  [/^NU\d/, 'restore'],
  [/^NETSDK\d/, 'sdk'],
  [/^(?:LNK|CVT)\d/, 'toolchain'],
  [/^MSB(?:3073|3721|6006)$/, 'symptom'],
  [/^IL\d/, 'code'],
  [/^(?:MSB|CS|BC|FS|C|MC|XA|MT|APPX)\d/, 'build'],
];

/** A warning stops nothing: outside of the analysis of the code it is of no concern for Native AOT. */
export function concernOf(code: string | null, severity: Severity): Concern {
  if (code === null) return 'toolchain';
  const found = CONCERN_OF.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';
  if (found === 'code') return found;
  return severity === 'error' ? found : 'other';
}
