import { plainReply } from '../src/answer/reply.ts';
import { defineCommand } from '../src/command.ts';
import type { Topic } from '../src/knowledge/types.ts';

export const about = defineCommand({
  name: 'about',
  description: 'What this bot is, how old its knowledge is, and what it keeps about you',
  options: {},
  run(_args, { topics }) {
    const paragraphs = [
      ...topics.map(describe),
      'Every sentence was written beforehand and carries its citation; no language model makes up answers. What is not documented is not answered.',
      'Privacy: nothing about you is stored. Questions are not logged, and no message is read but what you send to the bot.',
    ];
    return plainReply('About this bot', paragraphs.join('\n\n'));
  },
});

// --- internal ---

function describe({ name, entries, sources }: Topic): string {
  const dates = Object.values(sources)
    .flatMap(({ verified }) => verified?.date ?? [])
    .sort();
  const [oldest] = dates;
  const age = oldest ? `, read between ${oldest} and ${dates.at(-1)}` : '';
  return `${name}: ${entries.length} answers from ${Object.keys(sources).length} pages${age}.`;
}
