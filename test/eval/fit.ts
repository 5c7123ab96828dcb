import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { choose } from '../../src/answer/choose.ts';
import { SIGNS } from '../../src/answer/confidence.ts';
import { createKnowledge, type Knowledge } from '../../src/answer/knowledge.ts';
import { tellingWordsOf } from '../../src/answer/wording.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { normalize } from '../../src/search/text.ts';
import { type Question, readQuestions } from './questions.ts';
import { likely, regress, type Sample } from './regress.ts';

// `npm run fit`: finds the weights of CONFIDENCE in src/answer/tuning.ts and of the words in tells.yaml anew from our own
// questions, and prints what each threshold does on questions that were left out of the fit, a tenth at a time.
// --write puts the words' weights in their file; the signs' weights belong to them and go into tuning.ts by hand.

const PARTS = 10;
const TELLS = 'knowledge/native-aot/tells.yaml';
const HEAD =
  '# What single words of a question tell about whether it is ours. Made by `npm run fit -- --write`; not to be edited.\n';
/** The words have their weights already. */
const FITTED = SIGNS.filter((sign) => sign !== 'tells');

const { values: flags } = parseArgs({ options: { write: { type: 'boolean' } } });
const knowledge = createKnowledge(await loadKnowledge('knowledge'));
const samples = (await readQuestions()).flatMap((question) => toSample(question, knowledge));
const weights = regress(samples);
console.log('For CONFIDENCE in src/answer/tuning.ts, together with the words:');
for (const [index, sign] of FITTED.entries()) console.log(`  ${sign}: ${weights.signs[index]?.toFixed(2)},`);
console.table(thresholds(leaveOut(samples)));
if (flags.write) await writeFile(TELLS, HEAD + stringify(tellsOf(weights.words)));

// --- internal ---

/** Nothing for a question that is refused whatever the confidence. */
function toSample({ question, expect }: Question, { search, scope, wordingOf }: Knowledge): Sample[] {
  const found = search.find(question);
  const [first, ...others] = found.hits;
  if (!first || scope(question, found.question)) return [];
  const { hits, signs } = choose([first, ...others], found.question, wordingOf(question));
  const right = expect.includes(hits[0].entry.id);
  const answerable = expect.length > 0;
  return [{ signs: FITTED.map((sign) => signs[sign]), ...tellingWordsOf(normalize(question)), right, answerable }];
}

/** By the alphabet, so that changes are easy to see; what rounds to nothing is left out. */
function tellsOf(words: ReadonlyMap<string, number>): Record<string, number> {
  const rounded = [...words].map(([word, weight]) => [word, Number(weight.toFixed(1))] as const);
  return Object.fromEntries(rounded.filter(([, weight]) => weight !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** How likely each sample is by weights that were found without it. */
function leaveOut(samples: readonly Sample[]): { sample: Sample; confidence: number }[] {
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const weights = regress(samples.filter((_, index) => index % PARTS !== part));
    const left = samples.filter((_, index) => index % PARTS === part);
    return left.map((sample) => ({ sample, confidence: likely(sample, weights) }));
  });
}

function thresholds(told: ReturnType<typeof leaveOut>): object[] {
  const share = (count: number) => `${((100 * count) / told.length).toFixed(1)} %`;
  return [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8].map((threshold) => {
    const answered = told.filter(({ confidence }) => confidence >= threshold);
    const wrong = answered.filter(({ sample }) => !sample.right);
    return {
      threshold,
      answered: share(answered.length),
      right: share(answered.length - wrong.length),
      wrong: share(wrong.length),
      'of it, not to be answered': wrong.filter(({ sample }) => !sample.answerable).length,
    };
  });
}
