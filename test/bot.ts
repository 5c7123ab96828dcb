import { commands } from '../commands/index.ts';
import { createKnowledge } from '../src/answer/knowledge.ts';
import { type Bot, createBot, type Outcome } from '../src/bot.ts';
import { readKnowledge } from '../src/knowledge/read.ts';
import { parseKnowledge } from '../src/knowledge/topic.ts';

/** The real knowledge, loaded once for all tests of a file. */
export const realKnowledge = createKnowledge(parseKnowledge((await readKnowledge('knowledge')).files).topics);

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
