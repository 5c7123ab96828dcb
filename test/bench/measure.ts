/** The value below which so many percent of the numbers lie. */
export function percentile(numbers: readonly number[], percent: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

export function spread(numbers: readonly number[], unit = 'ms'): string {
  const at = (percent: number) => percentile(numbers, percent).toFixed(2);
  return `p50 ${at(50)} ${unit}, p99 ${at(99)} ${unit} (${numbers.length} times)`;
}

/** Milliseconds that each of some calls takes, one after the other. */
export async function timeEach<T>(items: readonly T[], work: (item: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await work(item);
    times.push(performance.now() - started);
  }
  return times;
}

/** Does work over all items with so many at a time; returns calls per second. */
export async function rateOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<number> {
  const queue = items.values();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
  return (items.length * 1000) / (performance.now() - started);
}
