import type { Topic } from '../types.ts';
import type { Rule } from './rule.ts';

export const sources: Rule = {
  name: 'Sources',
  description: 'sources.yaml holds what is cited and no more, each page once.',
  check(topic, problems) {
    const file = `${topic.id}/sources.yaml`;
    for (const id of uncitedSources(topic))
      problems.add(file, `source ${id}`, 'no entry cites it', 'Cite it, or run npm run fix.');
    const byUrl = new Map<string, string>();
    for (const { id, url } of Object.values(topic.sources)) {
      const twin = byUrl.get(url);
      if (twin) problems.add(file, `source ${id}`, `it is the page of ${twin}`, 'Keep one of the two.');
      byUrl.set(url, id);
    }
  },
};

/** Ids of the sources that no claim and no note cites. */
export function uncitedSources({ sources: all, entries }: Topic): string[] {
  const claims = entries.flatMap(({ sections, support }) => [
    ...sections.flatMap((section) => section.claims),
    ...support.flatMap(({ note }) => note ?? []),
  ]);
  const cited = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)));
  return Object.keys(all).filter((id) => !cited.has(id));
}
