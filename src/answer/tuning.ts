// The numbers of the decision to answer. `npm run fit` finds CONFIDENCE anew and prints what each threshold would do.

/** Below this confidence the bot abstains. Higher: fewer wrong answers, more "I don't know". */
export const ANSWER_THRESHOLD = 0.5;

/** Words from which on a question is more than a name. */
export const MORE_THAN_A_NAME = 4;

/** Share of a short question that the named entry must hold for the question to be just its name. */
export const MOST_OF_IT = 0.9;

/** Likeness from which on a short question is taken for a name that is put a little differently. */
export const NEARLY_THE_NAME = 0.5;

/** An entry whose diagnostic code stands in the question explains that code at least. */
export const CODE_CONFIDENCE = 0.7;

/** Brevity from which on a question with several diagnostic codes is about the first of them. */
export const ABOUT_FIRST_CODE = 0.5;

/** What makes it likely that the best hit is the answer: weights of a logistic regression on our own questions. */
export const CONFIDENCE = {
  base: -12.58,
  /** The entry holds the words of the question. */
  coverage: 5.27,
  /** The entry knows the question in nearly these words. */
  similarity: 4.9,
  /** A name of the entry stands in the question. */
  name: 0.5,
  /** The next entry is far behind, as far as this one fits at all. */
  margin: 0.65,
  /** A long question gives more to go by, so the same share of it tells more. */
  length: 1.26,
  /** The question shows that it is about the topic. */
  onTopic: 2.34,
  /** It doesn't, but the entry is of a kind that is about nothing else. */
  ownKind: 1.29,
  /** The question names something that no entry knows; a short one is about just that, a long one holds somebody's code. */
  strangers: -4.24,
  /** A phrase looks like another kind of question, or like another technology. */
  outside: -5.46,
  /** What its words tell, by the weights in the topics' tells.yaml, which are found together with these. */
  tells: 1,
} as const;

/** Words of a question whose weight is counted: a pasted log goes on and on. */
export const MAX_TELLING = 120;

/** More margin and longer names than this tell no more. */
export const MOST = { margin: 4, name: 3 } as const;

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
