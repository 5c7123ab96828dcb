import { choose } from '../../src/answer/choose.ts';
import { SIGNS } from '../../src/answer/confidence.ts';
import { createKnowledge, type Knowledge } from '../../src/answer/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Question, readQuestions } from './questions.ts';

// `npm run fit`: finds the weights of CONFIDENCE in src/answer/tuning.ts anew from our own questions, by logistic
// regression, and prints what each threshold does on questions that were left out of the fit, a tenth at a time.

interface Sample {
  signs: number[];
  right: boolean;
  answerable: boolean;
}

const PARTS = 10;
const STEPS = 4000;
const RATE = 0.5;
const MOMENTUM = 0.9;
/** What a question that must not be answered counts beside one that may: a wrong answer weighs more than none. */
const CAUTION = 2;
/** Keeps weights small that few questions speak for. */
const RIDGE = 0.05;

const knowledge = createKnowledge(await loadKnowledge('knowledge'));
const samples = (await readQuestions()).flatMap((question) => toSample(question, knowledge));
const weights = regress(samples);
for (const [index, sign] of SIGNS.entries()) console.log(`  ${sign}: ${weights[index]?.toFixed(2)},`);
console.table(thresholds(leaveOut(samples)));

// --- internal ---

/** Nothing for a question that is refused whatever the confidence. */
function toSample({ question, expect }: Question, { search, scope }: Knowledge): Sample[] {
  const found = search.find(question);
  const [first, ...others] = found.hits;
  if (!first || scope(question, found.question)) return [];
  const { hits, signs } = choose([first, ...others], found.question);
  const right = expect.includes(hits[0].entry.id);
  return [{ signs: SIGNS.map((sign) => signs[sign]), right, answerable: expect.length > 0 }];
}

/** Gradient descent with momentum; the weights come in the order of SIGNS. */
function regress(samples: readonly Sample[]): number[] {
  const weights = SIGNS.map(() => 0);
  const speed = SIGNS.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => RIDGE * weight);
    for (const { signs, right, answerable } of samples) {
      const error = (likely(signs, weights) - (right ? 1 : 0)) * (answerable ? 1 : CAUTION);
      for (const [index, sign] of signs.entries()) slope[index] = (slope[index] ?? 0) + error * sign;
    }
    for (const [index, value] of slope.entries()) {
      speed[index] = MOMENTUM * (speed[index] ?? 0) - (RATE * value) / samples.length;
      weights[index] = (weights[index] ?? 0) + speed[index];
    }
  }
  return weights;
}

function likely(signs: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-signs.reduce((sum, sign, index) => sum + sign * (weights[index] ?? 0), 0)));
}

/** How likely each sample is by weights that were found without it. */
function leaveOut(samples: readonly Sample[]): { sample: Sample; confidence: number }[] {
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const weights = regress(samples.filter((_, index) => index % PARTS !== part));
    const left = samples.filter((_, index) => index % PARTS === part);
    return left.map((sample) => ({ sample, confidence: likely(sample.signs, weights) }));
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
