import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { openKnowledge } from './open.ts';

// Runs in a worker: parsing all entries takes seconds, in which interactions would wait, and memory that the bot itself
// never needs. What it makes is left in the cache.

const { dir, cacheDir } = z.object({ dir: z.string(), cacheDir: z.string() }).parse(workerData);
try {
  await openKnowledge(dir, cacheDir);
  parentPort?.postMessage(null);
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error));
}
