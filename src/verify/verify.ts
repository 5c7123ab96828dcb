import pLimit from 'p-limit';
import type { Source, Topic } from '../knowledge/types.ts';
import { type Checked, checkSource, type PageReader } from './check.ts';

/** Pages that are asked for at the same time. */
const AT_ONCE = 4;

/** Checks every page that a topic cites, and those that its specification names. */
export async function verifyTopic(
  topic: Topic,
  read: PageReader,
  onProgress: (done: number, all: number) => void,
): Promise<Checked[]> {
  const cited = citedAnchors(topic);
  const sources = [...Object.values(topic.sources), ...specificationSources(topic)];
  const limit = pLimit(AT_ONCE);
  let done = 0;
  return Promise.all(
    sources.map((source) =>
      limit(async () => {
        const checked = await checkSource(source, [...(cited.get(source.id) ?? [])], read);
        done += 1;
        onProgress(done, sources.length);
        return checked;
      }),
    ),
  );
}

/** Sources of the specification that are not among the cited ones. */
function specificationSources({ specification, sources }: Topic): Source[] {
  const { official, primary, secondary } = specification;
  return [...official, ...primary, ...secondary].filter(({ id }) => !Object.hasOwn(sources, id));
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
