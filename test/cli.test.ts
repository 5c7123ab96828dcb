import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startDiscord, TOKEN } from './discord/loopback.ts';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a built program (`npm test` builds before) and waits for its end. */
function run(
  program: string,
  args: string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Run> {
  const clean = { ...process.env, DISCORD_TOKEN: '', DISCORD_PUBLIC_KEY: '', SHARDS: '', NO_COLOR: '', ...env };
  const child = spawn(process.execPath, [`dist/src/${program}.js`, ...args], { env: clean });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (err += data));
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** Runs a command whose reader goes away before it has read anything, as `| head -0` does. */
function runUnread(args: string[], input = ''): Promise<Pick<Run, 'code' | 'err'>> {
  const child = spawn(process.execPath, ['dist/src/cli.js', ...args]);
  let err = '';
  child.stdout.destroy();
  child.stderr.on('data', (data) => (err += data));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

const ANSWER = z.strictObject({
  question: z.string(),
  answered: z.boolean(),
  id: z.string().nullable(),
  kind: z.string().nullable(),
  title: z.string(),
  verdict: z.enum(['supported', 'partial', 'experimental', 'unsupported']).nullable(),
  text: z.string(),
  citations: z.array(
    z.strictObject({
      title: z.string(),
      url: z.url(),
      repo: z.string().nullable(),
      path: z.string().nullable(),
      anchor: z.string().nullable(),
      verified: z.strictObject({ date: z.string(), commit: z.string().nullable() }).nullable(),
    }),
  ),
  related: z.array(z.string()).max(5),
  confidence: z.number().min(0).max(1),
});

it.each([
  ['ask', '--batch', '-'],
  ['knowledge', 'export'],
])('ends quietly when nobody reads what it prints: %s', async (...args) => {
  expect(await runUnread(args, '{"question":"SignalR"}\n'.repeat(200))).toEqual({ code: 0, err: '' });
});

describe('ask', () => {
  it('answers a question as text without colours', async () => {
    const { code, out } = await run('cli', ['ask', 'can', 'I use System.Reflection.Emit', 'with Native AOT?']);
    expect(code).toBe(0);
    expect(out).toMatch(/Not supported in \.NET \d+/);
    expect(out).toContain(
      'https://learn.microsoft.com/dotnet/core/deploying/native-aot/#limitations-of-native-aot-deployment',
    );
    expect(out).not.toContain('\u001b');
  });

  it('says that it does not know, and ends well', async () => {
    const { code, out } = await run('cli', ['ask', 'best pizza in town']);
    expect(code).toBe(0);
    expect(out).toContain("I don't know");
  });

  it('prints one JSON object of the documented form', async () => {
    const { code, out } = await run('cli', ['ask', '--json', '--dotnet', '8', 'SignalR']);
    expect(code).toBe(0);
    const answer = ANSWER.parse(JSON.parse(out));
    expect(answer).toMatchObject({ question: 'SignalR', answered: true, id: 'native-aot/compatibility/signalr' });
    expect(answer.text).toContain('.NET 8');
  });

  it('answers a batch line by line, and goes on after a bad one', async () => {
    const lines = [
      '{"question":"IL3050"}',
      'not json',
      '{"dotnet":"8"}',
      '{"question":"WPF","dotnet":"x"}',
      '{"question":""}',
      '{"question":"WPF"}',
    ];
    const { code, out } = await run('cli', ['ask', '--json', '--batch', '-'], { input: lines.join('\n') });
    expect(code).toBe(0);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ error, id }) => error ?? id)).toEqual([
      'native-aot/diagnostics/il3050',
      'The line is not JSON.',
      expect.stringContaining('"question"'),
      null,
      null,
      'native-aot/compatibility/wpf',
    ]);
  });

  it.each([
    [['ask'], /Write a question/],
    [['ask', '--dotnet', 'new', 'WPF'], /"new" is not a .NET version/],
    [['ask', '--batch', '/no/such/file'], /\/no\/such\/file can't be read/],
    [['ask', '--batch', '-', 'WPF'], /either a question or --batch/],
    [['ask', '--frobnicate'], /unknown option/],
    [['frobnicate'], /unknown command/],
  ])('%j is bad use, and is told so', async (args, message) => {
    const { code, err } = await run('cli', args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('takes a question of any length', async () => {
    const long = await run('cli', ['ask', `IL3050 ${'lorem ipsum '.repeat(500)}`.slice(0, 6000)]);
    expect(long.code).toBe(0);
    const tooLong = await run('cli', ['ask', 'x'.repeat(6001)]);
    expect(tooLong.out).toContain('6000 is the most');
  });
});

describe('knowledge', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'ask-aot-'));
    await writeFile(join(dir, 'tea.md'), '# Tea');
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('lint names all that is wrong and ends with 1', async () => {
    const { code, err } = await run('cli', ['knowledge', 'lint'], { env: { KNOWLEDGE_DIR: dir } });
    expect(code).toBe(1);
    expect(err).toMatch(/tea\.md, "Metadata"[\s\S]*tea\.md, "Relationships"/);
  });

  it('export prints the database', async () => {
    const { code, out } = await run('cli', ['knowledge', 'export']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      topic: { id: 'native-aot' },
      sources: expect.any(Array),
      entries: expect.any(Array),
    });
  });
});

describe('start', () => {
  it('without a token names the variable, and how to try the bot without Discord', async () => {
    const { code, err } = await run('main', []);
    expect(code).toBe(2);
    expect(err).toMatch(/DISCORD_TOKEN is not set[\s\S]*npm run ask/);
  });

  it('names every variable that is not usable', async () => {
    const { code, err } = await run('main', [], {
      env: { LOG_LEVEL: 'loud', METRICS_PORT: 'x', DISCORD_PUBLIC_KEY: 'abc' },
    });
    expect(code).toBe(2);
    expect(err).toMatch(/DISCORD_PUBLIC_KEY: [\s\S]*METRICS_PORT: [\s\S]*LOG_LEVEL: /);
  });
});

describe('register', () => {
  it('puts the commands globally or on one server, as often as one likes', async () => {
    const discord = await startDiscord();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl };
    const first = await run('register', [], { env });
    const before = discord.commands.get('global');
    const second = await run('register', [], { env });
    const guild = await run('register', ['--guild', '1400000000000000001'], { env });
    await discord.close();
    expect([first, second, guild].map(({ code, err }) => [code, err])).toEqual(Array(3).fill([0, '']));
    expect(discord.violations).toEqual([]);
    expect(discord.commands.get('global')).toEqual(before);
    expect(discord.commands.has('1400000000000000001')).toBe(true);
    expect(JSON.stringify(before)).toContain('"integration_types":[0,1],"contexts":[0,1,2]');
  });

  it('needs a token, and a server id of digits', async () => {
    expect((await run('register', [])).err).toContain('DISCORD_TOKEN is not set');
    expect((await run('register', ['--guild', 'mine'])).err).toContain('"mine" is not a server id');
  });
});
