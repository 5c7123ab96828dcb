import { citationsOf, type Reply } from '../answer/reply.ts';
import { renderText } from './text.ts';

/** The JSON object of the command line's contract: one answer. */
export function toJson(question: string, reply: Reply): Record<string, unknown> {
  const status = reply.verdict?.status ?? null;
  return {
    question,
    answered: reply.answered,
    id: reply.id,
    kind: reply.kind,
    title: reply.title,
    verdict: status === 'unknown' ? null : status,
    text: renderText(reply),
    citations: citationsOf(reply).map(({ title, url, repo, path, anchor, verified }) => ({
      title,
      url,
      repo,
      path,
      anchor,
      verified,
    })),
    related: reply.related.map(({ id }) => id),
    confidence: Math.round(reply.confidence * 1000) / 1000,
  };
}
