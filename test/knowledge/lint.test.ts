import { describe, expect, it } from 'vitest';
import { renderProblem } from '../../src/knowledge/problems.ts';
import { RULES, TIDY_RULES } from '../../src/knowledge/rules/index.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { OOLONG, SPECIFICATION, teaFiles } from './made-up.ts';

const problemsOf = (changes: Record<string, string | null>) =>
  parseKnowledge(teaFiles(changes), [...RULES, ...TIDY_RULES]).problems.map(renderProblem);

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
    ['a word whose weight is no number', { 'tea/tells.yaml': 'kettle: high' }, /tells\.yaml, field kettle: .*number/],
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

it('a page of the specification may stand in sources.yaml with its headings', () => {
  const sources = 'book: { title: Book, url: "https://example.com/tea/", anchors: [one] }';
  const changes = { 'tea/sources.yaml': sources, 'tea/guides/oolong.md': OOLONG.replace('brewing#water', 'book#one') };
  expect(problemsOf(changes)).toEqual([]);
});
