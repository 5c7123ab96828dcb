import type { Rule } from './rule.ts';

export const anchors: Rule = {
  name: 'Anchors',
  description: 'A citation leads to the heading that says it, not only to the page.',
  check({ id: topic, entries, sources }, problems) {
    // What is derived from the specification cites the pages that it names, without headings.
    const written = entries.filter(({ file }) => file !== `${topic}.md`);
    for (const { file, sections, support } of written)
      for (const claim of [...sections.flatMap(({ claims }) => claims), ...support.flatMap(({ note }) => note ?? [])])
        for (const { source, anchor } of claim.citations) {
          const known = sources[source]?.anchors ?? [];
          if (anchor === null && known.length > 0)
            problems.add(
              file,
              null,
              `"${source}" is cited without a heading`,
              `Add one of: ${known.slice(0, 6).join(', ')}.`,
            );
        }
  },
};
