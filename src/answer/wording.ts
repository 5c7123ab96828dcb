import type { Topic } from '../knowledge/types.ts';
import { normalize, phrasePattern } from '../search/text.ts';
import { MAX_TELLING } from './tuning.ts';

/** What the wording of a question says about whether it is ours to answer, whatever is found for it. */
export interface Wording {
  /** How much its single words speak for it or, below 0, against it. */
  tells: number;
  /** The phrase by which it looks like a question of another kind, in words for the asker; null if there is none. */
  outside: string | null;
}

/** Reads questions by the phrases and the weighed words of the topics. */
export function createWording(topics: readonly Topic[]): (text: string) => Wording {
  const tells = new Map(topics.flatMap(({ tells }) => Object.entries(tells)));
  const finders = [createUnsettled(topics), ...topics.map(createElsewhere)];
  return (text) => {
    const plain = normalize(text);
    const { words, share } = tellingWordsOf(plain);
    return {
      tells: share * words.reduce((sum, word) => sum + (tells.get(word) ?? 0), 0),
      outside: finders.map((find) => find(plain)).find((reason) => reason !== null) ?? null,
    };
  };
}

/** The distinct words of a normalized question, and how much each counts: the more there are, the less one of them tells. */
export function tellingWordsOf(plain: string): { words: string[]; share: number } {
  const all = plain.toLowerCase().match(WORD) ?? [];
  const words = [...new Set(all.slice(0, MAX_TELLING))];
  return { words, share: 1 / Math.sqrt(Math.max(1, words.length)) };
}

// --- internal ---

/** Words that say nothing for the search, such as "who" and "lol", tell most here. */
const WORD = /\p{L}+[+#]*/gu;

type Find = (plain: string) => string | null;

function createUnsettled(topics: readonly Topic[]): Find {
  const find = finder(topics.flatMap(({ vocabulary }) => vocabulary.unsettled));
  return (plain) => {
    const phrase = find(plain);
    return phrase ? `No document settles questions of this kind ("${phrase}").` : null;
  };
}

/** Another technology, unless the question names this one beside it: "Native AOT beside GraalVM". */
function createElsewhere({ name, id, vocabulary }: Topic): Find {
  const findOwn = finder([name, id, name.replaceAll(' ', ''), ...vocabulary.home]);
  const findOther = finder(vocabulary.elsewhere);
  return (plain) => {
    const other = findOther(plain);
    if (!other || findOwn(plain)) return null;
    return `This looks like a question about something else ("${other}"), which is not covered here.`;
  };
}

function finder(phrases: readonly string[]): Find {
  if (phrases.length === 0) return () => null;
  const pattern = phrasePattern(phrases);
  return (plain) => plain.match(pattern)?.[0] ?? null;
}
