import { plainReply } from '../src/answer/reply.ts';
import { defineCommand } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { suggestTopics } from './options.ts';

/** Discord's most for the options of a select. */
const MAX_PREREQUISITES = 25;

export const onboard = defineCommand({
  name: 'onboard',
  description: 'Post a panel for newcomers in this channel',
  audience: 'managers',
  options: {
    topic: { type: 'text', description: 'The topic; the first one by default', maxLength: 60, complete: suggestTopics },
  },
  run({ topic: wanted }, knowledge) {
    const topic = wanted
      ? knowledge.topics.find(({ id, name }) => id === wanted || name === wanted)
      : knowledge.topics[0];
    const known = knowledge.topics.map(({ id }) => id).join(', ');
    if (!topic) throw new UserError(`There is no topic "${(wanted ?? '').slice(0, 60)}". There are: ${known}.`);
    const prerequisites = topic.entries.filter(({ kind }) => kind === 'prerequisites').slice(0, MAX_PREREQUISITES);
    const intro = topic.entries.find(({ id }) => id.startsWith(`${topic.id}/guides/what-is-`)) ?? topic.entries[0];
    const notice = `New to ${topic.name}? Start here. Answers are private: only you see them.`;
    return plainReply(topic.name, notice, {
      panel: {
        intro: { id: intro?.id ?? '', title: `What is ${topic.name}?` },
        prerequisites: prerequisites.map(({ id, title }) => ({ id, title })),
        docs: topic.specification.official[0]?.url ?? null,
      },
    });
  },
});
