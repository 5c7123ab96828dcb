import { aliases } from './aliases.ts';
import { anchors } from './anchors.ts';
import { asks } from './asks.ts';
import { length } from './length.ts';
import { names } from './names.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';
import { sources } from './sources.ts';
import { support } from './support.ts';

/** What must hold for answers to be right, in the order in which the rules report. */
export const RULES: readonly Rule[] = [names, support, aliases, asks, references, anchors, length];

/** What should hold besides, for tidiness: the lint tells, loading goes on. */
export const TIDY_RULES: readonly Rule[] = [sources];
