import MiniSearch, { type SearchResult } from 'minisearch';
import type { Entry, Topic } from '../knowledge/types.ts';
import { buildSearchData, entriesOf, INDEX_OPTIONS, type SearchData } from './data.ts';
import type { Document } from './document.ts';
import { type Hit, toHit } from './hit.ts';
import { look } from './look.ts';
import { findNamed, type Names } from './names.ts';
import { createPassages } from './passages.ts';
import { type Question, readQuestion } from './question.ts';
import { correctionsOf } from './slips.ts';
import { termsOf } from './tokens.ts';
import { CANDIDATES, CANDIDATES_OF_FEW, FEW_TERMS, MIN_FUZZY_LENGTH } from './tuning.ts';
import { createWordKnowledge, type WordKnowledge } from './words.ts';

/** Leaves entries out before they are ranked. */
type Accept = (entry: Entry) => boolean;

export interface Search {
  /** Entries for a question, best first. */
  find(question: string, accept?: Accept): { hits: Hit[]; question: Question };
  /** Entries whose names begin with or resemble what was typed so far, best first. */
  suggest(typed: string, accept?: Accept): Entry[];
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
  const index = MiniSearch.loadJS<Document>(data.index, INDEX_OPTIONS);
  const words = createWordKnowledge(topics, data);
  const byCode = new Map(entries.flatMap((entry) => (entry.code ? [[entry.code, entry] as const] : [])));
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    byCode,
    codeFamilies: new Set([...byCode.keys()].map((code) => code.replace(/\d+$/, '').toLowerCase())),
    find: createFind({ index, entries, words }, new Map(Object.entries(data.names))),
    suggest: createSuggest({ index, entries, words }),
  };
}

// --- internal ---

interface Indexed {
  index: MiniSearch<Document>;
  /** At the positions that the index knows them by. */
  entries: readonly Entry[];
  words: WordKnowledge;
}

function createFind({ index, entries, words }: Indexed, names: Names): Search['find'] {
  const passages = createPassages((text) => termsOf(text, words.read), words);
  return (text, accept) => {
    const asked = readQuestion(text, words);
    const corrections = correctionsOf(asked, (term, edits) => closestTo(term, edits, index));
    const question = corrections.size > 0 ? readQuestion(text, words, corrections) : asked;
    const accepts = accept ? (position: unknown) => isAccepted(entries, position, accept) : null;
    const found = look(question, { index, words, accepts });
    const named = findNamed(question, names);
    const similarity = passages.similarityTo(question);
    const [best] = found;
    const hits = candidatesOf(found, question, entries).map(({ entry, result: { id, score, queryTerms, match } }) => {
      const titled = new Set(queryTerms.filter((term) => match[term]?.includes('names')));
      const relevance = score / (best?.score ?? 1);
      const terms = new Set(queryTerms);
      return toHit({ entry, relevance, terms, titled, similarity: similarity(entry), named: named.get(id) }, question);
    });
    return { question, hits: hits.sort((a, b) => b.score - a.score) };
  };
}

/** The entries that are looked at closely: the best found, and those that explain a code of the question. */
function candidatesOf(found: readonly SearchResult[], { terms, codes }: Question, entries: readonly Entry[]) {
  const most = terms.length > FEW_TERMS ? CANDIDATES : CANDIDATES_OF_FEW;
  return found.flatMap((result, rank) => {
    const entry = entries[result.id];
    if (!entry) return [];
    return rank < most || codes.includes(entry.code?.toLowerCase() ?? '') ? [{ entry, result }] : [];
  });
}

/** The last word may be unfinished, and any word misspelt. */
function createSuggest({ index, entries, words }: Indexed): Search['suggest'] {
  return (typed, accept = () => true) => {
    const found = index.search([...new Set(termsOf(typed, words.read))].join(' '), {
      fields: ['names', 'title'],
      filter: ({ id }) => isAccepted(entries, id, accept),
      prefix: true,
      fuzzy: (term) => (term.length >= MIN_FUZZY_LENGTH ? 1 : false),
    });
    return found.flatMap(({ id }) => entries[id] ?? []);
  };
}

function isAccepted(entries: readonly Entry[], position: unknown, accept: Accept): boolean {
  const entry = typeof position === 'number' ? entries[position] : undefined;
  return entry !== undefined && accept(entry);
}

/** The word within so many edits in the entry where it counts most. */
function closestTo(term: string, edits: number, index: MiniSearch<Document>): string | undefined {
  const [best] = index.search(term, { fuzzy: edits });
  return best?.terms[0];
}
