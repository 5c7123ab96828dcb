import { answer, replyFrom } from '../src/answer/answer.ts';
import { NO_CONDITIONS, readConditions } from '../src/answer/conditions.ts';
import { defineCommand } from '../src/command.ts';
import type { Entry, Kind } from '../src/knowledge/types.ts';
import { dotnet, findEntry, readDotnet, suggestEntries } from './options.ts';

const KINDS: ReadonlySet<Kind> = new Set(['compatibility', 'packages', 'platforms', 'properties']);
const isSubject = ({ kind }: Entry) => KINDS.has(kind);

export const compat = defineCommand({
  name: 'compat',
  description: 'Does an API, a package, an app model or a platform work?',
  options: {
    subject: {
      type: 'text',
      description: 'The API, package, app model or platform',
      required: true,
      maxLength: 200,
      complete: (typed, knowledge) => suggestEntries(typed, knowledge, isSubject),
    },
    dotnet,
    platform: {
      type: 'text',
      description: 'An operating system or runtime identifier, such as alpine or win-x86',
      maxLength: 40,
    },
  },
  run({ subject, dotnet, platform }, knowledge) {
    const conditions = { ...readConditions(`${subject} ${platform ?? ''}`), ...(dotnet ? readDotnet(dotnet) : {}) };
    const entry = findEntry(subject, knowledge);
    if (entry)
      return replyFrom(
        entry,
        { ...NO_CONDITIONS, ...readConditions(platform ?? ''), ...readDotnet(dotnet) },
        knowledge,
      );
    return answer(subject, knowledge, { conditions, accept: isSubject });
  },
});
