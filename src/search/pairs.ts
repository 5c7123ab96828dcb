import { phrasePattern } from './text.ts';

/**
 * Marks a text that names two of a kind, such as two operating systems, with a word of its own: it is about going from one
 * to the other, in whatever words. `kinds` has the members of each kind, each with all its names.
 */
export function createPairs(kinds: Readonly<Record<string, readonly (readonly string[])[]>>): (text: string) => string {
  const marks = Object.entries(kinds).map(([kind, members]) => ({
    mark: `pair${kind}`,
    members: members.map(phrasePattern),
  }));
  return (text) => {
    const found = marks.filter(({ members }) => members.filter((member) => text.search(member) >= 0).length > 1);
    return [text, ...found.map(({ mark }) => mark)].join(' ');
  };
}
