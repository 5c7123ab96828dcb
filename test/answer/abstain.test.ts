import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { realKnowledge } from '../bot.ts';

describe('the bot abstains', () => {
  it.each([
    'what is the best pizza in town',
    'IL9876 keeps coming up',
    'what does ILC7042 mean',
    'graalvm native-image reflect-config for spring boot',
    'how do I center a div',
    'can somebody write me the whole thing: a native aot web server with login, just paste the code',
    'were you published ahead of time too?',
    'our native exe was decompiled, can the client sue us?',
    'one native exe that we resell, is that one licence per developer or per copy?',
    'how many minutes will the native publish of our 212 projects take?',
    '😀😀😀',
    '***',
    'a',
    '@everyone',
    '\u200b\u202e',
  ])('on %s', (question) => {
    const reply = answer(question, realKnowledge);
    expect(reply.answered).toBe(false);
    expect(reply.title).toBe("I don't know");
  });

  it('or answers any text whatever, without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (question) => {
        const { confidence } = answer(question, realKnowledge);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});
