import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { createKnowledge } from '../../src/answer/knowledge.ts';
import { exportTopics } from '../../src/knowledge/export.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { OOLONG, SPECIFICATION, teaFiles } from './made-up.ts';

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
