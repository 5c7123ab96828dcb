/** Remembers what was there before, up to a number of keys and no longer than a time. */
export interface Seen {
  /** True the first time that a key is named. */
  isNew(key: string): boolean;
}

export function createSeen({ max, ttl }: { max: number; ttl: number }): Seen {
  const times = new Map<string, number>();
  return {
    isNew(key) {
      const now = Date.now();
      forgetOld(times, now - ttl, max);
      if (times.has(key)) return false;
      times.set(key, now);
      return true;
    },
  };
}

// --- internal ---

/** A map keeps the order of insertion, so the oldest come first. */
function forgetOld(times: Map<string, number>, before: number, max: number): void {
  for (const [key, time] of times) {
    if (time > before && times.size < max) return;
    times.delete(key);
  }
}
