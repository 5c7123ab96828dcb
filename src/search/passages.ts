import type { Entry } from '../knowledge/types.ts';
import { namesOfEntry } from './names.ts';
import type { Question } from './question.ts';

/** Compares a question with each of the ways in which an entry says what it answers. */
export interface Passages {
  /** How alike the question and the entry's best passage are: 0 (no word in common) to 1 (the same words). */
  similarity(question: Question, entry: Entry): number;
}

/** `terms` cuts a text as the index does. Passages are cut when an entry is first looked at. */
export function createPassages(terms: (text: string) => string[]): Passages {
  const cutBefore = new Map<string, readonly (readonly string[])[]>();
  return {
    similarity(question, entry) {
      let passages = cutBefore.get(entry.id);
      if (!passages) {
        passages = passagesOf(entry).map((passage) => [...new Set(terms(passage))]);
        cutBefore.set(entry.id, passages);
      }
      const weights = new Map(question.terms.map(({ term, weight }) => [term, weight]));
      const total = sum(weights.values());
      return Math.max(0, ...passages.map((passage) => likeness(passage, weights, total, question)));
    },
  };
}

// --- internal ---

function passagesOf(entry: Entry): string[] {
  return [...namesOfEntry(entry), ...entry.asks];
}

/** Shared weight over the geometric mean of both weights: a cosine with rare words counting more. */
function likeness(
  passage: readonly string[],
  question: ReadonlyMap<string, number>,
  total: number,
  { rarityOf }: Question,
): number {
  const shared = sum(passage.map((term) => question.get(term) ?? 0));
  const own = sum(passage.map(rarityOf));
  return shared === 0 ? 0 : shared / Math.sqrt(total * own);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
