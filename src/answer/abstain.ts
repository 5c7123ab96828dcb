import type { Hit } from '../search/hit.ts';
import { type Knowledge, linksOf } from './knowledge.ts';
import { plainReply, type Reply } from './reply.ts';

/** Says that the bot doesn't know, and what comes nearest; `reason` if the question is outside of what is known here. */
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
