import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { defineCommand } from '../../src/command.ts';
import { createLog } from '../../src/log.ts';
import { connectGateway, type Gateway } from '../../src/transports/gateway/gateway.ts';
import { openBot } from '../bot.ts';
import { broken, expired, isCallback, times, tooMany } from '../discord/faults.ts';
import { openHandler } from '../discord/handler.ts';
import { slash } from '../discord/interactions.ts';
import { type Discord, type DiscordOptions, type Fault, startDiscord, TOKEN } from '../discord/loopback.ts';

const faulty = defineCommand({
  name: 'faulty',
  description: 'Fails',
  options: {},
  run() {
    throw new Error('a fault of our own');
  },
});
const slow = defineCommand({
  name: 'slow',
  description: 'Takes its time',
  options: {},
  async run() {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return openBot().handle({ command: 'about', args: {} });
  },
});

const ask = () => slash('explain', { code: 'IL3050' });

async function connect(discord: Discord, deferAfter?: number): Promise<Gateway> {
  const bot = openBot({ commands: [...commands, faulty, slow] });
  const log = createLog({ LOG_LEVEL: 'silent' });
  return connectGateway({ token: TOKEN, apiUrl: discord.apiUrl, handle: openHandler(bot, { deferAfter }), log });
}

describe('the gateway goes on after', () => {
  let discord: Discord;
  let gateway: Gateway;

  beforeAll(async () => {
    discord = await startDiscord();
    gateway = await connect(discord, 100);
  });
  afterEach(() => discord.setFault(null));
  afterAll(async () => {
    await gateway.close();
    await discord.close();
  });

  it.each<[string, Fault]>([
    ['429 with retry-after', times(1, tooMany)],
    ['500, then 502', times(2, broken())],
    ['a connection that is reset while replying', times(1, () => 'reset')],
    ['a REST that takes 4 seconds', times(1, () => ({ delay: 4000 }))],
  ])('%s, and the interaction is answered', async (_name, fault) => {
    discord.setFault(fault);
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  });

  it('an interaction that has expired (10062)', async () => {
    const tries: string[] = [];
    const late = { ...ask(), token: 'expired' };
    discord.setFault((request) => {
      if (!isCallback(request) || !request.path.includes(late.token)) return undefined;
      tries.push(request.path);
      return expired(request);
    });
    discord.push(late);
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
    // What Discord refuses for good is not sent again.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(tries).toHaveLength(1);
  });

  it('an interaction that is delivered twice, answering it once', async () => {
    const twice = ask();
    const before = discord.requests.filter(isCallback).length;
    const first = discord.interact(twice);
    discord.push(twice);
    await first;
    await discord.interact(ask());
    expect(discord.requests.filter(isCallback).length).toBe(before + 2);
  });

  it('an interaction of a kind that it does not know', async () => {
    discord.push({ id: '1', type: 77, token: 'x' });
    discord.push('nonsense');
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  });

  it('a fault in a command, with one private apology', async () => {
    const body = await discord.interact(slash('faulty', { share: true }));
    expect(JSON.stringify(body)).toContain('went wrong on our side');
    expect(body).toMatchObject({ data: { flags: (1 << 15) | (1 << 6) } });
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  });

  it('an answer that takes too long, which is announced first', async () => {
    const edited = discord.next(({ method }) => method === 'PATCH');
    expect(await discord.interact(slash('slow'))).toEqual({ type: 5, data: { flags: 1 << 6 } });
    const { path, body } = await edited;
    expect(path).toContain('/messages/@original');
    expect(JSON.stringify(body)).toContain('About this bot');
    expect(discord.violations).toEqual([]);
  });

  it('a close that can be resumed', async () => {
    for (const socket of discord.sockets()) socket.close(4000);
    await expect.poll(() => discord.resumes.length, { timeout: 10_000 }).toBe(1);
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  });

  it('a session that is not valid any more', async () => {
    const before = discord.identifies.length;
    for (const socket of discord.sockets()) socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
    await expect.poll(() => discord.identifies.length, { timeout: 15_000 }).toBe(before + 1);
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  });

  it('a close that needs a new session', async () => {
    const before = discord.identifies.length;
    for (const socket of discord.sockets()) socket.close(4009);
    await expect
      .poll(() => discord.identifies.length + discord.resumes.length, { timeout: 15_000 })
      .toBeGreaterThan(before + 1);
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  });
});

it('heartbeats that are not answered lead to a new connection', async () => {
  const discord = await startDiscord({ heartbeat: 300, deafFor: 2 });
  const gateway = await connect(discord);
  await expect.poll(() => discord.resumes.length + discord.identifies.length, { timeout: 15_000 }).toBeGreaterThan(1);
  await expect.poll(() => gateway.client.isReady() && discord.sockets().size > 0, { timeout: 5000 }).toBe(true);
  expect(await discord.interact(ask())).toMatchObject({ type: 4 });
  await gateway.close();
  await discord.close();
});

it('a token that is refused is said at once', async () => {
  const discord = await startDiscord();
  discord.setFault(({ path }) =>
    path === '/gateway/bot' ? { status: 401, body: { message: '401: Unauthorized', code: 0 } } : undefined,
  );
  await expect(connect(discord)).rejects.toThrow(/DISCORD_TOKEN/);
  await discord.close();
});

describe('the program', () => {
  function start(discord: Pick<Discord, 'apiUrl'>) {
    const env = {
      ...process.env,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      METRICS_PORT: '0',
      LOG_LEVEL: 'info',
    };
    const child = spawn(process.execPath, ['dist/src/main.js'], { env });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    return { child, log: () => out };
  }

  it('answers what is in flight before it stops', async () => {
    const discord = await startDiscord();
    const { child, log } = start(discord);
    await expect.poll(log, { timeout: 15_000 }).toContain('"ready"');
    discord.setFault((request) => (isCallback(request) ? { delay: 500 } : undefined));
    for (let sent = 0; sent < 20; sent++)
      discord.push(slash('ask', { question: 'secret words: IL3050' }, { user: String(10 ** 15 + sent) }));
    await expect.poll(() => log().split('"interaction"').length - 1, { timeout: 5000 }).toBe(20);
    const stopped = Date.now();
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(Date.now() - stopped).toBeLessThan(5000);
    expect(discord.requests.filter(isCallback)).toHaveLength(20);
    expect(log()).not.toContain('secret words');
    expect(log()).not.toContain(TOKEN);
    await discord.close();
  });

  it('waits for a REST that is down when it starts', async () => {
    const options: DiscordOptions = {};
    const probe = await startDiscord(options);
    const port = Number(new URL(probe.apiUrl).port);
    await probe.close();
    const { child, log } = start(probe);
    await expect.poll(log, { timeout: 15_000 }).toContain('trying again');
    const discord = await startDiscord({ port });
    await expect.poll(log, { timeout: 15_000 }).toContain('"ready"');
    expect(await discord.interact(ask())).toMatchObject({ type: 4 });
    child.kill('SIGTERM');
    await once(child, 'exit');
    await discord.close();
  });
});
