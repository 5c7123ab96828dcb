// Every number that decides what is found, with what a higher or lower value would do. They were set on our own
// questions (`npm run eval`), which were written apart from the entries.

/**
 * Weight of a match by where it stands. What people say counts most, and names by themselves once more in RANK; the body
 * only breaks ties, as it mentions neighbours too. Found by leaving each phrasing out and looking for its entry.
 */
export const FIELD_BOOST = { names: 3, title: 3, asks: 4, headings: 1, body: 0.7 } as const;

/** Letters from which on a word may have two slips of the finger instead of one. */
export const TWO_EDITS_LENGTH = 8;

/** Shorter words are not corrected: nearly any short word is close to another. */
export const MIN_FUZZY_LENGTH = 5;

/** In how many times more entries a word must stand to be taken for what was meant by one with two letters swapped. */
export const KNOWN_MORE = 20;

/** Unknown words that are corrected at most: each costs as much as ten known ones. */
export const MAX_FUZZY = 6;

/** Longest run of words that may be one name. Longer names are found by their words. */
export const MAX_NAME_WORDS = 8;

/** Entries that are looked at closely. With 30, answers took twice as long at worst and none became right. */
export const CANDIDATES = 20;

/** The same where so few words tell something that the index can't tell entries apart: "how do I get started". */
export const CANDIDATES_OF_FEW = 200;
export const FEW_TERMS = 2;

/**
 * Entries with a question's rarer words, counted once a word, from which on its more usual words bring in no further ones.
 * Lower: right answers are lost, from 70 on down; with 200, none was won and answers took a third longer.
 */
export const ENOUGH_FOUND = 100;

/** So many of the rarest words bring in entries whatever they found. With one, "the end user" hid who installs what. */
export const ALWAYS_LOOKED_FOR = 3;

/** Words of a pasted text that are read; the rest only costs time. */
export const MAX_WORDS = 250;

/** Distinct terms that are searched for. With 15, long questions lost more right answers; higher: pasted logs take longer. */
export const MAX_TERMS = 30;

/** Weight of a word that no entry holds: it may be the very thing that is asked. Higher: abstains more. */
export const UNKNOWN_WEIGHT = 0.75;

/** The same for what looks like somebody's own identifier, path or number, which no entry could hold. */
export const OWN_CODE_WEIGHT = 0.15;

/** Words of a question that is half as brief as can be, and how fast that fades. Brief ones are about what they name. */
export const BRIEF_LENGTH = 8;
export const BRIEF_SLOPE = 3;

/** Likeness from which on a question and a wording have the same words; rounding can keep it below 1. */
export const SAME_WORDS = 0.999;

/** What speaks for an entry, for ordering. Only the proportions matter. */
export const RANK = {
  /** MiniSearch's score beside the best one's. */
  relevance: 4,
  /** Share of the question's words that the entry holds. */
  coverage: 4,
  /** Likeness of the question and the entry's best wording. */
  similarity: 5,
  /** The entry knows the question in just these words. Lower: short ones lose to entries that use the words more often. */
  sameWords: 1.5,
  /** A name that stands in the question, per rare word. */
  name: 0.8,
  /** A question that is little else than a name is about just that, and not about what has it in a longer name. */
  nameShare: 1,
  /** Longer names tell no more than this many rare words. */
  mostName: 3,
  /** A diagnostic code leaves little doubt if it is rare or stands nearly alone. */
  code: 5,
  /** Of several codes the first is the main one. */
  laterCode: 2,
} as const;
