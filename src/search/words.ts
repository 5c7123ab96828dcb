import type { Topic } from '../knowledge/types.ts';
import { entriesOf, readerOf, type SearchData } from './data.ts';
import { atomsOf } from './tokens.ts';

/** What the index and the vocabularies know about words. */
export interface WordKnowledge {
  /** Puts a text into the words of the entries. */
  read: (text: string) => string;
  /** Words and phrases that show that a question is about the topic, as their atoms with blanks between. */
  signals: readonly string[];
  /** What names of the products themselves begin with, in lower case. */
  ownNames: readonly string[];
  /** Names of entries, as their atoms with blanks between. */
  names: ReadonlySet<string>;
  /** In how many entries a term stands. */
  frequency: ReadonlyMap<string, number>;
  /** How rare a term is among the entries: 0 for one that tells nothing, to `rarest` for one that stands in one entry. */
  rarityOf: (term: string) => number;
  rarest: number;
}

export function createWordKnowledge(topics: readonly Topic[], data: SearchData): WordKnowledge {
  const read = readerOf(topics);
  const vocabularies = topics.map(({ vocabulary }) => vocabulary);
  const common = new Set(vocabularies.flatMap((vocabulary) => vocabulary.common.flatMap((word) => atomsOf(word))));
  const frequency = new Map(Object.entries(data.frequency));
  const documents = entriesOf(topics).length;
  return {
    read,
    signals: vocabularies.flatMap(({ signals }) => signals.map((phrase) => atomsOf(phrase, read).join(' '))),
    ownNames: vocabularies.flatMap(({ ownNames }) => ownNames.map((name) => name.toLowerCase())),
    names: new Set(Object.keys(data.names)),
    frequency,
    rarityOf: (term) => (common.has(term) ? 0 : Math.log(1 + documents / (frequency.get(term) ?? 1))),
    rarest: Math.log(1 + documents),
  };
}
