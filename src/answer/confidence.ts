import type { Question } from '../search/question.ts';
import type { Hit } from '../search/search.ts';
import { CODE_CONFIDENCE, MOST_MARGIN, MOST_NAME, MOST_STRANGERS, STRANGER_LENGTH, CONFIDENCE as W } from './tuning.ts';

/**
 * The probability that an entry answers a question, 0 to 1: a logistic regression over what speaks for and against it,
 * with the weights of tuning.ts. `rival` is the best hit that means something else.
 */
export function confidenceOf(hit: Hit, question: Question, rival: Hit | undefined): number {
  const fit = Math.min(1, hit.coverage + hit.similarity);
  const margin = Math.min(hit.score - (rival?.score ?? 0), MOST_MARGIN) * fit;
  const strangers = Math.min(question.strangers.length, MOST_STRANGERS) / (1 + question.words.length / STRANGER_LENGTH);
  const logit =
    W.base +
    W.coverage * hit.coverage +
    W.similarity * hit.similarity +
    W.name * Math.min(hit.name, MOST_NAME) +
    W.code * (hit.code >= 0 ? 1 : 0) +
    W.margin * margin +
    W.length * Math.log(1 + question.terms.length) +
    W.onTopic * (question.onTopic ? 1 : 0) +
    W.strangers * strangers;
  const likely = 1 / (1 + Math.exp(-logit));
  return hit.code >= 0 ? Math.max(likely, CODE_CONFIDENCE) : likely;
}
