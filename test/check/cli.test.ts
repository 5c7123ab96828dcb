import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type CheckFlags, runCheck } from '../../src/transports/cli/check.ts';
import { openBot, realKnowledge } from '../bot.ts';

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

describe('a project with the shared files of its folder', () => {
  const file = (name: string) => join(dir, name);

  beforeAll(async () => {
    await mkdir(file('src'));
    await writeFile(
      file('src/Api.csproj'),
      '<Project><ItemGroup><PackageReference Include="StackExchange.Redis" /></ItemGroup></Project>',
    );
    await writeFile(
      file('Directory.Packages.props'),
      '<Project><ItemGroup><PackageVersion Include="StackExchange.Redis" Version="2.8.0" /></ItemGroup></Project>',
    );
    await writeFile(
      file('Directory.Build.props'),
      '<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework><PublishAot>true</PublishAot></PropertyGroup></Project>',
    );
  });

  it('is read together with them, wherever they stand in the list', async () => {
    const { reports } = await run(['Directory.Packages.props', 'src/Api.csproj', 'Directory.Build.props'].map(file));
    const [central, project] = reports;
    expect(central.packages[0].version).toBe('2.8.0');
    expect(project.packages).toEqual([
      expect.objectContaining({ id: 'StackExchange.Redis', version: '2.8.0', verdict: 'supported' }),
    ]);
    expect(project.properties).toMatchObject({ PublishAot: 'true', TargetFramework: 'net9.0' });
    expect(project.targetFrameworks).toEqual(['net9.0']);
    expect(project.text).toContain('Directory.Packages.props');
  });

  it('is left alone by those of another folder', async () => {
    const { reports } = await run([file('App.csproj'), file('src/Api.csproj')]);
    expect(reports[1].packages[0].version).toBe('');
    expect(reports[1].properties).toEqual({});
  });
});

it('shows a bar on a terminal, and takes it away', async () => {
  const stderr = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const stdout = new PassThrough();
  await runCheck([join(dir, 'utf16.txt')], {}, realKnowledge, { stdin: stdout, stdout, stderr, noColour: true });
  stderr.end();
  expect(await text(stderr)).toMatch(/utf16\.txt .*%/);
});

it('names the cause before what only follows from it', async () => {
  const log = [
    'clang : error : linker command failed with exit code 1 (use -v to see invocation)',
    '/usr/bin/ld: cannot find -lz: No such file or directory',
    'error MSB3073: The command "clang @link.rsp" exited with code 1. [/src/App.csproj]',
  ].join('\n');
  const { reports } = await run(['-'], { json: true }, log);
  expect(reports[0].causes[0].title).toContain('-lz');
  expect(reports[0].text.split('Next step')[1]).toContain('zlib');
});

describe('the reply in a chat', () => {
  const bot = openBot();
  const upload = (name: string, content: string) => ({ name, read: async () => new TextEncoder().encode(content) });

  it('names each cause once, in a line that links to its page, and offers all in full', async () => {
    const codes = ['IL2026', 'IL2067', 'IL2070', 'IL2072', 'IL2075', 'IL3050', 'IL3053'];
    const log = codes.map((code) => `App.cs(1,1): warning ${code}: Member 'A.B()' [App.csproj]`).join('\n');
    const reply = await bot.handle({ command: 'check', args: { text: `${log}\n${log.replaceAll('1,1', '2,2')}` } });
    expect(reply.related.map(({ id }) => id.split('/').at(-1))).toEqual(codes.map((code) => code.toLowerCase()));
    const lines = reply.sections[0]?.claims.map(({ text: line }) => line) ?? [];
    expect(lines).toHaveLength(codes.length);
    for (const line of lines) expect(line).toMatch(/^\*\*IL\d{4} ×2\*\* \S.{20,190} \(\[page\]\(https:\S+\)\)$/);
  });

  it('is one for several files, in their order', async () => {
    const file = [upload('log.txt', WARNING), upload('App.csproj', PROJECT), upload('x.txt', '')];
    const reply = await bot.handle({ command: 'check', args: { file } });
    expect(reply.title).toBe('3 files');
    expect(reply.notice?.split('\n')).toHaveLength(3);
    expect(reply.sections.map(({ heading }) => heading?.split(':')[0])).toContain('Check of log.txt');
  });
});
