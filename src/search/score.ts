import type { Hit } from './search.ts';
import { RANK } from './tuning.ts';

/**
 * How well an entry fits a question, for ordering: what speaks for it, weighed as tuning.ts says. `rarity` is that of the
 * entry's code, as a share of the rarest: one that many entries mention, such as IL3050, may only be where the thing that
 * is asked about shows.
 */
export function scoreOf({ relevance, coverage, similarity, name, code }: Omit<Hit, 'score'>, rarity: number): number {
  const named = Math.min(name, RANK.mostName);
  const score =
    RANK.relevance * relevance + RANK.coverage * coverage + RANK.similarity * similarity + RANK.name * named;
  return code < 0 ? score : score + RANK.code * rarity - RANK.laterCode * code;
}
