import { termsOfWord, type Word } from './tokens.ts';
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

/**
 * Known words for those that no entry holds, where they may be such with a slip of the finger; the parts of a name that is
 * known as a whole are no slips. `closest` finds the known word within so many edits, if there is one.
 */
export function correctionsOf(
  { words, unknown }: { words: readonly Word[]; unknown: ReadonlySet<string> },
  closest: (term: string, edits: number) => string | undefined,
): Map<string, string> {
  const strange = words.filter(({ whole }) => whole === null || unknown.has(whole)).flatMap(termsOfWord);
  const mayBeMisspelt = (term: string) =>
    unknown.has(term) && term.length >= MIN_FUZZY_LENGTH && /^[a-z.]+$/.test(term);
  const edits = (term: string) => (term.length >= TWO_EDITS_LENGTH ? 2 : 1);
  const misspelt = [...new Set(strange)].filter(mayBeMisspelt).slice(0, MAX_FUZZY);
  return new Map(
    misspelt.flatMap((term) => {
      const known = closest(term, edits(term));
      return known ? [[term, known] as const] : [];
    }),
  );
}

// --- internal ---

function swap(word: string, at: number): string {
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
