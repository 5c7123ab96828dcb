import { ERRORS } from './errors.ts';
import { MODELS } from './models.ts';
import { PUBLISH } from './publish.ts';
import { SETTINGS } from './settings.ts';
import type { Trap } from './trap.ts';

/** All traps, those that stop the publish first. */
export const TRAPS: readonly Trap[] = [...ERRORS, ...MODELS, ...SETTINGS, ...PUBLISH];
