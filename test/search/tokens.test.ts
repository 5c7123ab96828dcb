import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSynonyms, normalize } from '../../src/search/text.ts';
import { atomsOf, termsOf } from '../../src/search/tokens.ts';

describe('terms', () => {
  it.each([
    ['System.Reflection.Emit', ['system.reflection.emit', 'system', 'reflect', 'emit']],
    ['MakeGenericType', ['makegenerictyp', 'make', 'gener', 'type']],
    ['JSONSerializer', ['jsonseri', 'json', 'serial']],
    ['jsonserializer', ['jsonseri']],
    ['IL3050: broken', ['il3050', 'broken']],
    ['NETSDK1203', ['netsdk1203']],
    ['C++/CLI', ['c++/cli', 'c++', 'cli']],
    ['AddCors/UseCors', ['addcor', 'add', 'cor', 'usecor', 'us', 'cor']],
    ['size/speed or yes/no', ['size', 'speed']],
    ['src/MyApp/Program', ['src/myapp/program', 'src', 'my', 'app', 'program']],
    ['F# and C#', ['f#', 'c#']],
    ['win-x64', ['win-x64', 'win', 'x', '64']],
    ['.NET 8, net8.0-windows and dotnet 8', ['net8', 'net8', 'window', 'net8']],
    ['warnings, warning', ['warn', 'warn']],
    ['what is the way to do this', []],
  ])('of %s', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  it('are the same for every way of writing a phrase of the vocabulary', () => {
    const synonyms = createSynonyms([['native aot', 'naot', 'ahead of time']]);
    expect(termsOf('NAOT', synonyms)).toEqual(termsOf('native aot'));
    expect(termsOf('compiled Ahead  of\ntime', synonyms)).toEqual(termsOf('compiled native aot'));
    expect(termsOf('snaot', synonyms)).toEqual(['snaot']);
  });

  it('are the same for the name of an exception or attribute and for what people call it', () => {
    expect(termsOf('DllNotFoundException')[0]).toBe(termsOf('DllNotFound')[0]);
    expect(termsOf('dllnotfoundexception')).toEqual(termsOf('dllnotfound'));
    expect(termsOf('JsonSerializableAttribute')[0]).toBe(termsOf('JsonSerializable')[0]);
    expect(termsOf('an exception, an attribute')).toEqual(['except', 'attribut']);
  });

  it('keep a name inside a longer one', () => {
    expect(atomsOf('System.Reflection.Emit').join(' ')).toContain(atomsOf('Reflection.Emit').join(' '));
  });

  it('come from any text, and none is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const term of termsOf(text)) expect(term).not.toBe('');
      }),
    );
  });

  it('do not depend on what can not be seen', () => {
    fc.assert(
      fc.property(fc.constantFrom('IL3050', 'System.Text.Json', 'native aot'), fc.nat(5), (text, at) => {
        const hidden = `${text.slice(0, at)}\u200b\u202e${text.slice(at)}`;
        expect(termsOf(hidden)).toEqual(termsOf(text));
      }),
    );
  });
});

it('normalizing twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalize(text);
      expect(normalize(once)).toBe(once);
    }),
  );
});
