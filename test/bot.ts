import { commands } from '../commands/index.ts';
import { type Bot, createBot, type Outcome } from '../src/bot.ts';
import { openKnowledge } from '../src/open.ts';

/** The real knowledge; what is made of it is kept for the other tests. */
export const realKnowledge = await openKnowledge('knowledge', '.cache/test');

/** A bot with all commands and the real knowledge, which collects what it would log. */
export function openBot(options: Partial<Parameters<typeof createBot>[0]> = {}) {
  const outcomes: Outcome[] = [];
  const faults: unknown[] = [];
  const unhelpful: string[] = [];
  const bot: Bot = createBot({
    commands,
    knowledge: () => realKnowledge,
    onOutcome: (outcome) => outcomes.push(outcome),
    onFault: (error) => faults.push(error),
    onUnhelpful: (entry) => unhelpful.push(entry),
    ...options,
  });
  return { ...bot, outcomes, faults, unhelpful };
}
