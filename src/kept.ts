import type { Citation, Claim, Topic } from './knowledge/types.ts';
import type { SearchData } from './search/data.ts';

/** What is made of the knowledge, in the form in which it is kept on disk. */
export interface Kept {
  topics: Topic[];
  data: SearchData;
}

/** The citations stand once for all claims, which are a third of everything otherwise. */
interface Written extends Kept {
  citations: Citation[];
  /** For each claim, in their order, which citations it has. */
  cited: number[][];
}

export function writeKept({ topics, data }: Kept): string {
  const positions = new Map<string, number>();
  const citations: Citation[] = [];
  const positionOf = (citation: Citation) => {
    const key = `${citation.source} ${citation.title} ${citation.url}`;
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, citations.length);
    return citations.push(citation) - 1;
  };
  const cited = claimsOf(topics).map((claim) => claim.citations.map(positionOf));
  const written: Written = { topics, data, citations, cited };
  const lists = new Set<unknown>(claimsOf(topics).map((claim) => claim.citations));
  return JSON.stringify(written, (_key, value) => (lists.has(value) ? [] : value));
}

/** Reads what `writeKept` wrote. Throws on anything else. */
export function readKept(text: string): Kept {
  const { topics, data, citations, cited }: Written = JSON.parse(text);
  for (const [index, claim] of claimsOf(topics).entries())
    claim.citations = (cited[index] ?? []).flatMap((position) => citations[position] ?? []);
  return { topics, data };
}

// --- internal ---

function claimsOf(topics: readonly Topic[]): Claim[] {
  const entries = topics.flatMap((topic) => topic.entries);
  return entries.flatMap(({ sections, support }) => [
    ...sections.flatMap(({ claims }) => claims),
    ...support.flatMap(({ note }) => note ?? []),
  ]);
}
