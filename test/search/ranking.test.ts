import { describe, expect, it } from 'vitest';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { createSearch } from '../../src/search/search.ts';
import { teaFiles } from '../knowledge/made-up.ts';

const entry = (title: string, body: string, rest = '') => `---
title: ${title}
asks: [about ${title}]
${rest}---
${body}[^brewing#water]
`;

/** Five entries that mention each other, so that only the order tells whether names, codes and bodies are weighed well. */
const { topics } = parseKnowledge(
  teaFiles({
    'tea/guides/kettle.md': entry('Kettle', 'A kettle boils water for oolong and sencha.'),
    'tea/guides/sencha.md': entry(
      'Sencha',
      'Sencha takes water of 70 degrees; let the kettle cool.',
      'aliases: [green tea, MatchaFree]\n',
    ),
    'tea/guides/time.md': entry('Brewing time', 'Sencha needs two minutes, oolong three.'),
    'tea/diagnostics/tea1001.md': entry('Kettle is empty', 'There is no water in the kettle.', 'code: TEA1001\n'),
    'tea/diagnostics/tea1002.md': entry('Kettle is full', 'There is too much water in the kettle.', 'code: TEA1002\n'),
  }),
);
const search = createSearch(topics);
const order = (question: string) => search.find(question).hits.map(({ entry: { id } }) => id.split('/').at(-1));

describe('the order of the hits', () => {
  it('puts what is named before what is mentioned', () => {
    expect(order('sencha')).toEqual([
      'sencha', // its title
      'kettle', // mentions it in a short text
      'time', // mentions it in a longer one
    ]);
  });

  it('takes another name for the thing itself', () => {
    expect(order('green tea')[0]).toBe('sencha');
    expect(order('matchafree')[0]).toBe('sencha'); // written without its humps
  });

  it('puts who knows the very words before who uses them more often', () => {
    const asking = (title: string, asks: string) => entry(title, 'Cups.').replace(/asks: .*/, `asks: [${asks}]`);
    const { topics } = parseKnowledge(
      teaFiles({
        'tea/guides/label.md': asking(
          'Paint',
          'label a tin blue, tin label colours, which tin bears which label, new tin label',
        ),
        'tea/guides/shelf.md': asking(
          'Shelf',
          'where do teapots stand, which cups fit there, how high, tin label, depth',
        ),
      }),
    );
    const { hits } = createSearch(topics).find('tin label');
    expect(hits[0]?.entry.title).toBe('Shelf');
  });

  it('lets a code win over the words around it', () => {
    expect(order('the kettle is empty, or is it: TEA1002')[0]).toBe('tea1002');
  });

  it('puts the codes of a question in their order', () => {
    expect(order('TEA1002 and TEA1001').slice(0, 2)).toEqual(['tea1002', 'tea1001']);
  });

  it('forgives a slip of the finger in a word that it does not know', () => {
    expect(order('senca water')[0]).toBe('sencha');
    expect(order('oolng')[0]).toBe('oolong');
    expect(order('oolnog senhca')).toEqual(order('oolong sencha')); // two letters swapped are one slip
  });

  it('takes a name with such a slip for the name', () => {
    const [first] = search.find('grean tea?').hits;
    expect(first).toMatchObject({ entry: { title: 'Sencha' }, similarity: 1 });
    expect(first?.name).toBeGreaterThan(0);
  });

  it('leaves out what is not accepted', () => {
    const { hits } = search.find('kettle', ({ kind }) => kind === 'diagnostics');
    expect(hits.map(({ entry: { kind } }) => kind)).toEqual(['diagnostics', 'diagnostics']);
  });

  it('tells which names nobody knows', () => {
    expect(search.find('does Contoso.TeaPot brew sencha').question.strangers).toEqual(['contoso.teapot']);
  });
});

it('suggests while the last word is unfinished', () => {
  expect(search.suggest('ket')[0]?.title).toBe('Kettle');
});
