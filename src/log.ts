import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

/** Logs JSON lines to standard output, with secrets taken out. Questions are never logged. */
export function createLog({ LOG_LEVEL, DISCORD_TOKEN }: Pick<Config, 'LOG_LEVEL' | 'DISCORD_TOKEN'>): Logger {
  return pino({
    level: LOG_LEVEL,
    redact: { paths: ['token', '*.token', 'headers.authorization', '*.headers.authorization'], censor: '[secret]' },
    hooks: { streamWrite: (line) => (DISCORD_TOKEN ? line.replaceAll(DISCORD_TOKEN, '[secret]') : line) },
  });
}
