import type { Hit } from '../search/hit.ts';
import type { Question } from '../search/question.ts';
import { confidenceOf, type Signs, signsOf } from './confidence.ts';
import { ANSWER_THRESHOLD } from './tuning.ts';
import type { Wording } from './wording.ts';

/** Which hit answers, and how surely. */
export interface Choice {
  /** The hits, the chosen one first. */
  hits: readonly [Hit, ...Hit[]];
  signs: Signs;
  /** 0 to 1. */
  confidence: number;
}

/** Takes the best hit; where that is too unlikely, a diagnostic that the question names, as that much can be explained. */
export function choose(hits: readonly [Hit, ...Hit[]], question: Question, wording: Wording): Choice {
  const choice = weigh(hits, question, wording);
  if (choice.confidence >= ANSWER_THRESHOLD) return choice;
  const named = hits.find(({ code }) => code >= 0);
  return named ? weigh([named, ...hits.filter((hit) => hit !== named)], question, wording) : choice;
}

// --- internal ---

function weigh(hits: readonly [Hit, ...Hit[]], question: Question, wording: Wording): Choice {
  const signs = signsOf(hits[0], question, wording, rivalOf(hits));
  return { hits, signs, confidence: confidenceOf(hits[0], signs) };
}

/** The best hit that means something else: not a neighbour of the first one, nor another code of the same question. */
function rivalOf([{ entry, code }, ...others]: readonly [Hit, ...Hit[]]): Hit | undefined {
  const near = new Set([...entry.instead, ...entry.related]);
  return others.find((hit) => {
    const neighbour =
      near.has(hit.entry.id) || hit.entry.related.includes(entry.id) || hit.entry.instead.includes(entry.id);
    return !neighbour && !(code >= 0 && hit.code >= 0);
  });
}
