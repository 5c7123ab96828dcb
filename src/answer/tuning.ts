// The numbers of the decision to answer. `npm run eval -- --curve` prints what each threshold would do.

/** Below this confidence the bot abstains. Higher: fewer wrong answers, more "I don't know". */
export const ANSWER_THRESHOLD = 0.5;

/**
 * The same for a question that doesn't say that it is about the topic, and is more than a name: most of them are about
 * the thing in general ("AddScoped or AddTransient?"), which no entry answers.
 */
export const OFF_TOPIC_THRESHOLD = 0.9;

/** Words from which on a question is more than a name. */
export const MORE_THAN_A_NAME = 4;

/**
 * How telling the name of a diagnostic or a property must be to show by itself that a question is about the topic: these
 * names exist nowhere else, unlike those of packages and APIs. Lower: a single usual word would do.
 */
export const TOPICAL_NAME = 0.7;

/** An entry whose diagnostic code stands in the question explains that code at least. */
export const CODE_CONFIDENCE = 0.7;

/** Weights of a logistic regression on our own questions: what makes it likely that the best hit is the answer. */
export const CONFIDENCE = {
  base: -7.89,
  /** The entry holds the words of the question. */
  coverage: 3.87,
  /** The entry knows the question in nearly these words. */
  similarity: 0.86,
  /** A name of the entry stands in the question. */
  name: 0.18,
  /** So does its diagnostic code; less than nothing, as the margin that comes with it counts already. */
  code: -0.48,
  /** The next entry is far behind, as far as this one fits at all. */
  margin: 0.67,
  /** A long question gives more to go by, so the same share of it tells more. */
  length: 1.45,
  /** The question shows that it is about the topic. */
  onTopic: 2.06,
  /** The question names something that no entry knows. */
  strangers: -3.29,
} as const;

/** More margin and longer names than this tell no more. */
export const MOST_MARGIN = 4;
export const MOST_NAME = 3;

/**
 * In a question of so many words an unknown name weighs half as much as alone, and soon nothing: short ones are about it,
 * long ones hold somebody's own code.
 */
export const STRANGER_LENGTH = 8;
export const STRANGER_SLOPE = 3;

/** How many diagnostics one reply explains at most. */
export const MAX_COMBINED = 3;

/** Entries whose score is this share of the best one's may be meant too; their first paragraph is shown as well. */
export const CLOSE_SCORE = 0.8;

/** How many such entries are shown. */
export const MAX_CLOSE = 2;

/** How many entries are offered beside an answer, or instead of one. */
export const MAX_RELATED = 5;

/** Claims that are shown of each. */
export const MAX_LEAD = 4;
