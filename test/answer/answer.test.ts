import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { createKnowledge } from '../../src/answer/knowledge.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { realKnowledge } from '../bot.ts';
import { teaFiles } from '../knowledge/made-up.ts';

describe('a name alone is a question', () => {
  const knowledge = createKnowledge(parseKnowledge(teaFiles()).topics);

  it.each(['oolong', 'Blue tea?', 'does oolong work', 'oolong in .NET 1.0'])('such as %s', (question) => {
    expect(answer(question, knowledge)).toMatchObject({ answered: true, id: 'tea/guides/oolong' });
  });
});

describe('a question of a word or two need not say that it is about the topic:', () => {
  it.each([
    ['is mvc supported', 'native-aot/compatibility/mvc'],
    ['can I use COM', 'native-aot/compatibility/built-in-com'],
    ['do records work', 'native-aot/compatibility/csharp-language-features'],
    ['what do I need on fedora', 'native-aot/prerequisites/fedora'],
  ])('%s', (question, id) => {
    expect(answer(question, realKnowledge).id).toBe(id);
  });

  it.each(['coffee?', 'is sleep supported', 'good morning'])('%s (no name of an entry)', (question) => {
    expect(answer(question, realKnowledge).answered).toBe(false);
  });
});

it('one rare word that has nothing to do with the matter does not hide the answer', () => {
  const { id } = answer('does an end user have to install .NET in order to run a native aot exe', realKnowledge);
  expect(id).toBe('native-aot/prerequisites/target-machine');
});

describe('an answer', () => {
  it('cites every claim', () => {
    const { sections } = answer('can I use System.Reflection.Emit?', realKnowledge);
    for (const { claims } of sections) for (const { citations } of claims) expect(citations.length).toBeGreaterThan(0);
  });

  it('explains every diagnostic that the question names', () => {
    const { title, sections } = answer('IL2062 and IL2065', realKnowledge);
    expect(title).toContain('IL2062');
    expect(sections.map(({ heading }) => heading).join()).toContain('IL2065');
  });

  it('is the same with what can not be seen in between', () => {
    expect(answer('IL\u200b3050', realKnowledge)).toEqual(answer('IL3050', realKnowledge));
  });
});

describe('what bears a name is found by it:', () => {
  // RuntimeIdentifier and RuntimeIdentifiers are one word to the search; each shows the other.
  const singular = (id: string | null | undefined) => id?.replace(/s$/, '');
  const { entries } = realKnowledge.search;
  const asked = entries.flatMap(({ id, package: name, property, code }) => [
    ...(name ? [[`can I use ${name} with Native AOT?`, id]] : []),
    ...(name ? [[`is ${name.toLowerCase()} supported by native aot`, id]] : []),
    ...(property ? [[`what does ${property} do?`, id]] : []),
    ...(code ? [[`what does ${code} mean?`, id]] : []),
  ]);

  it.each(['packages', 'properties', 'diagnostics'])('%s', (kind) => {
    const missed = asked
      .filter(([, id]) => id?.includes(`/${kind}/`))
      .filter(([question = '', id]) => singular(answer(question, realKnowledge).id) !== singular(id));
    expect(missed).toEqual([]);
  });
});

describe('words that tell nothing are all that there is in', () => {
  it.each(['what even is native aot', 'native aot?'])('%s', (question) => {
    for (const { similarity } of realKnowledge.search.find(question).hits) expect(similarity).toBeLessThanOrEqual(1);
    expect(answer(question, realKnowledge).id).toBe('native-aot/guides/what-is-native-aot');
  });
});
