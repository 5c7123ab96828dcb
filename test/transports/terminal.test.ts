import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe } from 'vitest';
import { PLAIN } from '../../src/render/text.ts';
import { runPrompt } from '../../src/transports/cli/prompt.ts';
import { openBot } from '../bot.ts';
import { answerCases } from './contract.ts';

describe('the command line', () => {
  answerCases(async (command, args = {}) => {
    // The first option needs no name there.
    const [first = '', ...options] = Object.entries(args).map(([key, value], index) =>
      index === 0 ? value : `--${key} ${value}`,
    );
    const output = new PassThrough();
    const shown = text(output);
    await runPrompt(openBot(), Readable.from([`/${[command, first, ...options].join(' ')}\n`]), output, PLAIN);
    output.end();
    return shown;
  });
});
