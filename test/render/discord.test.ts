import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyFrom } from '../../src/answer/answer.ts';
import { NO_CONDITIONS } from '../../src/answer/conditions.ts';
import { plainReply, type Reply } from '../../src/answer/reply.ts';
import { checkText } from '../../src/check/check.ts';
import { renderMessage, toMessage } from '../../src/render/discord/message.ts';
import { shownAgain } from '../../src/transports/discord/shown.ts';
import { openBot, realKnowledge } from '../bot.ts';
import { checkMessage, walk } from '../discord/rules.ts';
import { faultsOfCallback } from '../discord/schemas.ts';

const ASKER = '12345678901234567890';

/** What Discord would refuse of a reply: shown privately, shown to all, and shared later. */
function faultsOf(reply: Reply): string[] {
  const hidden = renderMessage(reply, { private: true });
  const open = renderMessage(reply, { private: false, asker: ASKER });
  const shown = shownAgain(hidden.components);
  const shared = toMessage([...shown, { type: 10, content: `-# Asked by <@${ASKER}>` }], false);
  return [hidden, open, shared].flatMap((data) => [...checkMessage(data), ...faultsOfCallback({ type: 4, data })]);
}

/** Pieces that make trouble: mentions, Markdown, long words, wide characters, what can't be seen. */
const trouble = fc.oneof(
  fc.constantFrom(
    '@everyone',
    '<@1>',
    '```',
    '**',
    '[x](y)',
    '\u202e',
    '\u200b',
    '漢字'.repeat(60),
    'x'.repeat(300),
    '. ',
    '\n',
    '\n- ',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const text = fc.array(trouble, { maxLength: 60 }).map((parts) => parts.join(' '));

describe('no message is over a limit of Discord, and none pings', () => {
  it('of any entry', () => {
    for (const entry of realKnowledge.search.entries)
      expect(faultsOf(replyFrom(entry, NO_CONDITIONS, realKnowledge)), entry.id).toEqual([]);
  });

  it('of any command with any text', async () => {
    const bot = openBot();
    const options = Object.fromEntries(
      bot.commands.flatMap(({ name, options }) => {
        const [first] = Object.entries(options).filter(([, { type }]) => type === 'text');
        return first ? [[name, first[0]]] : [];
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(options)), text, async (command, typed) => {
        const reply = await bot.handle({ command, args: { [options[command] ?? '']: typed } });
        expect(faultsOf(reply)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of a report on any text', () => {
    fc.assert(
      fc.property(text, (log) => {
        const pasted = `a.cs(1,1): warning IL2026: ${log}\nwarning IL3050: ${log}`;
        expect(
          faultsOf(checkText('log', new TextEncoder().encode(pasted), realKnowledge, { dotnet: null }).reply),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of a reply with any words of our own', () => {
    fc.assert(
      fc.property(text, text, (title, notice) => {
        expect(faultsOf(plainReply(`t${title}`, notice))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a text that is too long', () => {
  const claim = (value: string) => ({
    text: value,
    citations: [
      {
        source: 's',
        anchor: null,
        title: 'Page',
        url: 'https://example.com/p',
        repo: null,
        path: null,
        verified: null,
      },
    ],
    plain: value,
    lead: 'paragraph' as const,
  });
  const body = (value: string, code?: string) => {
    const claims = [{ ...claim(value), ...(code ? { code: { lang: 'sh', value: code } } : {}) }];
    return walk(
      renderMessage(plainReply('Long', '', { sections: [{ heading: null, claims }] }), { private: true }).components,
    )
      .map(({ content }) => String(content ?? ''))
      .join('\n');
  };

  it('is cut at the end of a sentence, with a link to read on', () => {
    const shown = body('This sentence is one of many. '.repeat(300));
    expect(shown).toMatch(/many\.…\n\[Read on\]\(https:\/\/example\.com\/p\)/);
  });

  it('never ends inside a block of code', () => {
    const shown = body('Run this.', 'line of code\n'.repeat(500));
    expect((shown.match(/```/g) ?? []).length % 2).toBe(0);
    expect(shown).toContain('Run this.');
  });
});

it('text that is not ours is shown as it stands', () => {
  const [head] = walk(renderMessage(plainReply('**x** @everyone `y`', ''), { private: true }).components).filter(
    ({ type }) => type === 10,
  );
  expect(head?.content).toBe('### \\*\\*x\\*\\* \\@everyone \\`y\\`');
});
