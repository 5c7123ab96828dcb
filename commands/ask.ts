import { answer } from '../src/answer/answer.ts';
import { defineCommand } from '../src/command.ts';
import { dotnet, readDotnet } from './options.ts';

export const ask = defineCommand({
  name: 'ask',
  description: 'Ask a question in your own words, or paste an error',
  options: {
    question: { type: 'text', description: 'Your question', required: true, maxLength: 6000 },
    dotnet,
  },
  run({ question, dotnet }, knowledge) {
    return answer(question, knowledge, { conditions: readDotnet(dotnet) });
  },
});
