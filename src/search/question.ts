import { swapBack } from './slips.ts';
import { strangeAtomsOf, strangersOf } from './strangers.ts';
import { CODE } from './text.ts';
import { atomsOf, termsOfWord, type Word, wordsOf } from './tokens.ts';
import { BRIEF_LENGTH, BRIEF_SLOPE, MAX_WORDS } from './tuning.ts';
import { mostTelling, type Term, weigh } from './weights.ts';
import type { WordKnowledge } from './words.ts';

/** A question as the search sees it. */
export interface Question {
  /** Distinct terms to search for, each with its share in what the question is about. */
  terms: Term[];
  /** Sum of the weights. */
  weight: number;
  /** All words in their order, by their parts. */
  atoms: string[];
  /** Diagnostic codes, lower case, in order. */
  codes: string[];
  /** Terms that are in no entry. */
  unknown: ReadonlySet<string>;
  /** Identifiers that are in no entry: the question may be about just these. */
  strangers: readonly string[];
  /** One of them that begins as the product's own names do, as it was written: the question is about it, however long. */
  ownStranger: string | null;
  /** Words that stand in the question only as parts of strangers. */
  strangeAtoms: ReadonlySet<string>;
  /** The question says that it is about the topic. */
  onTopic: boolean;
  words: readonly Word[];
  /** 1 for a question of a word or two, half of that for one of BRIEF_LENGTH words, and soon nothing. */
  brevity: number;
  /** How rare a word is among the entries: 0 (everywhere) to `rarest` (in one). */
  rarityOf(atom: string): number;
  rarest: number;
}

/** Reads a question. `corrections` has known words for some that no entry holds. */
export function readQuestion(
  text: string,
  knowledge: WordKnowledge,
  corrections: ReadonlyMap<string, string> = new Map(),
): Question {
  const { read, signals, frequency, rarityOf, rarest } = knowledge;
  const words = wordsOf(text, read)
    .slice(0, MAX_WORDS)
    .map((word) => ({
      ...word,
      whole: word.whole && (corrections.get(word.whole) ?? word.whole),
      atoms: word.atoms.map((atom) => corrections.get(atom) ?? swapBack(atom, frequency)),
    }));
  const atoms = words.flatMap((word) => word.atoms);
  const run = ` ${atoms.join(' ')} `;
  const unknown = new Set(words.flatMap(termsOfWord).filter((term) => !frequency.has(term)));
  const codes = [...new Set(atoms.filter((atom) => CODE.test(atom)))];
  const terms = mostTelling(weigh(words, unknown, knowledge));
  const strangers = strangersOf(words, unknown);
  return {
    terms,
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
    atoms,
    codes,
    unknown,
    strangers,
    ownStranger:
      words.find(({ whole }) => whole && strangers.includes(whole) && looksOwn(whole, knowledge))?.text ?? null,
    onTopic: codes.length > 0 || signals.some((signal) => run.includes(` ${signal} `)),
    words,
    brevity: 1 / (1 + (words.length / BRIEF_LENGTH) ** BRIEF_SLOPE),
    strangeAtoms: strangeAtomsOf(words, new Set(strangers)),
    rarityOf,
    rarest,
  };
}

/**
 * Whether a name begins as the product's own names do, or is a known package's with such a part behind it
 * ("Hangfire.NativeAot"); what stands behind somebody's own name is theirs ("Shop.Aot").
 */
function looksOwn(stranger: string, { ownNames, names }: WordKnowledge): boolean {
  const [first = '', ...parts] = stranger.split('.');
  const isOwn = (part: string) => ownNames.some((name) => part.startsWith(name));
  return isOwn(stranger) || (names.has(atomsOf(first).join(' ')) && parts.some(isOwn));
}
