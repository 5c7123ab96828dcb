import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { REST } from '@discordjs/rest';
import { Routes, ShardingManager } from 'discord.js';
import { AggregatorRegistry, type Registry } from 'prom-client';
import { z } from 'zod';
import type { Logger } from '../../log.ts';

export interface ShardsOptions {
  token: string;
  /** Discord's API, without the version. */
  apiUrl: string;
  /** Number of shards, or Discord's recommendation. */
  count: number | 'auto';
  log: Logger;
}

export interface Shards {
  /** The numbers of all shards, added up, in Prometheus' text format. */
  metrics(): Promise<string>;
  /** Ends every shard, which finishes what it has begun. */
  close(): Promise<void>;
}

/** Milliseconds that a shard has to hand over its numbers. */
const ANSWER_TIME = 2000;

const QUESTION = 'metrics?';
const answer = z.object({ metrics: z.array(z.record(z.string(), z.unknown())) });
const recommendation = z.object({ shards: z.number().int().min(1) });

/** Whether this process is one of the shards that a manager started. */
export function isShard(env: NodeJS.ProcessEnv): boolean {
  return env.SHARDING_MANAGER !== undefined;
}

/** Starts one process a shard, each running `main`. */
export async function startShards({ token, apiUrl, count, log }: ShardsOptions): Promise<Shards> {
  const main = fileURLToPath(new URL('../../main.js', import.meta.url));
  const totalShards = count === 'auto' ? await recommended(token, apiUrl) : count;
  const manager = new ShardingManager(main, { token, totalShards, respawn: true });
  manager.on('shardCreate', (shard) => log.info({ shard: shard.id }, 'shard started'));
  await manager.spawn();
  return { metrics, close };

  async function metrics(): Promise<string> {
    const lists = await Promise.all(manager.shards.map(({ process: child }) => ask(child)));
    return AggregatorRegistry.aggregate(lists.filter((list) => list.length > 0)).metrics();
  }

  async function close(): Promise<void> {
    manager.respawn = false;
    const children = manager.shards.map(({ process: child }) => child).filter((child) => child !== null);
    await Promise.all(children.map(end));
  }
}

/** In a shard: hands the numbers to the manager when it asks. */
export function answerManager(registry: Registry): void {
  process.on('message', async (message) => {
    if (message === QUESTION) process.send?.({ metrics: await registry.getMetricsAsJSON() });
  });
}

// --- internal ---

async function recommended(token: string, apiUrl: string): Promise<number> {
  const rest = new REST({ api: apiUrl }).setToken(token);
  return recommendation.parse(await rest.get(Routes.gatewayBot())).shards;
}

async function ask(child: ChildProcess | null): Promise<object[]> {
  if (!child?.connected) return [];
  child.send(QUESTION);
  const signal = AbortSignal.timeout(ANSWER_TIME);
  try {
    // A shard says other things too, to discord.js.
    for (;;) {
      const [message] = await once(child, 'message', { signal });
      const parsed = answer.safeParse(message);
      if (parsed.success) return parsed.data.metrics;
    }
  } catch {
    return [];
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
