import type { Hit } from './search.ts';
import { RANK } from './tuning.ts';

/** How well an entry fits a question, for ordering: what speaks for it, weighed as tuning.ts says. */
export function scoreOf({ relevance, coverage, similarity, name, code }: Omit<Hit, 'score'>): number {
  const named = Math.min(name, RANK.mostName);
  const score =
    RANK.relevance * relevance + RANK.coverage * coverage + RANK.similarity * similarity + RANK.name * named;
  return code < 0 ? score : score + RANK.code - RANK.laterCode * code;
}
