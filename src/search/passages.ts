import type { Entry } from '../knowledge/types.ts';
import { namesOfEntry } from './names.ts';
import type { Question } from './question.ts';
import type { WordKnowledge } from './words.ts';

/** Compares a question with each of the ways in which an entry says what it answers. */
export interface Passages {
  /** Tells how alike the question and an entry's best passage are: 0 (no word in common) to 1 (the same words). */
  similarityTo(question: Question): (entry: Entry) => number;
}

/** `terms` cuts a text as the index does. Passages are cut when an entry is first looked at, and kept as numbers. */
export function createPassages(terms: (text: string) => string[], { frequency, rarityOf }: WordKnowledge): Passages {
  const numbers = new Map([...frequency.keys()].map((term, number) => [term, number]));
  const numberOf = (term: string) => numbers.get(term) ?? -1;
  const cutBefore = new Map<string, Cut>();
  const cut = (entry: Entry): Cut => {
    const passages = textsOf(entry).map((text) => [...new Set(terms(text))]);
    let end = 0;
    return {
      terms: Int32Array.from(passages.flat(), numberOf),
      ends: Int32Array.from(passages, ({ length }) => (end += length)),
      weights: Float64Array.from(passages, (passage) => sum(passage.map(rarityOf))),
    };
  };
  const cutOf = (entry: Entry) => {
    const known = cutBefore.get(entry.id) ?? cut(entry);
    cutBefore.set(entry.id, known);
    return known;
  };
  return {
    similarityTo(question) {
      const weights = new Map(question.terms.map(({ term, weight }) => [numberOf(term), weight]));
      return (entry) => likenessOf(cutOf(entry), weights, question.weight);
    },
  };
}

// --- internal ---

/** The passages of an entry, one after the other: an array for each would take more memory than what it holds. */
interface Cut {
  /** Their terms, by their numbers. */
  terms: Int32Array;
  /** Where in `terms` each passage ends. */
  ends: Int32Array;
  /** Sum of the weights of each passage's terms. */
  weights: Float64Array;
}

function textsOf(entry: Entry): string[] {
  return [...namesOfEntry(entry), ...entry.asks];
}

/** Likeness to the passage that is most alike. */
function likenessOf({ terms, ends, weights }: Cut, question: ReadonlyMap<number, number>, total: number): number {
  let best = 0;
  let begin = 0;
  for (const [index, end] of ends.entries()) {
    let shared = 0;
    for (const term of terms.subarray(begin, end)) shared += question.get(term) ?? 0;
    best = Math.max(best, likeness(shared, total, weights[index] ?? 0));
    begin = end;
  }
  return best;
}

/**
 * Shared weight over the geometric mean of both weights: a cosine with rare words counting more. Words that tell nothing
 * weigh something in a question that has no others, so they can be more than the passage weighs.
 */
function likeness(shared: number, question: number, passage: number): number {
  return shared === 0 ? 0 : shared / Math.sqrt(question * Math.max(passage, shared));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
