// How much of a log is kept. Each number bounds memory or time, whatever somebody pastes.

/** Characters of a line that are read: a linker command in MSB3073 has 8,000, a paste that lost its line ends more. */
export const MAX_LINE = 65_536;

/** Distinct occurrences that are told apart; beyond them only known ones are recognised as repeated. */
export const MAX_DISTINCT = 20_000;

/** Distinct codes, assemblies, and errors without a code. */
export const MAX_CODES = 500;
export const MAX_ASSEMBLIES = 500;
export const MAX_UNCODED = 500;

/** Occurrences of a code that are shown with their place. */
export const MAX_SAMPLES = 5;

/** Lines from which the layout (the width at which a terminal wrapped them) is read. */
export const LAYOUT_LINES = 2000;

/** Lines that one diagnostic may be wrapped into. */
export const MAX_JOINED = 120;
