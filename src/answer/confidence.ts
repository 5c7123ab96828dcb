import type { Kind } from '../knowledge/types.ts';
import type { Hit } from '../search/hit.ts';
import type { Question } from '../search/question.ts';
import { VERSION } from '../search/text.ts';
import { CODE_CONFIDENCE, CONFIDENCE, MORE_THAN_A_NAME, MOST, MOST_OF_IT, NEARLY_THE_NAME } from './tuning.ts';
import type { Wording } from './wording.ts';

/** What speaks for or against a hit, as numbers; tuning.ts says what each means and how much it weighs. */
export type Signs = Record<keyof typeof CONFIDENCE, number>;

/** `rival` is the best hit that means something else. */
export function signsOf(hit: Hit, question: Question, wording: Wording, rival: Hit | undefined): Signs {
  const onTopic = question.onTopic || isJustAName(hit, question);
  const fit = Math.min(1, hit.coverage + hit.similarity);
  return {
    base: 1,
    coverage: hit.coverage,
    similarity: hit.similarity,
    name: Math.min(hit.name, MOST.name),
    margin: Math.min(hit.score - (rival?.score ?? 0), MOST.margin) * fit,
    length: Math.log(1 + question.terms.length),
    onTopic: onTopic ? 1 : 0,
    ownKind: !onTopic && OWN_KINDS.has(hit.entry.kind) && (hit.titled > 0 || question.terms.length > 1) ? 1 : 0,
    strangers: question.strangers.length > 0 ? question.brevity : 0,
    outside: wording.outside ? 1 : 0,
    tells: wording.tells,
  };
}

/** The probability that a hit with these signs answers the question, 0 to 1, by logistic regression. */
export function confidenceOf({ code }: Hit, signs: Signs): number {
  const logit = SIGNS.reduce((sum, sign) => sum + CONFIDENCE[sign] * signs[sign], 0);
  const likely = 1 / (1 + Math.exp(-logit));
  return code >= 0 && signs.outside === 0 ? Math.max(likely, CODE_CONFIDENCE) : likely;
}

/** The names of the signs, in the order of tuning.ts. */
export const SIGNS = Object.keys(CONFIDENCE) as (keyof Signs)[];

// --- internal ---

/** Kinds of entries that are about the topic alone; packages and APIs are asked about for other reasons too. */
const OWN_KINDS: ReadonlySet<Kind> = new Set(['diagnostics', 'guides', 'platforms', 'prerequisites', 'properties']);

/** Somebody who asks just "Dapper", or "does Polly work in .NET 9", here asks about it and the topic. */
function isJustAName({ name, titled, similarity, coverage }: Hit, { words, rarityOf }: Question): boolean {
  const tells = (atom: string) => rarityOf(atom) > 0 && !VERSION.test(atom);
  const telling = words.filter(({ atoms }) => atoms.some(tells)).length;
  // One word that is in no name, such as "coffee", may stand in some phrasing by chance.
  const named = name > 0 || titled > MOST_OF_IT || (telling > 1 && similarity > NEARLY_THE_NAME);
  return named && telling < MORE_THAN_A_NAME && coverage > MOST_OF_IT;
}
