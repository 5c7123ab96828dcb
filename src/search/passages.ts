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
  const cutBefore = new Map<string, readonly Passage[]>();
  const cut = (text: string): Passage => {
    const distinct = [...new Set(terms(text))];
    return { terms: Int32Array.from(distinct, numberOf), weight: sum(distinct.map(rarityOf)) };
  };
  const passagesOf = (entry: Entry) => {
    const known = cutBefore.get(entry.id);
    if (known) return known;
    const passages = textsOf(entry).map(cut);
    cutBefore.set(entry.id, passages);
    return passages;
  };
  return {
    similarityTo(question) {
      const weights = new Map(question.terms.map(({ term, weight }) => [numberOf(term), weight]));
      return (entry) => Math.max(0, ...passagesOf(entry).map((passage) => likeness(passage, weights, question.weight)));
    },
  };
}

// --- internal ---

interface Passage {
  /** The terms, by their numbers; an entry's phrasings are many, and as text they would take ten times the memory. */
  terms: Int32Array;
  /** Sum of the weights of the terms. */
  weight: number;
}

function textsOf(entry: Entry): string[] {
  return [...namesOfEntry(entry), ...entry.asks];
}

/**
 * Shared weight over the geometric mean of both weights: a cosine with rare words counting more. Words that tell nothing
 * weigh something in a question that has no others, so they can be more than the passage weighs.
 */
function likeness({ terms, weight }: Passage, question: ReadonlyMap<number, number>, total: number): number {
  let shared = 0;
  for (const term of terms) shared += question.get(term) ?? 0;
  return shared === 0 ? 0 : shared / Math.sqrt(total * Math.max(weight, shared));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
