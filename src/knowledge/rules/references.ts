import type { Rule } from './rule.ts';

export const references: Rule = {
  name: 'References',
  description: 'What is offered as an alternative, a neighbour or a popular entry exists.',
  check({ entries, vocabulary, id: topic }, problems) {
    const ids = new Set(entries.map(({ id }) => id));
    for (const { file, instead, related } of entries)
      for (const [field, targets] of Object.entries({ instead, related }))
        for (const target of targets)
          if (!ids.has(target))
            problems.add(
              file,
              `field ${field}`,
              `there is no entry ${target}`,
              'Correct the reference, or write the entry.',
            );
    for (const popular of vocabulary.popular)
      if (!ids.has(`${topic}/${popular}`))
        problems.add(
          `${topic}/vocabulary.yaml`,
          'field popular',
          `there is no entry ${popular}`,
          'Correct the reference.',
        );
  },
};
