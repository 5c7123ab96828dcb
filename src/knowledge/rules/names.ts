import type { Entry } from '../types.ts';
import type { Rule } from './rule.ts';

export const names: Rule = {
  name: 'Names',
  description: "An entry is found by its path: a code's, package's or property's file has its name in lower case.",
  check({ entries, id: topic }, problems) {
    for (const entry of entries) {
      const wanted = wantedSlug(entry);
      if (wanted && entry.file !== `${topic}.md` && slugOf(entry) !== wanted)
        problems.add(entry.file, null, `the file's name is not "${wanted}.md"`, 'Rename the file.');
      const missing = missingField(entry);
      if (missing) problems.add(entry.file, `field ${missing}`, 'it is missing', `Entries in ${entry.kind}/ have one.`);
    }
  },
};

// --- internal ---

function slugOf({ id }: Entry): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function wantedSlug({ kind, code, package: name, property }: Entry): string | null {
  if (kind === 'diagnostics') return code?.toLowerCase() ?? null;
  if (kind === 'packages') return name?.toLowerCase() ?? null;
  if (kind === 'properties') return property?.toLowerCase() ?? null;
  return null;
}

function missingField({ kind, package: name, property }: Entry): string | null {
  if (kind === 'packages' && !name) return 'package';
  if (kind === 'properties' && !property) return 'property';
  return null;
}
