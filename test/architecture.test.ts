import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';

/** Places in the order in which data flows; each may import itself and what stands before it. */
const ORDER = [
  ['src/errors.ts'],
  ['src/knowledge/'],
  ['src/search/'],
  ['src/answer/'],
  ['src/check/'],
  ['src/verify/'],
  ['src/command.ts'],
  ['commands/'],
  ['src/bot.ts'],
  ['src/render/'],
  ['src/config.ts', 'src/log.ts', 'src/metrics.ts', 'src/kept.ts', 'src/open.ts', 'src/warm.ts', 'src/prepare.ts'],
  ['src/transports/'],
  ['src/app.ts'],
  ['src/main.ts', 'src/register.ts', 'src/cli.ts'],
];

const placeOf = (file: string) => ORDER.findIndex((places) => places.some((place) => file.startsWith(place)));
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name).split('\\').join('/'))
    .filter((name) => name.endsWith('.ts'));

describe('data flows one way', () => {
  it.each([...filesIn('src'), ...filesIn('commands')])('%s imports only what stands before it', (file) => {
    expect(placeOf(file), 'the file has no place in the order').toBeGreaterThanOrEqual(0);
    const imports = [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)];
    const later = imports
      .map(([, path]) => posix.join(dirname(file).split('\\').join('/'), path ?? ''))
      .filter((path) => placeOf(path) > placeOf(file));
    expect(later).toEqual([]);
  });

  it('only the configuration reads the environment, apart from the programs themselves', () => {
    const programs = /^src\/(config|main|cli|register)\.ts$/;
    const readers = [...filesIn('src'), ...filesIn('commands')].filter(
      (file) => !programs.test(file) && /process\.env/.test(readFileSync(file, 'utf8')),
    );
    expect(readers).toEqual([]);
  });

  it('no command knows Discord', () => {
    for (const file of filesIn('commands')) expect(readFileSync(file, 'utf8')).not.toMatch(/from 'discord/);
  });
});

describe('the list of commands', () => {
  it('holds every file of commands/', () => {
    const helpers = new Set(['index.ts', 'options.ts']);
    const files = readdirSync('commands').filter((name) => name.endsWith('.ts') && !helpers.has(name));
    expect(commands.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort());
  });
});
