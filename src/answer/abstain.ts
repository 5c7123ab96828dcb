import type { Question } from '../search/question.ts';
import type { Hit } from '../search/search.ts';
import { type Knowledge, linksOf } from './knowledge.ts';
import { plainReply, type Reply } from './reply.ts';

/** Why a question is not answered at all, in words for the asker; null if nothing speaks against it. */
export function refusal(text: string, question: Question, { search, elsewhere }: Knowledge): string | null {
  if (question.atoms.length === 0)
    return 'Ask about an API, a package, a diagnostic code or a platform, in a few words.';
  const unknown = question.codes.find((code) => question.unknown.has(code) && looksLikeCode(code, search.codeFamilies));
  if (unknown && !question.codes.some((code) => !question.unknown.has(code)))
    return `${unknown.toUpperCase()} is not a diagnostic that any document we know describes.`;
  if (ORDER.test(text))
    return 'Programs are not written here. Ask what works, what a message means, or how something is done.';
  const other = elsewhere(text);
  return other ? `This looks like a question about something else ("${other}"), which is not covered here.` : null;
}

/** Says that the bot doesn't know, and what comes nearest. */
export function abstain(reason: string | null, hits: readonly Hit[], knowledge: Knowledge, confidence = 0): Reply {
  const nearest = linksOf(
    hits.slice(0, 3).map(({ entry }) => entry.id),
    knowledge,
  );
  const names = knowledge.topics.map(({ name }) => name).join(', ');
  const why = reason ?? `Nothing that is documented about ${names} and known here settles this question.`;
  return plainReply("I don't know", `${why} No answer is better than a wrong one.`, {
    answered: false,
    related: reason ? [] : nearest,
    confidence,
  });
}

// --- internal ---

/** Somebody wants a thing to be made, which no document settles: "write me ...", "could you build us ...". */
const ORDER =
  /^\s*(?:(?:please|pls|can you|could you|will you)\s+)*(?:write|code|build|generate|implement|create)\s+(?:me|us)\b/i;

/** A code of a family that we know, or of one that begins like it (`ILC7042`). */
function looksLikeCode(code: string, families: ReadonlySet<string>): boolean {
  return [...families].some((family) => code.startsWith(family));
}
