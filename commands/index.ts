import type { Command } from '../src/command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { check } from './check.ts';
import { compat } from './compat.ts';
import { explain } from './explain.ts';
import { onboard } from './onboard.ts';
import { prereqs } from './prereqs.ts';
import { sources } from './sources.ts';

/** All that the bot can do. Registration, dispatch and help are made from this list. */
export const commands: readonly Command[] = [ask, compat, prereqs, sources, explain, check, onboard, about];
