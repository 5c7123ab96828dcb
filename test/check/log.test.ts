import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLogParser, parseLog } from '../../src/check/log/parser.ts';
import { harmless, quote } from '../../src/check/quote.ts';

const MESSAGE =
  "Using member 'A.B()' which has 'RequiresDynamicCodeAttribute' can break functionality when AOT compiling.";
const line = (place: string, code = 'IL3050') => `${place}: AOT analysis warning ${code}: App.Run(): ${MESSAGE}`;
const codesOf = (text: string) => Object.fromEntries(parseLog(text).codes.map(({ code, count }) => [code, count]));

const LOG = [
  `${line('/src/App/Run.cs(3)')} [/src/App/App.csproj]`,
  `${line('/src/App/Run.cs(9)')} [/src/App/App.csproj]`,
  `${line('ILC ', 'IL2026')} [/src/App/App.csproj]`,
  "/home/me/.nuget/packages/dapper/2.0.30/lib/net8.0/Dapper.dll : warning IL2104: Assembly 'Dapper' produced trim warnings.",
];
const COUNTS = { IL3050: 2, IL2026: 1, IL2104: 1 };

const fold = (text: string, width: number) =>
  text
    .split('\n')
    .flatMap((each) => each.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n');
const each = (change: (text: string, index: number) => string) => LOG.map(change).join('\n');

describe('an occurrence counts once, whatever stands around it', () => {
  it.each<[string, string]>([
    ['as it is', LOG.join('\n')],
    ['twice', [...LOG, 'Build succeeded.', ...LOG, '    4 Warning(s)'].join('\n')],
    ['CRLF', LOG.join('\r\n')],
    ['GitHub time stamps', each((text, i) => `2025-01-01T10:00:0${i}.1234567Z ${text}`)],
    ['TeamCity', each((text) => `[10:00:01]W:\t [Step 1/2] ${text}`)],
    ['node prefixes', each((text) => `   1:7>${text}`)],
    ['quotes', each((text) => `> ${text}`)],
    ['a fence', `\`\`\`text\n${LOG.join('\n')}\n\`\`\``],
    ['colours', each((text) => text.replace(/(warning) (IL\d+)/, '\u001b[33m$1\u001b[0m \u001b[1m$2\u001b[0m'))],
    ['80 columns', fold(LOG.join('\n'), 80)],
    ['120 columns in a quote', `> ${fold(LOG.join('\n'), 120).replaceAll('\n', '\n> ')}`],
    ['whole and wrapped', `${LOG.join('\n')}\n\n${fold(LOG.join('\n'), 100)}`],
    ['HTML entities', LOG.join('\n').replaceAll("'", '&#39;')],
    ['Spanish', LOG.join('\n').replaceAll(' warning ', ' advertencia ')],
    ['no line ends', LOG.join(' ')],
    ['relative paths again', `${LOG.join('\n')}\n${LOG.join('\n').replaceAll('/src/App/', 'src/App/')}`],
  ])('%s', (_, text) => expect(codesOf(text)).toEqual(COUNTS));
});

describe('the parser', () => {
  it('names assemblies with the packages that their paths tell', () => {
    const [assembly] = parseLog(LOG.join('\n')).assemblies;
    expect(assembly).toMatchObject({ name: 'Dapper', package: { id: 'dapper', version: '2.0.30' } });
  });

  it('finds target frameworks in suffixes and output paths', () => {
    const text = `${line('ILC ')} [/a/A.csproj::TargetFramework=net9.0]\n  A -> /a/bin/Release/net8.0/linux-x64/A.dll`;
    expect(parseLog(text).targetFrameworks.sort()).toEqual(['net8.0', 'net9.0']);
  });

  it('reads the same whatever the chunks are', () => {
    const pieces = fc.constantFrom(
      ...LOG,
      '',
      '\r',
      '\n',
      '\r\n',
      '> ',
      '```',
      'x'.repeat(80),
      'warning IL',
      '3050: ',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), fc.array(fc.nat(400), { maxLength: 6 }), (parts, cuts) => {
        const text = parts.join('\n');
        const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        const parser = createLogParser();
        for (const [index, end] of at.slice(1).entries()) parser.push(text.slice(at[index], end));
        expect(parser.finish()).toEqual(parseLog(text));
      }),
    );
  });

  it('takes any text and any bytes', () => {
    const wild = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.string({ unit: 'grapheme', maxLength: 500 }),
    );
    fc.assert(
      fc.property(wild, (text) => {
        expect(parseLog(`${text}\n${LOG[0]}`).lines).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        parseLog(new TextDecoder().decode(bytes));
      }),
    );
  });

  it.each([
    ['brackets', '['],
    ['parentheses', '(1,'],
    ['colons', ': '],
    ['severities', 'error '],
    ['heads', 'warning IL2026:'],
    ['blanks', ' '],
    ['quotes', "'"],
    ['escapes', '\u001b]'],
    ['entities', '&#39'],
    ['paths', 'C:\\a\\b.cs(1,2): '],
  ])('is linear in a long line of %s', (_, unit) => {
    const text = unit.repeat(Math.ceil(2_000_000 / unit.length));
    const lines = text.replace(/(.{4000})/g, '$1\n');
    const start = performance.now();
    parseLog(text);
    parseLog(lines);
    // Some 100 ms on two old cores; a pattern that backtracks would take minutes.
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('quote', () => {
  it('never lets anything out of the code', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const inner = quote(text).slice(1, -1);
        expect(inner).not.toMatch(/[`\p{Cc}\p{Cf}\n]/u);
        expect(inner).not.toMatch(/@(?:everyone|here)|<@/i);
      }),
    );
  });

  it('cuts what is long', () => expect(harmless('x'.repeat(1000)).length).toBeLessThanOrEqual(160));
});
