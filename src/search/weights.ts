import { termsOfWord, type Word } from './tokens.ts';
import { MAX_TERMS, OWN_CODE_WEIGHT, UNKNOWN_WEIGHT } from './tuning.ts';
import type { WordKnowledge } from './words.ts';

/** A word or compound of a question, with its share in what the question is about. */
export interface Term {
  term: string;
  weight: number;
}

/** Weighs the terms of a question. Words that tell nothing are left out, unless there are no others. */
export function weigh(
  words: readonly Word[],
  unknown: ReadonlySet<string>,
  { rarityOf, rarest }: WordKnowledge,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of words)
    for (const term of termsOfWord(word)) {
      // A whole that no entry holds adds nothing to its parts, which are counted by themselves.
      if (unknown.has(term) && term === word.whole) continue;
      const lost = rarest * (word.identifier ? OWN_CODE_WEIGHT : UNKNOWN_WEIGHT);
      const weight = unknown.has(term) ? lost : rarityOf(term);
      if (weight > 0) weights.set(term, weight);
    }
  if (weights.size === 0) for (const { atoms } of words) for (const atom of atoms) weights.set(atom, 1);
  return weights;
}

/** A pasted log has hundreds of words; the rarest say what it is about. */
export function mostTelling(weights: ReadonlyMap<string, number>): Term[] {
  const terms = [...weights].map(([term, weight]) => ({ term, weight }));
  if (terms.length <= MAX_TERMS) return terms;
  return terms.sort((a, b) => b.weight - a.weight).slice(0, MAX_TERMS);
}
