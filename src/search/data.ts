import MiniSearch, { type Options } from 'minisearch';
import type { Entry, Topic } from '../knowledge/types.ts';
import { type Document, toDocument } from './document.ts';
import { collectNames } from './names.ts';
import { createPairs } from './pairs.ts';
import { createSynonyms } from './text.ts';
import { atomsOf, termsOf } from './tokens.ts';
import { FIELD_BOOST } from './tuning.ts';

/** All that is computed from the entries before the first question; plain JSON, so that it can be kept on disk. */
export interface SearchData {
  /** The MiniSearch index. */
  index: ReturnType<MiniSearch['toJSON']>;
  /** In how many entries a term stands. */
  frequency: Record<string, number>;
  /** Names, as their atoms with blanks between, to the positions of the entries that bear them. */
  names: Record<string, number[]>;
}

/** Options that an index must be loaded with as it was built. */
export const INDEX_OPTIONS: Options<Document> = {
  fields: Object.keys(FIELD_BOOST),
  processTerm: (term) => term,
  searchOptions: { tokenize: (text) => text.split(' '), boost: FIELD_BOOST, combineWith: 'OR' },
};

/** Indexes the entries of all topics. */
export function buildSearchData(topics: readonly Topic[]): SearchData {
  const entries = entriesOf(topics);
  const synonyms = synonymsOf(topics);
  const read = readerOf(topics);
  const terms = (text: string) => text.split('\n').flatMap((line) => termsOf(line, read));
  const documents = entries.map(toDocument);
  const index = new MiniSearch({ ...INDEX_OPTIONS, tokenize: terms });
  index.addAll(documents);
  return {
    index: index.toJSON(),
    frequency: Object.fromEntries(countTerms(documents, terms)),
    names: Object.fromEntries(collectNames(entries, (text) => atomsOf(text, synonyms))),
  };
}

/** The entries in the order in which the index numbers them. */
export function entriesOf(topics: readonly Topic[]): Entry[] {
  return topics.flatMap((topic) => topic.entries);
}

/** Puts phrases into the words of the entries, and marks pairs. Names aren't marked, as they stand inside of questions. */
export function readerOf(topics: readonly Topic[]): (text: string) => string {
  const synonyms = synonymsOf(topics);
  const pairs = topics.map(({ vocabulary }) => createPairs(vocabulary.pairs));
  return (text) => pairs.reduce((marked, mark) => mark(marked), synonyms(text));
}

// --- internal ---

function synonymsOf(topics: readonly Topic[]): (text: string) => string {
  return createSynonyms(topics.flatMap(({ vocabulary }) => vocabulary.synonyms));
}

function countTerms(documents: readonly Document[], terms: (text: string) => string[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { names, title, asks, headings, body } of documents)
    for (const term of new Set(terms([names, title, asks, headings, body].join('\n'))))
      frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return frequency;
}
