import type { Entry } from '../knowledge/types.ts';
import type { NamedEntry } from './names.ts';
import type { Question } from './question.ts';
import { VERSION } from './text.ts';
import { RANK, SAME_WORDS } from './tuning.ts';

/** An entry that may answer a question. */
export interface Hit {
  entry: Entry;
  /** Orders the hits of one question; says nothing across questions. */
  score: number;
  /** MiniSearch's score as a share of the best one for this question. */
  relevance: number;
  /** Share of the question's informative words that the entry holds, 0 to 1. */
  coverage: number;
  /** How alike the question and the entry's best wording of it are, 0 to 1. */
  similarity: number;
  /** How telling the names are that stand in the question word for word: 0 (none), 1 (one of a very rare word), or more. */
  name: number;
  /** Share of the question's informative words that are names of the entry, 0 to 1. */
  nameShare: number;
  /** Share of the question's informative words that stand in the entry's names, be it among others, 0 to 1. */
  titled: number;
  /** Position of the entry's diagnostic code among the codes in the question; -1 if it isn't there. */
  code: number;
}

/** What the index found of an entry. */
interface Found {
  entry: Entry;
  relevance: number;
  /** Terms of the question that the entry holds. */
  terms: ReadonlySet<string>;
  /** Those of them that stand in one of its names. */
  titled: ReadonlySet<string>;
  similarity: number;
  /** Its names that stand in the question. */
  named: NamedEntry | undefined;
}

export function toHit({ entry, relevance, terms, titled, similarity, named }: Found, question: Question): Hit {
  const code = entry.code?.toLowerCase() ?? null;
  const hit = {
    entry,
    relevance,
    coverage: coverageOf(question, terms, named?.atoms ?? NONE),
    similarity,
    name: named?.rarity ?? 0,
    nameShare: shareOf(question, (term) => named?.atoms.has(term) ?? false),
    titled: shareOf(question, (term) => titled.has(term)),
    code: code === null ? -1 : question.codes.indexOf(code),
  };
  const rarity = code === null ? 0 : question.rarityOf(code) / question.rarest;
  return { ...hit, score: scoreOf(hit, Math.max(rarity, question.brevity)) };
}

// --- internal ---

const NONE: ReadonlySet<string> = new Set();

/**
 * Share of the question that the entry holds. A version is a condition, which any entry has a verdict for. A part of a
 * name that nobody knows counts only where the part is itself a name of the entry.
 */
function coverageOf(question: Question, found: ReadonlySet<string>, named: ReadonlySet<string>): number {
  const isCovered = (term: string) =>
    named.has(term) || VERSION.test(term) || (found.has(term) && !question.strangeAtoms.has(term));
  return shareOf(question, isCovered);
}

/** Share of the question's weight that some terms have. */
function shareOf({ terms, weight: whole }: Question, isMeant: (term: string) => boolean): number {
  const part = terms.reduce((sum, { term, weight }) => sum + (isMeant(term) ? weight : 0), 0);
  return whole === 0 ? 0 : part / whole;
}

/**
 * How well an entry fits a question, for ordering: what speaks for it, weighed as tuning.ts says. `main` tells how likely
 * the entry's code is the matter, 0 to 1: in a longer question, one that many entries mention, such as IL3050, may only be
 * where the thing that is asked about shows.
 */
function scoreOf(
  { relevance, coverage, similarity, name, nameShare, code }: Omit<Hit, 'score' | 'titled'>,
  main: number,
): number {
  const named = Math.min(name, RANK.mostName);
  const score =
    RANK.relevance * relevance +
    RANK.coverage * coverage +
    RANK.similarity * similarity +
    RANK.name * named +
    RANK.nameShare * nameShare +
    (similarity > SAME_WORDS ? RANK.sameWords : 0);
  return code < 0 ? score : score + RANK.code * main - RANK.laterCode * code;
}
