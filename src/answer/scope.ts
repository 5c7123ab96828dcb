import type { Topic } from '../knowledge/types.ts';
import type { Question } from '../search/question.ts';
import type { Search } from '../search/search.ts';
import { normalize } from '../search/text.ts';
import { readConditions } from './conditions.ts';
import { ABOUT_FIRST_CODE } from './tuning.ts';

/** Why a question is outside of what is known here, in words for the asker; null if nothing says so. */
export type Scope = (text: string, question: Question) => string | null;

/** What rules an answer out, whatever is found. What only makes one unlikely is in wording.ts. */
export function createScope(topics: readonly Topic[], search: Search): Scope {
  const checks: Scope[] = [nothingAsked, createUnknownCode(topics, search), order, unknownName, createNotYet(topics)];
  return (text, question) => {
    const plain = normalize(text);
    return checks.map((check) => check(plain, question)).find((reason) => reason !== null) ?? null;
  };
}

// --- internal ---

/** Thanks without a question. */
const THANKS = /^\s*(?:thanks|thank you|thx|danke|merci|gracias)\b[^?]*$/i;

const nothingAsked: Scope = (plain, { atoms, codes }) =>
  atoms.length === 0 || (THANKS.test(plain) && codes.length === 0)
    ? 'Ask about an API, a package, a diagnostic code or a platform, in a few words.'
    : null;

/**
 * A code of one of the families that are known here or of another tool's, if no other code of the question is known. A
 * brief question is about its first code; in a longer one, such as a pasted log, any known one can be explained.
 */
function createUnknownCode(topics: readonly Topic[], { codeFamilies }: Search): Scope {
  const own = familyTest(codeFamilies);
  const any = familyTest([...codeFamilies, ...topics.flatMap(({ vocabulary }) => vocabulary.codes)]);
  return (_, { codes, unknown, brevity }) => {
    const [first] = codes;
    const aboutFirst = brevity > ABOUT_FIRST_CODE && first && unknown.has(first) && own(first);
    if (!aboutFirst && codes.some((code) => !unknown.has(code))) return null;
    const code = codes.find(any);
    return code ? `${code.toUpperCase()} is not a diagnostic that any document we know describes.` : null;
  };
}

function familyTest(families: Iterable<string>): (code: string) => boolean {
  const beginnings = [...families].map((family) => family.toLowerCase());
  return (code) => beginnings.some((beginning) => code.startsWith(beginning));
}

/** Somebody wants a thing to be made, which no document settles: "write me ...", "can anybody build us ...", "code the whole ...". */
const ORDER =
  /^\s*(?:(?:please|pls|(?:can|could|will|would) (?:you|some(?:one|body)|any(?:one|body)))\s+)*(?:write|code|build|generate|implement|create)\s+(?:me|us|(?:the|a)\s+(?:complete|full|whole|entire))\b/i;

const order: Scope = (plain) =>
  ORDER.test(plain)
    ? 'Programs are not written here. Ask what works, what a message means, or how something is done.'
    : null;

/** A name that begins as the product's own do, and that no entry knows. */
const unknownName: Scope = (_, { ownStranger }) =>
  ownStranger ? `No document that we know names "${ownStranger}".` : null;

/** A version of the product that is not even in preview. */
function createNotYet(topics: readonly Topic[]): Scope {
  const last = Math.max(...topics.map(({ vocabulary: { releases } }) => Number(releases.preview ?? releases.newest)));
  return (plain) => {
    const { dotnet } = readConditions(plain);
    return dotnet && last > 1 && Number(dotnet) > last ? `Nothing that we know speaks of .NET ${dotnet} yet.` : null;
  };
}
