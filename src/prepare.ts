import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { UserError } from './errors.ts';

const problem = z.string().nullable();

/**
 * Makes the cache of a knowledge folder in a worker, so that opening it afterwards is quick. Rejects with a
 * `UserError` that names everything that is wrong with the knowledge.
 */
export async function prepareKnowledge(dir: string, cacheDir: string): Promise<void> {
  const worker = new Worker(new URL('./warm.js', import.meta.url), { workerData: { dir, cacheDir } });
  const [message] = await once(worker, 'message');
  await worker.terminate();
  const failed = problem.parse(message);
  if (failed) throw new UserError(failed);
}
