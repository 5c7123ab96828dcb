import type { Question } from '../search/question.ts';
import type { Hit } from '../search/search.ts';
import {
  CODE_CONFIDENCE,
  MOST_MARGIN,
  MOST_NAME,
  STRANGER_LENGTH,
  STRANGER_SLOPE,
  TOPICAL_NAME,
  CONFIDENCE as W,
} from './tuning.ts';

/**
 * The probability that an entry answers a question, 0 to 1: a logistic regression over what speaks for and against it,
 * with the weights of tuning.ts. `rival` is the best hit that means something else.
 */
export function confidenceOf(hit: Hit, question: Question, rival: Hit | undefined): number {
  const fit = Math.min(1, hit.coverage + hit.similarity);
  const margin = Math.min(hit.score - (rival?.score ?? 0), MOST_MARGIN) * fit;
  const strange = 1 / (1 + (question.words.length / STRANGER_LENGTH) ** STRANGER_SLOPE);
  const logit =
    W.base +
    W.coverage * hit.coverage +
    W.similarity * hit.similarity +
    W.name * Math.min(hit.name, MOST_NAME) +
    W.code * (hit.code >= 0 ? 1 : 0) +
    W.margin * margin +
    W.length * Math.log(1 + question.terms.length) +
    W.onTopic * (isOnTopic(hit, question) ? 1 : 0) +
    W.strangers * (question.strangers.length > 0 ? strange : 0);
  const likely = 1 / (1 + Math.exp(-logit));
  return hit.code >= 0 ? Math.max(likely, CODE_CONFIDENCE) : likely;
}

/** Whether a question is about the topic: it says so, or names a diagnostic or a property, which the topic alone has. */
export function isOnTopic({ entry, name }: Hit, { onTopic }: Question): boolean {
  return onTopic || ((entry.kind === 'diagnostics' || entry.kind === 'properties') && name >= TOPICAL_NAME);
}
