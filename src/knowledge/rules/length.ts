import type { Rule } from './rule.ts';

/** Characters of a body as shown, code included: with its sources it must fit one Discord message (4,000). */
const MAX_BODY = 2200;

export const length: Rule = {
  name: 'Length',
  description: 'An answer fits one message and is read at a glance.',
  check({ entries }, problems) {
    for (const { file, sections } of entries) {
      const claims = sections.flatMap((section) => section.claims);
      if (claims.length === 0)
        problems.add(file, null, 'the body is empty', 'Say the verdict, the reason, and what to do.');
      const size = claims.reduce((sum, { text, code }) => sum + text.length + (code?.value.length ?? 0), 0);
      if (size > MAX_BODY)
        problems.add(
          file,
          null,
          `the body has ${size} characters, ${MAX_BODY} is the most`,
          'Settle one thing; split off the rest.',
        );
    }
  },
};
