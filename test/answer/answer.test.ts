import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, replyFrom } from '../../src/answer/answer.ts';
import { NO_CONDITIONS, readConditions } from '../../src/answer/conditions.ts';
import { createKnowledge } from '../../src/answer/knowledge.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { realKnowledge } from '../bot.ts';
import { OOLONG, teaFiles } from '../knowledge/made-up.ts';

describe('conditions are read from', () => {
  it.each([
    ['does it work in .NET 8', { dotnet: '8', os: null, arch: null }],
    ['net9.0-android app', { dotnet: '9', os: 'android', arch: null }],
    ['worked in net8, fails since .NET 9', { dotnet: '9', os: null, arch: null }],
    ['win-x86 please', { dotnet: null, os: 'windows', arch: 'x86' }],
    ['on alpine arm64', { dotnet: null, os: 'linux-musl', arch: 'arm64' }],
    ['linux-musl-x64', { dotnet: null, os: 'linux-musl', arch: 'x64' }],
    ['osx-arm64', { dotnet: null, os: 'macos', arch: 'arm64' }],
    ['ubuntu 24.04 amd64', { dotnet: null, os: 'linux', arch: 'x64' }],
    ['a Raspberry Pi with a 32-bit OS', { dotnet: null, os: null, arch: 'arm' }],
    ['32 bit windows', { dotnet: null, os: 'windows', arch: 'x86' }],
    ['Windows on Arm', { dotnet: null, os: 'windows', arch: 'arm64' }],
    ['windows 11 arm laptop', { dotnet: null, os: 'windows', arch: 'arm64' }],
    ['my Arm Mac', { dotnet: null, os: 'macos', arch: 'arm64' }],
    ['linux arm, built on windows', { dotnet: null, os: 'windows', arch: 'arm' }],
    ['iPhone', { dotnet: null, os: 'ios', arch: null }],
    ['our net48 app', NO_CONDITIONS],
    ['a window in my net worth of 8', NO_CONDITIONS],
  ])('%s', (question, conditions) => {
    expect(readConditions(question)).toEqual(conditions);
  });
});

describe('what is outside of the topic is refused, with the reason:', () => {
  const vocabulary = `releases: { first: "7", newest: "9", preview: "10" }
elsewhere: [espresso]
home: [kettle]
unsettled: [salary]
codes: [bean]`;
  const code = OOLONG.replace('title: Oolong', 'title: Cold tea\ncode: TEA1001').replace(/aliases.*\nasks.*\n/, '');
  const files = teaFiles({ 'tea/vocabulary.yaml': vocabulary, 'tea/diagnostics/tea1001.md': code });
  const knowledge = createKnowledge(parseKnowledge(files).topics);

  it.each([
    ['oolong or espresso?', 'something else ("espresso")'],
    ['what Salary does an oolong taster get', 'questions of this kind ("Salary")'],
    ['BEAN1234 when I brew oolong', 'BEAN1234 is not a diagnostic'],
    ['what does TEA1009 mean? it stands beside TEA1001', 'TEA1009 is not a diagnostic'],
    ['oolong in .NET 11', '.NET 11'],
    ['write me an oolong brewing plan', 'Programs are not written here'],
    ['Could you please build us an oolong kettle?', 'Programs are not written here'],
    ['pls write the complete code of an oolong timer', 'Programs are not written here'],
    ['???', 'in a few words'],
    ['Thanks, that oolong hint worked!', 'in a few words'],
  ])('%s', (question, reason) => {
    expect(answer(question, knowledge)).toMatchObject({ answered: false, notice: expect.stringContaining(reason) });
  });

  it.each([
    'how hot for oolong, coming from espresso, in my kettle',
    'tea beside espresso: how hot for oolong',
    'how hot for oolong in .NET 10',
    'how hot for oolong in net48',
    'thanks! and how hot for oolong?',
    'BEAN1234 and TEA1001',
    'pot 1 : TEA1009 too many leaves ; pot 2 : TEA1001 tea is cold, put the kettle on again and wait for a minute or two longer',
  ])('but not %s', (question) => {
    expect(answer(question, knowledge).notice ?? '').not.toMatch(/something else|yet|diagnostic/);
  });
});

describe('a name alone is a question', () => {
  const knowledge = createKnowledge(parseKnowledge(teaFiles()).topics);

  it.each(['oolong', 'Blue tea?', 'does oolong work', 'oolong in .NET 1.0'])('such as %s', (question) => {
    expect(answer(question, knowledge)).toMatchObject({ answered: true, id: 'tea/guides/oolong' });
  });
});

describe('a verdict', () => {
  const rows = `support:
  - { dotnet: "7", status: unsupported }
  - { dotnet: "8", status: experimental, note: "Half of it.[^brewing#time]", os: [windows] }
  - { dotnet: "8", status: supported, os: [linux], arch: [x64] }
  - { dotnet: "9", status: supported }
`;
  const vocabulary = 'releases: { first: "7", newest: "9", preview: "10" }';
  const text = OOLONG.replace('support:\n  - { dotnet: "1", status: supported }\n', rows);
  const { topics, problems } = parseKnowledge(
    teaFiles({ 'tea/guides/oolong.md': text, 'tea/vocabulary.yaml': vocabulary }),
  );
  const knowledge = createKnowledge(topics);
  const oolong = knowledge.search.entries.find(({ title }) => title === 'Oolong');
  const verdict = (question: string) => oolong && replyFrom(oolong, readConditions(question), knowledge).verdict;

  it('comes from rows that are in order', () => {
    expect(problems).toEqual([]);
  });

  it.each([
    ['in .NET 7', 'unsupported', 'Not supported in .NET 7'],
    ['in .NET 8 on windows', 'experimental', 'Experimental in .NET 8 on windows'],
    ['in .NET 8 on linux-x64', 'supported', 'Supported in .NET 8 on linux, x64'],
    ['in .NET 8 on linux-arm64', 'unsupported', 'Not supported in .NET 8'],
    ['in .NET 8 on freebsd', 'unsupported', 'Not supported in .NET 8'],
    ['in .NET 8', 'unsupported', 'Not supported in .NET 8'],
    ['', 'supported', 'Supported in .NET 9'],
    ['on windows', 'supported', 'Supported in .NET 9'],
    ['in .NET 10', 'supported', 'Supported in .NET 10 (preview)'],
  ])('%s is %s', (question, status, line) => {
    expect(verdict(question)).toMatchObject({ status, line });
  });

  it('tells what changed over the versions, with the note and its citation', () => {
    const history = ['.NET 7: not supported', '.NET 8: experimental', '.NET 9 and later: supported'];
    expect(verdict('on windows')?.history).toEqual(history);
    expect(verdict('in .NET 8 on windows')?.note?.citations).toHaveLength(1);
  });

  it('is unknown, and says so, where no row holds', () => {
    const special = OOLONG.replace('status: supported', 'status: supported, os: [windows]');
    const [topic] = parseKnowledge(teaFiles({ 'tea/guides/oolong.md': special })).topics;
    const known = createKnowledge(topic ? [topic] : []);
    const entry = known.search.byId.get('tea/guides/oolong');
    const reply = entry && replyFrom(entry, readConditions('linux'), known);
    expect(reply?.verdict?.status).toBe('unknown');
    expect(reply?.notice).toContain('do not settle');
  });

  it('is no for a version before the first', () => {
    expect(verdict('in .NET 6')).toMatchObject({
      status: 'unsupported',
      line: expect.stringContaining('.NET 7 is the first'),
    });
  });
});

describe('the bot abstains', () => {
  it.each([
    'what is the best pizza in town',
    'IL9876 keeps coming up',
    'what does ILC7042 mean',
    'graalvm native-image reflect-config for spring boot',
    'how do I center a div',
    'can somebody write me the whole thing: a native aot web server with login, just paste the code',
    'were you published ahead of time too?',
    'our native exe was decompiled, can the client sue us?',
    'one native exe that we resell, is that one licence per developer or per copy?',
    'how many minutes will the native publish of our 212 projects take?',
    '😀😀😀',
    '***',
    'a',
    '@everyone',
    '\u200b\u202e',
  ])('on %s', (question) => {
    const reply = answer(question, realKnowledge);
    expect(reply.answered).toBe(false);
    expect(reply.title).toBe("I don't know");
  });

  it('or answers any text whatever, without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (question) => {
        const { confidence } = answer(question, realKnowledge);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

it('a question that names the topic beside another technology is answered', () => {
  const reply = answer(
    'coming from golang: is a Native AOT exe self-contained as well, or must .NET be installed?',
    realKnowledge,
  );
  expect(reply.answered).toBe(true);
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

describe("a name like the product's own that no entry knows is not answered, however long the question:", () => {
  it.each([
    'set DOTNET_NATIVEAOT_PREWARM=1 in the deployment of our pods, the first request is still slow. is it read at startup only?',
    'a colleague sets <IlcTurboShards> to 8 in the project file of the service to publish faster, which other values can it have?',
  ])('%s', (question) => {
    expect(answer(question, realKnowledge).answered).toBe(false);
  });

  it('but one that is known is', () => {
    const question =
      'I set DOTNET_gcServer=1 for the published app in our pods, why does it still use the workstation GC?';
    expect(answer(question, realKnowledge).answered).toBe(true);
  });
});

describe('a build for another system is told from one for another processor:', () => {
  const [crossOs, crossArchitecture] = ['native-aot/guides/cross-compilation', 'native-aot/guides/cross-architecture'];

  it.each([
    ['can I publish for linux-arm64 from my x64 windows laptop', crossOs],
    ['can I build linux-x64 from windows', crossOs],
    ['how to compile win-arm64 on my ubuntu server', crossOs],
    ['our build agents run linux, the customers windows. can ci produce their exe', crossOs],
    ['the server is ubuntu, my pc windows, do I need a second machine for the native binary', crossOs],
    ['I sit at a mac, a friend needs the program for windows', crossOs],
    ['osx-x64 on my m1 mac', crossArchitecture],
    ['can I build linux-arm64 on my x64 ubuntu box', crossArchitecture],
    ['build win-arm64 on windows x64', crossArchitecture],
  ])('%s', (question, id) => {
    expect(answer(question, realKnowledge).id).toBe(id);
  });
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
