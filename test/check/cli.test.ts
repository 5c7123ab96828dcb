import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkText, combineReplies } from '../../src/check/check.ts';
import { UserError } from '../../src/errors.ts';
import { type CheckFlags, runCheck } from '../../src/transports/cli/check.ts';
import { realKnowledge } from '../bot.ts';

const WARNING = "ILC : warning IL3053: Assembly 'Dapper' produced AOT analysis warnings.\n";
const PROJECT =
  '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>';
let dir = '';

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'check-'));
  await writeFile(join(dir, 'log.txt'), WARNING);
  await writeFile(join(dir, 'App.csproj'), PROJECT);
  await writeFile(join(dir, 'utf16.txt'), Buffer.from(`\ufeff${WARNING.repeat(20_000)}`, 'utf16le'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function run(files: string[], flags: CheckFlags = { json: true }, input = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await runCheck(files, flags, realKnowledge, {
    stdin: Readable.from([input]),
    stdout,
    stderr,
    noColour: true,
  });
  stdout.end();
  stderr.end();
  const out = await text(stdout);
  const reports = flags.json
    ? out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : [];
  return { code, out, reports, progress: await text(stderr) };
}

describe('the command', () => {
  it('prints one object a file, in order, with every field of the contract', async () => {
    const { code, reports, progress } = await run([join(dir, 'App.csproj'), join(dir, 'log.txt')]);
    expect(code).toBe(0);
    expect(progress).toBe('');
    expect(reports.map(({ kind }) => kind)).toEqual(['project', 'log']);
    const fields = 'file kind error targetFrameworks properties packages diagnostics causes text'.split(' ');
    for (const report of reports) expect(Object.keys(report).sort()).toEqual(fields.sort());
    expect(reports[1].diagnostics).toEqual([
      { code: 'IL3053', count: 1, severity: 'warning', entry: 'native-aot/diagnostics/il3053' },
    ]);
    expect(reports[1].packages[0]).toMatchObject({ id: 'Dapper', direct: false, verdict: 'unsupported' });
  });

  it('reads standard input, and text for people', async () => {
    const { code, out } = await run(['-'], {}, WARNING);
    expect(code).toBe(0);
    expect(out).toContain('IL3053');
    expect(out).toContain('Sources');
  });

  it('streams UTF-16 and counts what is repeated once', async () => {
    const { reports } = await run([join(dir, 'utf16.txt')]);
    expect(reports[0].diagnostics[0].count).toBe(1);
  });

  it.each([
    ['a missing file', 'missing.txt', /no such file/],
    ['a folder', '.', /folder/],
  ])('says what is wrong with %s, and goes on', async (_, name, message) => {
    const { code, reports } = await run([join(dir, name), join(dir, 'log.txt')]);
    expect(code).toBe(1);
    expect(reports[0].error).toMatch(message);
    expect(reports[0].text).toMatch(message);
    expect(reports[1].error).toBeNull();
  });

  it('refuses no files and a version that is none', async () => {
    await expect(run([])).rejects.toThrow(UserError);
    await expect(run(['-'], { dotnet: 'eight' })).rejects.toThrow('not a .NET version');
  });
});

describe('replies of several inputs', () => {
  const check = (name: string, content: string) =>
    checkText(name, new TextEncoder().encode(content), realKnowledge, { dotnet: null });

  it('are one reply, in order', () => {
    const reply = combineReplies([check('log.txt', WARNING), check('App.csproj', PROJECT), check('x.txt', '')]);
    expect(reply.title).toBe('3 files');
    expect(reply.notice?.split('\n')).toHaveLength(3);
    expect(reply.sections.map(({ heading }) => heading?.split(':')[0])).toContain('Check of log.txt');
  });

  it('are left as they are when there is one', () => {
    const report = check('log.txt', WARNING);
    expect(combineReplies([report])).toBe(report.reply);
    expect(combineReplies([]).answered).toBe(false);
  });
});
