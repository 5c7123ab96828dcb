import { KNOWN_MORE, MAX_FUZZY, MIN_FUZZY_LENGTH, TWO_EDITS_LENGTH } from './tuning.ts';

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

/** The words, of those that no entry holds, that may be known ones misspelt, with the edits that each may need. */
export function misspeltAmong(unknown: ReadonlySet<string>): Map<string, number> {
  const mayBeMisspelt = (term: string) => term.length >= MIN_FUZZY_LENGTH && /^[a-z.]+$/.test(term);
  const edits = (term: string) => (term.length >= TWO_EDITS_LENGTH ? 2 : 1);
  const misspelt = [...unknown].filter(mayBeMisspelt).slice(0, MAX_FUZZY);
  return new Map(misspelt.map((term) => [term, edits(term)]));
}

// --- internal ---

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
