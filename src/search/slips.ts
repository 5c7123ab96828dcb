import { KNOWN_MORE } from './tuning.ts';

/**
 * Puts two swapped letters of a word right (`natvi` to `nativ`), which the index' own correction counts as two slips. Only
 * where the result is a word that many more entries hold: entries hold slips too, in what people ask.
 */
export function swapBack(atom: string, frequency: ReadonlyMap<string, number>): string {
  if (!/^[a-z]{4,}$/.test(atom)) return atom;
  const enough = Math.max(1, (frequency.get(atom) ?? 0) * KNOWN_MORE);
  const swapped = Array.from({ length: atom.length - 1 }, (_, at) => swap(atom, at));
  const known = swapped.filter((word) => (frequency.get(word) ?? 0) >= enough);
  return known.sort((a, b) => (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0))[0] ?? atom;
}

// --- internal ---

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
