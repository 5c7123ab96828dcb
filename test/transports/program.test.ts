import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slash } from '../discord/interactions.ts';
import { type Discord, startDiscord, TOKEN } from '../discord/loopback.ts';
import { OOLONG, teaFiles } from '../knowledge/made-up.ts';

const WAIT = { timeout: 20_000, interval: 100 };

describe('npm start', () => {
  let discord: Discord;
  let dir = '';
  let child: ChildProcess;
  let log = '';

  beforeEach(async () => {
    discord = await startDiscord();
    dir = await mkdtemp(join(tmpdir(), 'ask-aot-'));
    for (const { path, text } of teaFiles()) await write(path, text);
  });
  afterEach(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await discord.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function write(path: string, text: string): Promise<void> {
    const file = join(dir, 'knowledge', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }

  async function start(env: Record<string, string> = {}): Promise<void> {
    log = '';
    child = spawn(process.execPath, ['dist/src/main.js'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: discord.apiUrl,
        KNOWLEDGE_DIR: join(dir, 'knowledge'),
        CACHE_DIR: join(dir, 'cache'),
        METRICS_PORT: '0',
        SHARDS: '',
        RATE_PER_USER: '1000',
        ...env,
      },
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data) => {
        log += data;
      });
    await expect.poll(() => log, WAIT).toContain('"msg":"ready"');
  }

  const answer = async () => JSON.stringify(await discord.interact(slash('ask', { question: 'how hot for oolong' })));
  const metricsPort = () => /"metrics":(\d+)/.exec(log)?.[1];

  it('picks up an edit of the knowledge, and goes on with the last good one after a bad edit', async () => {
    await start();
    expect(await answer()).toContain('90 degrees');
    await write('tea/guides/oolong.md', OOLONG.replace('90', '85'));
    await expect.poll(answer, WAIT).toContain('85 degrees');
    await write('tea/guides/oolong.md', OOLONG.replace('[^brewing#water]', ''));
    await expect.poll(() => log, WAIT).toContain('no citation closes');
    expect(await answer()).toContain('85 degrees');
  });

  it('runs shards under a manager, adds their numbers up, and stops with all of them', async () => {
    await start({ SHARDS: 'auto' });
    await expect.poll(() => discord.sockets().size, WAIT).toBe(1);
    expect(discord.identifies[0]).toMatchObject({ shard: [0, 1], intents: 0 });
    expect(await answer()).toContain('90 degrees');
    const metrics = await (await fetch(`http://127.0.0.1:${metricsPort()}/metrics`)).text();
    expect(metrics).toContain('ask_aot_interactions_total{command="ask",outcome="answered"} 1');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await expect.poll(() => discord.sockets().size, WAIT).toBe(0);
  });
});
