import type MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { Document } from './document.ts';
import type { Question } from './question.ts';
import { ALWAYS_LOOKED_FOR, ENOUGH_FOUND } from './tuning.ts';
import type { WordKnowledge } from './words.ts';

/** Where to look: `accepts` leaves out what may not be found, by its position; null takes everything. */
interface Place {
  index: MiniSearch<Document>;
  words: WordKnowledge;
  accepts: ((position: unknown) => boolean) | null;
}

/** What the index holds for a question, best first. */
export function look({ terms, codes }: Question, { index, words, accepts }: Place): SearchResult[] {
  const rarest = terms.map(({ term }) => term).sort(byFrequency(words));
  // Of a few accepted entries, perhaps none holds a rare word.
  const usual = accepts ? new Set<string>() : usualOf(rarest, codes, words);
  const found = new Set<unknown>();
  return index.search(rarest.join(' '), {
    boostDocument: (position, term) => {
      if (!usual.has(term)) found.add(position);
      return found.has(position) && (!accepts || accepts(position)) ? 1 : 0;
    },
  });
}

// --- internal ---

function byFrequency({ frequency }: WordKnowledge): (a: string, b: string) => number {
  return (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0);
}

/**
 * The more usual of some terms: an entry that holds none of the rarer ones can't be among the best, so these needn't bring
 * any in. MiniSearch looks terms up in the order in which they are given. A diagnostic's code brings in its entry always.
 */
function usualOf(rarest: readonly string[], codes: readonly string[], { frequency }: WordKnowledge): Set<string> {
  let found = 0;
  const usual = rarest.filter((term, index) => {
    const isEnough = index >= ALWAYS_LOOKED_FOR && found > ENOUGH_FOUND;
    found += frequency.get(term) ?? 0;
    return isEnough && !codes.includes(term);
  });
  return new Set(usual);
}
