import { answer, replyFrom } from '../src/answer/answer.ts';
import { NO_CONDITIONS } from '../src/answer/conditions.ts';
import { defineCommand } from '../src/command.ts';
import type { Entry } from '../src/knowledge/types.ts';
import { findEntry, suggestEntries } from './options.ts';

const isDiagnostic = ({ kind }: Entry) => kind === 'diagnostics';

export const explain = defineCommand({
  name: 'explain',
  description: 'What a diagnostic means and how to fix it',
  options: {
    code: {
      type: 'text',
      description: 'The code, such as IL3050 or NETSDK1207, or the text of the error',
      required: true,
      maxLength: 2000,
      complete: (typed, knowledge) => suggestEntries(typed, knowledge, isDiagnostic),
    },
  },
  run({ code }, knowledge) {
    const wanted = code.trim();
    const entry = findEntry(wanted, knowledge) ?? knowledge.search.byCode.get(wanted.toUpperCase());
    return entry ? replyFrom(entry, NO_CONDITIONS, knowledge) : answer(code, knowledge, { accept: isDiagnostic });
  },
});
