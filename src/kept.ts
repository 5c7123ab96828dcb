import type { Citation, Claim, Topic } from './knowledge/types.ts';
import type { SearchData } from './search/data.ts';

/** What is made of the knowledge, in the form in which it is kept on disk. */
export interface Kept {
  topics: Topic[];
  data: SearchData;
}

/** What the citations and the index take most room for is written in another form. */
interface Written extends Kept {
  /** Each once for all claims, as they are a third of everything otherwise. */
  citations: Citation[];
  /** For each claim, in their order, which citations it has. */
  cited: number[][];
  /** The terms of the index, each with its postings as JSON. */
  postings: [string, string][];
}

type Index = SearchData['index']['index'];

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
  const postings = data.index.index.map(([term, found]): [string, string] => [term, JSON.stringify(found)]);
  const written: Written = { topics, data, citations, cited, postings };
  const elsewhere = new Set<unknown>([...claimsOf(topics).map((claim) => claim.citations), data.index.index]);
  return JSON.stringify(written, (_key, value) => (elsewhere.has(value) ? [] : value));
}

/** Reads what `writeKept` wrote. Throws on anything else. */
export function readKept(text: string): Kept {
  const { topics, data, citations, cited, postings }: Written = JSON.parse(text);
  for (const [index, claim] of claimsOf(topics).entries())
    claim.citations = (cited[index] ?? []).flatMap((position) => citations[position] ?? []);
  return { topics, data: { ...data, index: { ...data.index, index: oneByOne(postings) } } };
}

// --- internal ---

function claimsOf(topics: readonly Topic[]): Claim[] {
  const entries = topics.flatMap((topic) => topic.entries);
  return entries.flatMap(({ sections, support }) => [
    ...sections.flatMap(({ claims }) => claims),
    ...support.flatMap(({ note }) => note ?? []),
  ]);
}

/**
 * The terms with their postings, each made when its turn comes. MiniSearch goes through them once, and all of them together
 * take 15 MB, which the process would never give back.
 */
function oneByOne(postings: Written['postings']): Index {
  const index: Index = [];
  index[Symbol.iterator] = function* () {
    for (const [term, found] of postings) yield [term, JSON.parse(found)];
    return undefined;
  };
  return index;
}
