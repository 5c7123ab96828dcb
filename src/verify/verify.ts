import pLimit from 'p-limit';
import type { Source, Topic } from '../knowledge/types.ts';
import { type Checked, checkSource, type PageReader } from './check.ts';

/** Pages that are asked for at the same time. */
const AT_ONCE = 4;

/** Checks every page of a topic; `onChecked` is called after each. */
export async function verifyTopic(topic: Topic, read: PageReader, onChecked: () => void): Promise<Checked[]> {
  const cited = citedAnchors(topic);
  const limit = pLimit(AT_ONCE);
  return Promise.all(
    pagesOf(topic).map((source) =>
      limit(async () => {
        const checked = await checkSource(source, [...(cited.get(source.id) ?? [])], read);
        onChecked();
        return checked;
      }),
    ),
  );
}

/** The pages that a topic cites, and those that only its specification names. */
export function pagesOf({ specification, sources }: Topic): Source[] {
  const { official, primary, secondary } = specification;
  const named = [...official, ...primary, ...secondary].filter(({ id }) => !Object.hasOwn(sources, id));
  return [...Object.values(sources), ...named];
}

// --- internal ---

function citedAnchors({ entries }: Topic): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>();
  for (const { sections, support } of entries)
    for (const claim of [...sections.flatMap(({ claims }) => claims), ...support.flatMap(({ note }) => note ?? [])])
      for (const { source, anchor } of claim.citations) {
        const anchors = cited.get(source) ?? new Set();
        if (anchor) anchors.add(anchor);
        cited.set(source, anchors);
      }
  return cited;
}
