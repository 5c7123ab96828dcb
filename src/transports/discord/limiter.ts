import { RateLimiterMemory } from 'rate-limiter-flexible';

export interface LimiterOptions {
  /** Interactions that one person may send in ten seconds. */
  perUser: number;
  /** Interactions that all together may send in a second. */
  overall: number;
}

/** Whether somebody may go on; in memory, and forgotten after ten seconds. */
export type Limiter = (user: string) => Promise<boolean>;

export function createLimiter({ perUser, overall }: LimiterOptions): Limiter {
  const everybody = new RateLimiterMemory({ keyPrefix: 'all', points: overall, duration: 1 });
  const each = new RateLimiterMemory({ keyPrefix: 'user', points: perUser, duration: 10 });
  // The overall limit comes first: it bounds how many people are remembered.
  return async (user) => (await passes(everybody, 'all')) && (await passes(each, user));
}

// --- internal ---

async function passes(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  return limiter.consume(key).then(
    () => true,
    () => false,
  );
}
