import pRetry from 'p-retry';

/** The first answer must arrive within three seconds, so the tries follow each other quickly. */
const TRIES = { retries: 3, minTimeout: 100, factor: 2 };

/**
 * Sends to Discord, and again if the connection broke. The REST client repeats by itself what Discord refused for a
 * while (429, 5xx). Sending an answer twice does no harm: Discord takes the first.
 */
export function sendAgain<T>(send: () => Promise<T>): Promise<T> {
  return pRetry(send, {
    ...TRIES,
    shouldRetry: ({ error }) => !isRefusal(error),
  });
}

// --- internal ---

/** Discord answered, with an error. Told by its status: discord.js and we load different copies of the error classes. */
function isRefusal(error: Error): boolean {
  return 'status' in error && typeof error.status === 'number';
}
