import type { Rule } from './rule.ts';

export const references: Rule = {
  name: 'References',
  description: 'What is offered as an alternative, a neighbour or a popular entry exists.',
  check({ entries, vocabulary, id: topic }, problems) {
    const ids = new Set(entries.map(({ id }) => id));
    const isMissing = (id: string) => !ids.has(id) && !problems.has(`${id}.md`);
    const report = (file: string, field: string, id: string) =>
      problems.add(file, `field ${field}`, `there is no entry ${id}`, 'Correct the reference, or write the entry.');
    for (const { file, instead, related } of entries)
      for (const [field, targets] of Object.entries({ instead, related }))
        for (const target of targets.filter(isMissing)) report(file, field, target);
    for (const popular of vocabulary.popular)
      if (isMissing(`${topic}/${popular}`)) report(`${topic}/vocabulary.yaml`, 'popular', popular);
  },
};
