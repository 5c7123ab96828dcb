import MiniSearch, { type SearchResult } from 'minisearch';
import type { Entry, Topic } from '../knowledge/types.ts';
import { buildSearchData, entriesOf, INDEX_OPTIONS, type SearchData, synonymsOf } from './data.ts';
import type { Document } from './document.ts';
import { findNames } from './names.ts';
import { createPassages } from './passages.ts';
import { createRarity, type Question, readQuestion, type WordKnowledge, withoutCorrected } from './question.ts';
import { scoreOf } from './score.ts';
import { atomsOf, termsOf } from './tokens.ts';
import { CANDIDATES, FUZZY_WEIGHT, MIN_FUZZY_LENGTH } from './tuning.ts';

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
  /** Position of the entry's diagnostic code among the codes in the question; -1 if it isn't there. */
  code: number;
}

export interface Search {
  /** Entries for a question, best first; `accept` leaves entries out before they are ranked. */
  find(question: string, accept?: (entry: Entry) => boolean): { hits: Hit[]; question: Question };
  /** Entries whose names begin with or resemble what was typed so far, best first. */
  suggest(typed: string, accept?: (entry: Entry) => boolean): Entry[];
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  /** Diagnostics by their code, such as `IL3050`. */
  byCode: ReadonlyMap<string, Entry>;
  /** What the codes of diagnostics begin with, in lower case: `il`, `netsdk`. */
  codeFamilies: ReadonlySet<string>;
}

/** Searches the entries of all topics, in memory. `data` is what `buildSearchData` made of the same topics. */
export function createSearch(topics: readonly Topic[], data: SearchData = buildSearchData(topics)): Search {
  const entries = entriesOf(topics);
  const synonyms = synonymsOf(topics);
  const index = MiniSearch.loadJS<Document>(data.index, INDEX_OPTIONS);
  const names = new Map(Object.entries(data.names));
  const words: WordKnowledge = {
    synonyms,
    common: atomSet(topics.flatMap(({ vocabulary }) => vocabulary.common)),
    signals: topics.flatMap(({ vocabulary }) =>
      vocabulary.signals.map((phrase) => atomsOf(phrase, synonyms).join(' ')),
    ),
    frequency: new Map(Object.entries(data.frequency)),
    documents: entries.length,
  };
  const passages = createPassages((text) => termsOf(text, synonyms), createRarity(words));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byCode = new Map(entries.flatMap((entry) => (entry.code ? [[entry.code, entry] as const] : [])));
  const codeFamilies = new Set([...byCode.keys()].map((code) => code.replace(/\d+$/, '').toLowerCase()));
  return { entries, byId, byCode, codeFamilies, find, suggest };

  function find(text: string, accept: (entry: Entry) => boolean = () => true) {
    const asked = readQuestion(text, words);
    const named = nameScores(asked);
    const terms = [...asked.terms.map(({ term }) => term), ...asked.strangers];
    const results = index.search(terms.join(' '), {
      filter: ({ id }) => isAccepted(id, accept),
      fuzzy: (term) => asked.misspelt.get(term) ?? false,
      weights: { fuzzy: FUZZY_WEIGHT, prefix: FUZZY_WEIGHT },
    });
    const question = asked.strangers.length > 0 ? withoutCorrected(asked, termsFoundBy(results)) : asked;
    const best = results[0]?.score ?? 1;
    const hits = results
      .filter(({ id }, index) => index < CANDIDATES || isNamedByCode(id, question))
      .flatMap((result) => toHit(result, best, question, named));
    return { question, hits: hits.sort((a, b) => b.score - a.score) };
  }

  function toHit({ id, score, queryTerms }: SearchResult, best: number, question: Question, named: Named): Hit[] {
    const entry = entries[id];
    if (!entry) return [];
    const name = named.get(id);
    const hit = {
      entry,
      relevance: score / best,
      coverage: coverageOf(question, new Set(queryTerms), name?.atoms ?? NONE),
      similarity: passages.similarity(question, entry),
      name: name?.rarity ?? 0,
      code: entry.code ? question.codes.indexOf(entry.code.toLowerCase()) : -1,
    };
    const rarity = question.rarityOf(entry.code?.toLowerCase() ?? '') / question.rarest;
    return [{ ...hit, score: scoreOf(hit, rarity) }];
  }

  /** Names count by how rare their words are: `MakeGenericType` tells much, `Options` little. */
  function nameScores(question: Question): Named {
    const scores: Named = new Map();
    for (const { entry, atoms } of findNames(question.atoms, names)) {
      const rarity = atoms.reduce((sum, atom) => sum + question.rarityOf(atom), 0) / question.rarest;
      const known = scores.get(entry);
      scores.set(entry, {
        rarity: Math.max(known?.rarity ?? 0, rarity),
        atoms: new Set([...(known?.atoms ?? []), ...atoms]),
      });
    }
    return scores;
  }

  /** The last word may be unfinished, and any word misspelt. */
  function suggest(typed: string, accept: (entry: Entry) => boolean = () => true): Entry[] {
    const found = index.search([...new Set(termsOf(typed, synonyms))].join(' '), {
      fields: ['names', 'title'],
      filter: ({ id }) => isAccepted(id, accept),
      prefix: true,
      fuzzy: (term) => (term.length >= MIN_FUZZY_LENGTH ? 1 : false),
    });
    return found.flatMap(({ id }) => entries[id] ?? []);
  }

  function isNamedByCode(position: unknown, { codes }: Question): boolean {
    const code = typeof position === 'number' ? entries[position]?.code : undefined;
    return codes.length > 0 && code !== null && code !== undefined && codes.includes(code.toLowerCase());
  }

  function isAccepted(position: unknown, accept: (entry: Entry) => boolean): boolean {
    const entry = typeof position === 'number' ? entries[position] : undefined;
    return entry !== undefined && accept(entry);
  }
}

// --- internal ---

/** For each entry that a question names: how rare the words of its longest name are, and the words of all its names. */
type Named = Map<number, { rarity: number; atoms: Set<string> }>;

const NONE: ReadonlySet<string> = new Set();

function atomSet(words: readonly string[]): Set<string> {
  return new Set(words.flatMap((word) => atomsOf(word)));
}

function termsFoundBy(results: readonly SearchResult[]): Set<string> {
  return new Set(results.flatMap(({ queryTerms }) => queryTerms));
}

/** A part of a name that nobody knows counts only where the part is itself a name of the entry. */
function coverageOf(question: Question, found: ReadonlySet<string>, named: ReadonlySet<string>): number {
  const isCovered = (term: string) => found.has(term) && (!question.strangeAtoms.has(term) || named.has(term));
  const covered = question.terms.reduce((sum, { term, weight }) => sum + (isCovered(term) ? weight : 0), 0);
  return question.weight === 0 ? 0 : covered / question.weight;
}
