import { answer, replyFrom } from '../src/answer/answer.ts';
import { readConditions } from '../src/answer/conditions.ts';
import { defineCommand } from '../src/command.ts';
import type { Entry } from '../src/knowledge/types.ts';
import { dotnet, findEntry, readDotnet, suggestEntries } from './options.ts';

const isPrerequisite = ({ kind }: Entry) => kind === 'prerequisites';

export const prereqs = defineCommand({
  name: 'prereqs',
  description: 'What a machine needs before it can publish',
  options: {
    os: {
      type: 'text',
      description: 'The operating system or image that you build on',
      required: true,
      maxLength: 100,
      complete: (typed, knowledge) => suggestEntries(typed, knowledge, isPrerequisite),
    },
    target: {
      type: 'text',
      description: 'What you build for, if it is another one: linux-arm64, win-x86 ...',
      maxLength: 40,
    },
    dotnet,
  },
  run({ os, target, dotnet }, knowledge) {
    const conditions = { ...readConditions(target ?? ''), ...readDotnet(dotnet) };
    const entry = findEntry(os, knowledge);
    if (entry && !target) return replyFrom(entry, conditions, knowledge);
    const question = target ? `cross-compile from ${entry?.title ?? os} to ${target}` : `${os} prerequisites`;
    const accept = target ? ({ kind }: Entry) => kind === 'prerequisites' || kind === 'guides' : isPrerequisite;
    return answer(question, knowledge, { conditions, accept });
  },
});
