import { stemmer } from 'stemmer';
import { STOP } from './stop.ts';
import { CODE, foldVersions, normalize, VERSION } from './text.ts';

/** A word with its separators: `System.Reflection.Emit`, `C++/CLI`, `win-x64`, `net8.0`. */
const WORD = /[\p{L}\p{N}_]+[+#]*(?:[./-][\p{L}\p{N}_]+[+#]*)*/gu;
/** A hump inside, letters on both sides of a dot, or capitals on both sides of an underscore. */
const API_NAME = /\p{Ll}\p{Lu}|\p{L}\.\p{Lu}|[\p{Lu}\p{N}]_\p{Lu}/u;
/** Two words of a sentence with a slash between. */
const PLAIN_PAIR = /^\p{L}{2,}\/\p{L}{2,}$/u;
/** What people leave off the name of a type. */
const SUFFIX = /(?<=.{3})(?:exception|attribute)$/;
const CAMEL = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+/gu;

/** One word of a text, folded for comparison. */
export interface Word {
  /** As it was written. */
  text: string;
  /** The word as a whole, if it is compound: `system.reflection.emit`. Humps fold, so that `automapper` is AutoMapper. */
  whole: string | null;
  /** Its parts, stemmed: `system`, `reflect`, `emit`. */
  atoms: string[];
  /** Written like an identifier, a path or a number, not like a word of a sentence. */
  identifier: boolean;
  /** Written like the name of an API, a package or a variable: `AddCors`, `Contoso.Mapping`, `APP_HOME`. */
  apiName: boolean;
}

/** The words of a text that say something. */
export function wordsOf(text: string, synonyms: (text: string) => string = same): Word[] {
  const folded = foldVersions(synonyms(normalize(text)));
  return [...folded.matchAll(WORD)]
    .flatMap(([word]) => (isList(word) ? word.split('/') : [word]))
    .map(toWord)
    .filter(({ atoms }) => atoms.length > 0);
}

/** What the index holds of a text: compound words whole and by their parts. */
export function termsOf(text: string, synonyms?: (text: string) => string): string[] {
  return wordsOf(text, synonyms).flatMap(termsOfWord);
}

/** The terms of one word. */
export function termsOfWord({ whole, atoms }: Word): string[] {
  return whole ? [whole, ...atoms] : atoms;
}

/** What a name is compared by: its parts in a row, so that `Reflection.Emit` stands inside `System.Reflection.Emit`. */
export function atomsOf(text: string, synonyms?: (text: string) => string): string[] {
  return wordsOf(text, synonyms).flatMap(({ atoms }) => atoms);
}

// --- internal ---

function same(text: string): string {
  return text;
}

/** `AddCors/UseCors` are two names and `size/speed` are two words; neither is a path. */
function isList(word: string): boolean {
  const parts = word.split('/');
  return parts.length > 1 && (parts.every((part) => API_NAME.test(part)) || PLAIN_PAIR.test(word));
}

function toWord(word: string): Word {
  const lower = word.toLowerCase();
  if (CODE.test(lower) || VERSION.test(lower))
    return { text: word, whole: null, atoms: [lower], identifier: true, apiName: false };
  const bare = lower.replace(SUFFIX, '');
  const parts = word.split(/[./_-]/).flatMap((part) => splitCamel(part));
  const identifier = parts.length > 1 || /\d/.test(word);
  if (parts.length === 1)
    return { text: word, whole: null, atoms: STOP.has(lower) ? [] : [fold(bare)], identifier, apiName: false };
  const apiName = API_NAME.test(word);
  return {
    text: word,
    whole: fold(bare),
    atoms: parts.map((part) => fold(part.toLowerCase())),
    identifier,
    apiName,
  };
}

function splitCamel(part: string): string[] {
  if (part === '') return [];
  if (/[+#]/.test(part)) return [part];
  return part.match(CAMEL) ?? [part];
}

/** Plurals and endings fold for plain words; what holds a digit or a sign stays. */
function fold(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}
