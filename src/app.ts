import { commands } from '../commands/index.ts';
import type { Knowledge } from './answer/knowledge.ts';
import { type Bot, createBot, type Outcome } from './bot.ts';
import type { Config } from './config.ts';
import { watchKnowledge } from './knowledge/live.ts';
import type { Logger } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { openKnowledge } from './open.ts';
import { prepareKnowledge } from './prepare.ts';
import { createFileReader } from './transports/discord/files.ts';
import { createHandler } from './transports/discord/handler.ts';
import { createLimiter } from './transports/discord/limiter.ts';

/** Bytes of an attachment that is read at most, and milliseconds that this may take. */
const ATTACHMENT = { maxBytes: 8 * 1024 * 1024, timeout: 10_000 };

/** Everything that answers interactions, whichever transport brings them. */
export interface App {
  bot: Bot;
  metrics: Metrics;
  handle: ReturnType<typeof createHandler>;
  close(): Promise<void>;
}

/** Wires knowledge, bot, metrics and limits together. Rejects with a `KnowledgeError` if the knowledge can't be used. */
export async function createApp(config: Config, log: Logger): Promise<App> {
  const open = async () => {
    await prepareKnowledge(config.KNOWLEDGE_DIR, config.CACHE_DIR);
    return openKnowledge(config.KNOWLEDGE_DIR, config.CACHE_DIR);
  };
  let knowledge: Knowledge = await open();
  const metrics = createMetrics(() => knowledge);
  const bot = createBot({
    commands,
    knowledge: () => knowledge,
    onOutcome: (outcome) => {
      metrics.count(outcome);
      logOutcome(outcome, log);
    },
    onFault: (error, command) => log.error({ err: error, command }, 'a command failed'),
    onUnhelpful: (entry) => {
      metrics.countUnhelpful();
      log.info({ entry }, 'not helpful');
    },
  });
  const stopWatching = watchKnowledge(config.KNOWLEDGE_DIR, {
    reload: async () => {
      knowledge = await open();
      log.info({ entries: knowledge.search.entries.length }, 'knowledge loaded again');
    },
    onProblem: (error) => log.error({ err: error }, 'the changed knowledge is not usable; the last good one goes on'),
  });
  const limiter = createLimiter({ perUser: config.RATE_PER_USER, overall: config.RATE_OVERALL });
  const readFile = createFileReader({ hosts: config.ATTACHMENT_HOSTS, ...ATTACHMENT });
  return { bot, metrics, handle: createHandler({ bot, readFile, limiter }), close: stopWatching };
}

// --- internal ---

/** One line an interaction: what was used and what came of it, never what was asked. */
function logOutcome({ command, outcome, entry, ms }: Outcome, log: Logger): void {
  log.info({ command, outcome, entry, ms: Math.round(ms * 10) / 10 }, 'interaction');
}
