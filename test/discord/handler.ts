import type { Bot } from '../../src/bot.ts';
import { createFileReader } from '../../src/transports/discord/files.ts';
import { createHandler } from '../../src/transports/discord/handler.ts';
import { createLimiter } from '../../src/transports/discord/limiter.ts';

/** The handler that both transports use, with limits that no test meets by chance. */
export function openHandler(bot: Bot, options: { perUser?: number; deferAfter?: number; host?: string } = {}) {
  const { perUser = 10_000, deferAfter, host = '127.0.0.1' } = options;
  return createHandler({
    bot,
    deferAfter,
    limiter: createLimiter({ perUser, overall: 100_000 }),
    readFile: createFileReader({ hosts: new Set([host]), maxBytes: 1024 * 1024, timeout: 2000 }),
  });
}
