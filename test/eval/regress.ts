/** A question with the best hit for it: what speaks for the hit, and whether it is right. */
export interface Sample {
  /** Numbers of the same meaning for all samples. */
  signs: number[];
  /** The question's words, and how much each of them counts. */
  words: string[];
  share: number;
  right: boolean;
  answerable: boolean;
}

export interface Weights {
  signs: number[];
  words: ReadonlyMap<string, number>;
}

const STEPS = 1000;
const MOMENTUM = 0.99;
/** What a question that must not be answered counts beside one that may: a wrong answer weighs more than none. */
const CAUTION = 2;
/** Keep weights small that few questions speak for; there are many words and few signs. */
const RIDGE = { sign: 0.05, word: 0.25 };
/** Questions in which a word must stand to be weighed. */
const MIN_QUESTIONS = 4;

/** Logistic regression, by gradient descent with momentum in which each weight has a pace of its own. */
export function regress(samples: readonly Sample[]): Weights {
  const signs = (samples[0]?.signs ?? []).map(() => createWeight(RIDGE.sign));
  const words = new Map(usualWords(samples).map((word) => [word, createWeight(RIDGE.word)]));
  const rows = samples.map((sample) => toRow(sample, signs, words));
  for (const row of rows) measure(row);
  for (let step = 0; step < STEPS; step++) {
    for (const row of rows) climb(row);
    for (const weight of [...signs, ...words.values()]) descend(weight);
  }
  return {
    signs: signs.map(({ value }) => value),
    words: new Map([...words].map(([word, { value }]) => [word, value])),
  };
}

/** How likely a sample's hit is right, 0 to 1. */
export function likely({ signs, words, share }: Sample, weights: Weights): number {
  const sum = words.reduce((total, word) => total + share * (weights.words.get(word) ?? 0), 0);
  return sigmoid(signs.reduce((total, sign, index) => total + sign * (weights.signs[index] ?? 0), sum));
}

// --- internal ---

interface Weight {
  value: number;
  speed: number;
  slope: number;
  /** How steep the slope can get: the steeper, the smaller the steps must be. */
  steepness: number;
  ridge: number;
}

interface Row {
  parts: { weight: Weight; times: number }[];
  right: number;
  counts: number;
}

function createWeight(ridge: number): Weight {
  return { value: 0, speed: 0, slope: 0, steepness: ridge, ridge };
}

function toRow(sample: Sample, signs: readonly Weight[], words: ReadonlyMap<string, Weight>): Row {
  const known = sample.words.flatMap((word) => words.get(word) ?? []);
  const parts = [
    ...signs.map((weight, index) => ({ weight, times: sample.signs[index] ?? 0 })),
    ...known.map((weight) => ({ weight, times: sample.share })),
  ];
  return { parts, right: sample.right ? 1 : 0, counts: sample.answerable ? 1 : CAUTION };
}

function measure({ parts, counts }: Row): void {
  const all = parts.reduce((sum, { times }) => sum + Math.abs(times), 0);
  for (const { weight, times } of parts) weight.steepness += (counts * Math.abs(times) * all) / 4;
}

function climb({ parts, right, counts }: Row): void {
  const logit = parts.reduce((sum, { weight, times }) => sum + weight.value * times, 0);
  const error = (sigmoid(logit) - right) * counts;
  for (const { weight, times } of parts) weight.slope += error * times;
}

function descend(weight: Weight): void {
  const slope = weight.slope + weight.ridge * weight.value;
  weight.speed = MOMENTUM * weight.speed - slope / weight.steepness;
  weight.value += weight.speed;
  weight.slope = 0;
}

function usualWords(samples: readonly Sample[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of samples) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].flatMap(([word, count]) => (count >= MIN_QUESTIONS ? [word] : []));
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
