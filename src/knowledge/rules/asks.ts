import type { Rule } from './rule.ts';

export const asks: Rule = {
  name: 'Asks',
  description: 'The same words can lead to one entry only.',
  check({ entries }, problems) {
    const owner = new Map<string, string>();
    for (const { file, asks } of entries)
      for (const ask of asks) {
        const words = wordsIn(ask);
        const other = owner.get(words);
        if (other) problems.add(file, 'field asks', `"${ask}" leads to ${other} too`, 'Leave it to one of the two.');
        else owner.set(words, file);
      }
  },
};

// --- internal ---

function wordsIn(ask: string): string {
  return ask
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#+]+/gu, ' ')
    .trim();
}
