import { swapBack } from './slips.ts';
import { strangeAtomsOf, strangersOf } from './strangers.ts';
import { CODE } from './text.ts';
import { type Word, wordsOf } from './tokens.ts';
import {
  BRIEF_LENGTH,
  BRIEF_SLOPE,
  MAX_FUZZY,
  MAX_TERMS,
  MAX_WORDS,
  MIN_FUZZY_LENGTH,
  OWN_CODE_WEIGHT,
  TWO_EDITS_LENGTH,
  UNKNOWN_WEIGHT,
} from './tuning.ts';
import type { WordKnowledge } from './words.ts';

/** A question as the search sees it. */
export interface Question {
  /** Distinct terms to search for, each with its share in what the question is about. */
  terms: { term: string; weight: number }[];
  /** Sum of the weights. */
  weight: number;
  /** All words in their order, by their parts. */
  atoms: string[];
  /** Diagnostic codes, lower case, in order. */
  codes: string[];
  /** Terms that are in no entry. */
  unknown: ReadonlySet<string>;
  /** Unknown terms that may be known ones with a slip of the finger, with the edits that each may need. */
  misspelt: ReadonlyMap<string, number>;
  /** Identifiers that are in no entry: the question may be about just these. */
  strangers: readonly string[];
  /** Those of them that begin as the product's own names do: the question is about these, however long it is. */
  ownStrangers: readonly string[];
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

export function readQuestion(
  text: string,
  { read, signals, ownNames, frequency, rarityOf, rarest }: WordKnowledge,
): Question {
  const words = wordsOf(text, read)
    .slice(0, MAX_WORDS)
    .map((word) => ({ ...word, atoms: word.atoms.map((atom) => swapBack(atom, frequency)) }));
  const atoms = words.flatMap((word) => word.atoms);
  const run = ` ${atoms.join(' ')} `;
  const unknown = new Set(words.flatMap(termsOfWord).filter((term) => !frequency.has(term)));
  const codes = [...new Set(atoms.filter((atom) => CODE.test(atom)))];
  const terms = mostTelling(weigh(words, unknown, rarityOf, rarest));
  const strangers = strangersOf(words, unknown);
  return {
    terms,
    weight: terms.reduce((sum, { weight }) => sum + weight, 0),
    atoms,
    codes,
    unknown,
    misspelt: new Map(
      [...unknown]
        .filter(mayBeMisspelt)
        .slice(0, MAX_FUZZY)
        .map((term) => [term, editsFor(term)]),
    ),
    strangers,
    ownStrangers: strangers.filter((stranger) => ownNames.some((name) => stranger.startsWith(name))),
    onTopic: codes.length > 0 || signals.some((signal) => run.includes(` ${signal} `)),
    words,
    brevity: 1 / (1 + (words.length / BRIEF_LENGTH) ** BRIEF_SLOPE),
    strangeAtoms: new Set(),
    rarityOf,
    rarest,
  };
}

/** The question once it is known which of its strangers were slips of the finger. */
export function withoutCorrected(question: Question, corrected: ReadonlySet<string>): Question {
  const strangers = question.strangers.filter((stranger) => !corrected.has(stranger));
  const ownStrangers = question.ownStrangers.filter((stranger) => strangers.includes(stranger));
  return { ...question, strangers, ownStrangers, strangeAtoms: strangeAtomsOf(question.words, new Set(strangers)) };
}

// --- internal ---

function termsOfWord({ whole, atoms }: Word): string[] {
  return whole ? [whole, ...atoms] : atoms;
}

/** Words that tell nothing are left out, unless there are no others. */
function weigh(
  words: readonly Word[],
  unknown: ReadonlySet<string>,
  rarityOf: (term: string) => number,
  rarest: number,
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
function mostTelling(weights: ReadonlyMap<string, number>): Question['terms'] {
  const terms = [...weights].map(([term, weight]) => ({ term, weight }));
  if (terms.length <= MAX_TERMS) return terms;
  return terms.sort((a, b) => b.weight - a.weight).slice(0, MAX_TERMS);
}

function mayBeMisspelt(term: string): boolean {
  return term.length >= MIN_FUZZY_LENGTH && /^[a-z.]+$/.test(term);
}

function editsFor(term: string): number {
  return term.length >= TWO_EDITS_LENGTH ? 2 : 1;
}
