import type { Entry, SupportRow } from '../types.ts';
import type { Rule } from './rule.ts';

const NEEDS_NOTE = new Set(['partial', 'experimental', 'unknown']);

export const support: Rule = {
  name: 'Support',
  description: 'A verdict that is not a plain yes or no says what holds; a package says what its verdict rests on.',
  check({ entries }, problems) {
    for (const entry of entries) {
      for (const [index, row] of entry.support.entries())
        for (const [message, fix] of faultsOf(entry, row))
          problems.add(entry.file, `field support.${index}`, message, fix);
      const order = entry.support.map(({ dotnet }) => Number(dotnet));
      if (order.some((dotnet, index) => index > 0 && dotnet < (order[index - 1] ?? 0)))
        problems.add(entry.file, 'field support', 'the rows are not in order', 'Put the oldest .NET version first.');
    }
  },
};

// --- internal ---

function* faultsOf({ kind }: Entry, row: SupportRow): Generator<[message: string, fix: string]> {
  if (NEEDS_NOTE.has(row.status) && !row.note)
    yield [`"${row.status}" has no note`, 'Say in one cited sentence what works and what does not.'];
  if (kind !== 'packages') return;
  if (!row.evidence) yield ['the evidence is missing', 'Add declared, documented, maintainer or reported.'];
  if (!row.asOf) yield ['the date of the evidence is missing', 'Add asOf.'];
}
