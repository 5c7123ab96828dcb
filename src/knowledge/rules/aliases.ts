import { namesOf } from '../derived.ts';
import type { Rule } from './rule.ts';

export const aliases: Rule = {
  name: 'Aliases',
  description: 'A name leads to one entry, or a question that holds it could be answered by the wrong one.',
  check({ entries }, problems) {
    const owner = new Map<string, string>();
    for (const entry of entries)
      for (const name of namesOf(entry)) {
        const other = owner.get(name);
        if (other)
          problems.add(
            entry.file,
            'field aliases',
            `"${name}" is a name of ${other} too`,
            'Leave it to one of the two.',
          );
        else owner.set(name, entry.file);
      }
  },
};
