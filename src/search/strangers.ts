import type { Word } from './tokens.ts';

/** Somebody's own file, which says nothing about the question. */
const FILE_NAME = /\.(?:cs|fs|vb|dll|exe|so|dylib|a|lib|obj|o|json|\w*proj|props|targets|xml|txt|log|pdb|dbg)$/;

/** Words written like names that no entry holds, each once. */
export function strangersOf(words: readonly Word[], unknown: ReadonlySet<string>): string[] {
  const strange = words.flatMap(({ whole, apiName }) =>
    apiName && whole && unknown.has(whole) && !FILE_NAME.test(whole) ? [whole] : [],
  );
  return [...new Set(strange)];
}

/** The parts of strangers that stand nowhere else in the question. */
export function strangeAtomsOf(words: readonly Word[], strangers: ReadonlySet<string>): Set<string> {
  const isStrange = ({ whole }: Word) => whole !== null && strangers.has(whole);
  const usual = new Set(words.filter((word) => !isStrange(word)).flatMap(({ atoms }) => atoms));
  return new Set(words.filter(isStrange).flatMap(({ atoms }) => atoms.filter((atom) => !usual.has(atom))));
}
