import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { createKnowledge } from '../../src/answer/knowledge.ts';
import { exportTopics } from '../../src/knowledge/export.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { renderProblem } from '../../src/knowledge/problems.ts';
import { RULES, TIDY_RULES } from '../../src/knowledge/rules/index.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { OOLONG, SPECIFICATION, teaFiles } from './made-up.ts';

const problemsOf = (changes: Record<string, string | null>) =>
  parseKnowledge(teaFiles(changes), [...RULES, ...TIDY_RULES]).problems.map(renderProblem);

describe('a specification alone', () => {
  const files = [{ path: 'tea.md', text: SPECIFICATION }];
  const { topics, problems } = parseKnowledge(files);
  const knowledge = createKnowledge(topics);

  it('is read in full', () => {
    expect(problems).toEqual([]);
    expect(topics[0]?.specification).toMatchObject({
      id: 'tea',
      name: 'Tea',
      description: 'Tea is a drink that is made by pouring hot water over leaves.',
      official: [{ url: 'https://example.com/tea/', verified: { date: '2026-02-03' } }],
      primary: [{ repo: 'example/tea', path: 'docs/brewing.md', verified: null }],
    });
    expect(topics[0]?.specification.relationships).toContainEqual({
      type: 'Conflicts with',
      targets: ['Coffee machine (pods, capsules)', 'Decaf syrup'],
    });
  });

  it.each([
    ['decaf syrup', 'unsupported'],
    ['biscuits', 'supported'],
  ])('gives a verdict on %s', (question, status) => {
    const reply = answer(question, knowledge);
    expect(reply.verdict?.status).toBe(status);
    expect(reply.sections[0]?.claims[0]?.citations[0]?.url).toBe('https://example.com/tea/');
  });

  it('answers what is needed and what it is an alternative to', () => {
    expect(answer('prerequisites of tea', knowledge).kind).toBe('prerequisites');
    expect(answer('tea or coffee', knowledge).title).toBe('Tea or Coffee');
  });
});

describe('entries', () => {
  it('are loaded beside the specification, and take the place of what is derived from it', () => {
    const written = OOLONG.replace('title: Oolong', 'title: Biscuits').replace(
      'aliases: [blue tea]\nasks: [how hot for oolong]\n',
      '',
    );
    const { topics, problems } = parseKnowledge(teaFiles({ 'tea/guides/biscuits.md': written }));
    expect(problems).toEqual([]);
    const titles = topics[0]?.entries.filter(({ title }) => title === 'Biscuits');
    expect(titles?.map(({ id }) => id)).toEqual(['tea/guides/biscuits']);
  });

  it('keep which sentences share which citation', () => {
    const body = `${OOLONG}
First.[^brewing#time] Second. Third.[^brewing#time][^brewing#water]

- One.[^brewing#time]
- Two.[^brewing#time]
  goes on.[^brewing#water]

\`\`\`sh
boil
\`\`\`
`;
    const { topics, problems } = parseKnowledge(teaFiles({ 'tea/guides/oolong.md': body }));
    expect(problems).toEqual([]);
    const claims = topics[0]?.entries[0]?.sections[0]?.claims ?? [];
    expect(claims.map(({ text, lead, citations }) => [text, lead, citations.length])).toEqual([
      ['Oolong takes water of 90 degrees.', 'paragraph', 1],
      ['First.', 'paragraph', 1],
      ['Second. Third.', 'continued', 2],
      ['One.', 'item', 1],
      ['Two.', 'item', 1],
      ['goes on.', 'continued', 1],
    ]);
    expect(claims.at(-1)?.code).toEqual({ lang: 'sh', value: 'boil' });
  });

  it('do not take a citation inside code for one', () => {
    const body = `${OOLONG}\nWrite \`[^x#y]\` to cite.[^brewing#time]\n`;
    const { topics } = parseKnowledge(teaFiles({ 'tea/guides/oolong.md': body }));
    expect(topics[0]?.entries[0]?.sections[0]?.claims[1]?.text).toBe('Write `[^x#y]` to cite.');
  });
});

describe('lint names file, place and remedy for', () => {
  const entry = 'tea/guides/oolong.md';
  const body = (text: string) => ({
    [entry]: OOLONG.replace('Oolong takes water of 90 degrees.[^brewing#water]', text),
  });
  const front = (from: string, to: string) => ({ [entry]: OOLONG.replace(from, to) });

  it.each<[string, Record<string, string | null>, RegExp]>([
    [
      'an uncited sentence',
      body('Hot.[^brewing#water]\n\nVery hot.'),
      /oolong\.md, line 10: no citation closes "Very hot\."/,
    ],
    ['an unknown source', body('Hot.[^nowhere#x]'), /oolong\.md, line 8: the source "nowhere" is not in sources\.yaml/],
    ['an unknown anchor', body('Hot.[^brewing#smell]'), /has no anchor "smell"\. It has: water, time/],
    ['a citation without a heading', body('Hot.[^brewing]'), /cited without a heading\. Add one of: water, time/],
    ['a table in a body', body('| a |\n| --- |\n| b |'), /a table is not part of the form/],
    ['a code block without a sentence', body('```\nx\n```'), /a code block stands without a sentence/],
    ['a body that is too long', body(`${'Hot. '.repeat(600)}[^brewing#water]`), /characters, 2200 is the most/],
    ['an empty body', body(''), /the body is empty/],
    ['a missing front matter', { [entry]: 'Hot.[^brewing#water]' }, /there is no front matter/],
    ['broken YAML', front('title: Oolong', 'title: "Oolong'), /oolong\.md, line \d+: the YAML can't be read/],
    ['a missing title', front('title: Oolong\n', ''), /oolong\.md, field title/],
    ['an unknown field', front('title: Oolong', 'title: Oolong\ncolour: blue'), /colour/],
    ['an unknown status', front('status: supported', 'status: maybe'), /field support\.0\.status/],
    ['a partial verdict without a note', front('status: supported', 'status: partial'), /"partial" has no note/],
    [
      'an uncited note',
      front('status: supported', 'status: partial, note: "Half of it."'),
      /field support\.0\.note: no citation/,
    ],
    [
      'a reference to nothing',
      front('title: Oolong', 'title: Oolong\nrelated: [guides/none]'),
      /there is no entry tea\/guides\/none/,
    ],
    [
      'rows in the wrong order',
      front('  - {', '  - { dotnet: "3", status: supported }\n  - {'),
      /the rows are not in order/,
    ],
    [
      'a package without evidence',
      {
        'tea/packages/tin.md': OOLONG.replace('Oolong', 'Tin')
          .replace('blue tea', 'box')
          .replace('title: Tin', 'title: Tin\npackage: Tin'),
      },
      /tin\.md, field support\.0: the evidence is missing/,
    ],
    [
      "a file that hasn't its package's name",
      {
        'tea/packages/box.md': OOLONG.replace('Oolong', 'Tin')
          .replace('blue tea', 'box')
          .replace('title: Tin', 'title: Tin\npackage: Tin'),
      },
      /the file's name is not "tin\.md"/,
    ],
    [
      'an alias of two entries',
      { 'tea/guides/other.md': OOLONG.replace('title: Oolong', 'title: Other') },
      /"blue tea" is a name of/,
    ],
    [
      'a question of two entries',
      {
        'tea/guides/other.md': OOLONG.replace('Oolong', 'Other')
          .replace('blue tea', 'x y')
          .replace('how hot', 'How hot?'),
      },
      /field asks: "How hot\? for oolong" leads to tea\/guides\/oolong\.md too/,
    ],
    [
      'a source that nobody cites',
      {
        'tea/sources.yaml': `unused: { title: Unused, url: "https://example.com/u" }\nbrewing: { title: Brew, url: "https://example.com/b", anchors: [water] }`,
      },
      /sources\.yaml, source unused: no entry cites it/,
    ],
    [
      'a source without https',
      { 'tea/sources.yaml': 'brewing: { title: Brew, url: "ftp://x" }' },
      /field brewing\.url/,
    ],
    [
      'a missing table',
      { 'tea.md': SPECIFICATION.replace('| Type | Target |\n| --- | --- |', '') },
      /tea\.md, "Relationships": the table Type \| Target is missing/,
    ],
    [
      'an unknown relationship',
      { 'tea.md': SPECIFICATION.replace('| Enables |', '| Causes |') },
      /"Causes" is not a type/,
    ],
    [
      'an ID that is not the name of the file',
      { 'tea.md': SPECIFICATION.replace('| ID | tea |', '| ID | cocoa |') },
      /the ID is "cocoa"/,
    ],
    [
      'a file in a folder that is no kind',
      { 'tea/recipes/cake.md': OOLONG },
      /recipes\/cake\.md: it is not where an entry can be/,
    ],
    [
      'a folder without a specification',
      { 'cocoa/guides/x.md': OOLONG },
      /cocoa\/guides\/x\.md: it belongs to no topic/,
    ],
  ])('%s', (_name, changes, expected) => {
    expect(problemsOf(changes).join('\n')).toMatch(expected);
  });

  it('an entry that cannot be read once, however many refer to it', () => {
    const oolong = OOLONG.replace('title: Oolong', 'title: Oolong\nrelated: [guides/other]');
    const problems = problemsOf({ 'tea/guides/oolong.md': oolong, 'tea/guides/other.md': '---\ntitle: 1\n---\nNo.' });
    expect(problems.join('\n')).toContain('other.md');
    expect(problems.join('\n')).not.toContain('there is no entry');
  });

  it('sources that cannot be read once, however many entries cite them', () => {
    const problems = problemsOf({
      'tea/sources.yaml': 'brewing: { title: Brew, url: "https://example.com/b", anchors: [1] }',
    });
    expect(problems).toEqual([expect.stringContaining('field brewing.anchors.0')]);
  });

  it('nothing in a topic that is in order', () => {
    expect(problemsOf({})).toEqual([]);
  });
});

describe('a folder', () => {
  let dir = '';
  afterEach(() => rm(dir, { recursive: true, force: true }));

  async function write(files: Record<string, string | Buffer>): Promise<string> {
    dir = await mkdtemp(join(tmpdir(), 'ask-aot-'));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
    return dir;
  }

  it('with several faults gives one error that names them all', async () => {
    const files = Object.fromEntries(teaFiles().map(({ path, text }) => [path, text]));
    await write({
      ...files,
      'tea/guides/oolong.md': OOLONG.replace('title: Oolong', 'title: "Oolong'),
      'tea/guides/latin.md': Buffer.from([0xff, 0xfe, 0x41]),
      'tea.md': SPECIFICATION.replace('## Metadata', '## Something'),
    });
    await expect(loadKnowledge(dir)).rejects.toThrow(
      /latin\.md: it is not UTF-8[\s\S]*Metadata[\s\S]*oolong\.md, line 2: the YAML can't be read/,
    );
  });

  it('that is not there is a clear error', async () => {
    await expect(loadKnowledge('/no/such/folder')).rejects.toThrow(
      /\/no\/such\/folder can't be read\. Set KNOWLEDGE_DIR/,
    );
  });

  it('with two topics answers both', async () => {
    const files = Object.fromEntries(teaFiles().map(({ path, text }) => [path, text]));
    const cocoa = SPECIFICATION.replaceAll('Tea', 'Cocoa')
      .replaceAll('| tea |', '| cocoa |')
      .replace('Biscuits', 'Marshmallows');
    await write({ ...files, 'cocoa.md': cocoa });
    const knowledge = createKnowledge(await loadKnowledge(dir));
    expect(answer('how hot for oolong', knowledge).id).toBe('tea/guides/oolong');
    expect(answer('marshmallows', knowledge).id).toBe('cocoa/compatibility/marshmallows');
  });
});

it('a page of the specification may stand in sources.yaml with its headings', () => {
  const sources = 'book: { title: Book, url: "https://example.com/tea/", anchors: [one] }';
  const changes = { 'tea/sources.yaml': sources, 'tea/guides/oolong.md': OOLONG.replace('brewing#water', 'book#one') };
  expect(problemsOf(changes)).toEqual([]);
});

it('the export has the documented form', () => {
  const [topic] = [exportTopics(parseKnowledge(teaFiles()).topics)].flat();
  expect(topic?.topic.id).toBe('tea');
  const oolong = topic?.entries.find(({ id }) => id === 'tea/guides/oolong');
  expect(oolong).toMatchObject({
    kind: 'guides',
    title: 'Oolong',
    aliases: ['blue tea'],
    support: [{ dotnet: '1', status: 'supported' }],
    sections: [
      {
        heading: null,
        claims: [
          {
            text: 'Oolong takes water of 90 degrees.',
            citations: [{ source: 'brewing', anchor: 'water', url: 'https://example.com/brewing#water' }],
          },
        ],
      },
    ],
  });
});
