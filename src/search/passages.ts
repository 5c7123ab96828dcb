import type { Entry } from '../knowledge/types.ts';
import { namesOfEntry } from './names.ts';
import type { Question } from './question.ts';

/** Compares a question with each of the ways in which an entry says what it answers. */
export interface Passages {
  /** How alike the question and the entry's best passage are: 0 (no word in common) to 1 (the same words). */
  similarity(question: Question, entry: Entry): number;
}

/** `terms` cuts a text as the index does; `rarityOf` weighs a term. Passages are cut when an entry is first looked at. */
export function createPassages(terms: (text: string) => string[], rarityOf: (term: string) => number): Passages {
  const cutBefore = new Map<string, readonly Passage[]>();
  return {
    similarity(question, entry) {
      let passages = cutBefore.get(entry.id);
      if (!passages) {
        passages = textsOf(entry).map((text) => toPassage(terms(text), rarityOf));
        cutBefore.set(entry.id, passages);
      }
      const weights = new Map(question.terms.map(({ term, weight }) => [term, weight]));
      return Math.max(0, ...passages.map((passage) => likeness(passage, weights, question.weight)));
    },
  };
}

// --- internal ---

interface Passage {
  terms: readonly string[];
  /** Sum of the weights of the terms. */
  weight: number;
}

function textsOf(entry: Entry): string[] {
  return [...namesOfEntry(entry), ...entry.asks];
}

function toPassage(all: readonly string[], rarityOf: (term: string) => number): Passage {
  const terms = [...new Set(all)];
  return { terms, weight: sum(terms.map(rarityOf)) };
}

/** Shared weight over the geometric mean of both weights: a cosine with rare words counting more. */
function likeness({ terms, weight }: Passage, question: ReadonlyMap<string, number>, total: number): number {
  const shared = sum(terms.map((term) => question.get(term) ?? 0));
  return shared === 0 ? 0 : shared / Math.sqrt(total * weight);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
