import { expect, it } from 'vitest';
import type { openBot } from '../bot.ts';
import { ASKER, click, onMessage, type Sent, slash, submit, typing } from '../discord/interactions.ts';
import type { Discord } from '../discord/loopback.ts';
import { walk } from '../discord/rules.ts';

/** A transport under test: how an interaction gets in, and where bodies are checked. */
export interface Subject {
  discord: Discord;
  send(interaction: Sent): Promise<Record<string, unknown>>;
  bot: ReturnType<typeof openBot>;
}

const PRIVATE = 1 << 6;

/** Gives a command to a door and returns all that it shows, without markup. */
export type Door = (command: string, args?: Record<string, string>) => Promise<string>;

/** What the gateway, the HTTP endpoint and the command line do alike. */
export function answerCases(door: Door): void {
  it.each<[command: string, args: Record<string, string>, shown: RegExp]>([
    [
      'ask',
      { question: 'can I use System.Reflection.Emit with Native AOT?' },
      /Not supported in \.NET \d+[\s\S]*learn\.microsoft/,
    ],
    ['compat', { subject: 'SignalR', dotnet: '8' }, /in \.NET 8/],
    ['compat', { subject: 'SignalR' }, /in \.NET \d+/],
    ['prereqs', { os: 'alpine' }, /clang/],
    ['sources', {}, /learn\.microsoft\.com/],
    ['explain', { code: 'IL3050' }, /RequiresDynamicCode/],
    ['check', { text: "warning IL3053: Assembly 'Dapper' produced AOT analysis warnings." }, /Dapper[\s\S]*IL3053/],
    ['onboard', {}, /Native AOT/],
    ['about', {}, /no language model/],
    ['ask', { question: 'xyzzy plugh frobnicate' }, /I don't know/],
    ['frobnicate', {}, /There is no command/],
    ['ask', {}, /needs "question"/],
    ['compat', { subject: 'SignalR', dotnet: 'eight' }, /not a \.NET version/],
    ['explain', { code: 'x'.repeat(2001) }, /2000 is the most/],
  ])('/%s %j', async (command, args, shown) => {
    expect(await door(command, args)).toMatch(shown);
  });
}

/**
 * What both of Discord's transports do alike, beyond the answers. The command line has none of it, for these reasons: a
 * terminal has one reader, so there is nothing to share, delete or keep private; its shell completes file names, not
 * entries; and what buttons and selects lead to is typed as a command there.
 */
export function transportCases(subject: () => Subject): void {
  const send = async (interaction: Sent) => {
    const body = await subject().send(interaction);
    expect(subject().discord.violations).toEqual([]);
    return body;
  };
  answerCases(async (command, args) => textOf(await send(slash(command, args))));

  it.each([
    slash('ask', { question: 'can I use System.Reflection.Emit?' }),
    slash('compat', { subject: 'Dapper', dotnet: '8' }),
    slash('prereqs', { os: 'alpine' }),
    slash('sources'),
    slash('explain', { code: 'IL3050' }),
    slash('about'),
    slash('ask', { question: 'IL3050?' }, { direct: true }),
  ])('answers a slash command privately and pings nobody', async (interaction) => {
    expect(await send(interaction)).toMatchObject({
      type: 4,
      data: { flags: (1 << 15) | PRIVATE, allowed_mentions: { parse: [] } },
    });
  });

  it('answers publicly when asked to share, but abstains privately', async () => {
    const shared = await send(slash('explain', { code: 'IL3050', share: true }));
    const unknown = await send(slash('ask', { question: 'xyzzy plugh frobnicate', share: true }));
    expect(flagsOf(shared) & PRIVATE).toBe(0);
    expect(textOf(shared)).toContain(`<@${ASKER}>`);
    expect(flagsOf(unknown) & PRIVATE).toBe(PRIVATE);
  });

  it('suggests while somebody types, and before', async () => {
    expect(JSON.stringify(await send(typing('compat', 'subject', 'reflec')))).toContain('Reflection.Emit');
    expect(await send(typing('compat', 'subject', ''))).toMatchObject({ type: 8 });
    expect(await send(typing('compat', 'dotnet', ''))).toMatchObject({ data: { choices: expect.any(Array) } });
  });

  it('shares a private answer on a click, which only the asker or a moderator can delete', async () => {
    const answer = await send(slash('explain', { code: 'IL3050' }));
    const shared = await send(click(idOf(answer, 'share'), answer.data));
    expect(flagsOf(shared) & PRIVATE).toBe(0);
    expect(textOf(shared)).toContain('IL3050');
    expect(textOf(shared)).toContain(`<@${ASKER}>`);
    const remove = idOf(shared, 'delete');
    const stranger = await send(click(remove, shared.data, { from: { user: '1200000000000000002' } }));
    expect(textOf(stranger)).toContain('can delete this');
    for (const from of [{ user: ASKER }, { user: '1200000000000000003', permissions: String(1 << 13) }]) {
      const deleted = subject().discord.next(({ method }) => method === 'DELETE');
      expect(await send(click(remove, shared.data, { from }))).toEqual({ type: 6 });
      expect((await deleted).path).toContain('/messages/@original');
    }
  });

  it('changes a private answer to another version or a related entry', async () => {
    const answer = await send(slash('compat', { subject: 'native-aot/compatibility/signalr' }));
    const older = await send(click(idOf(answer, 'version'), answer.data, { values: ['8'] }));
    expect(older.type).toBe(7);
    expect(textOf(older)).toContain('.NET 8');
    const related = idOf(answer, 'open');
    const options = walk(dataOf(answer).components).find(({ custom_id: id }) => id === related)?.options as {
      value: string;
    }[];
    const opened = await send(click(related, answer.data, { values: [options[0]?.value ?? ''] }));
    expect(opened.type).toBe(7);
  });

  it('notes which answer did not help, and nothing else', async () => {
    const answer = await send(slash('explain', { code: 'IL3050' }));
    await send(click(idOf(answer, 'unhelpful'), answer.data));
    await send(click('a1:unhelpful:native-aot/no/such', answer.data));
    expect(subject().bot.unhelpful).toEqual(['native-aot/diagnostics/il3050']);
  });

  it.each(['a0:share', 'nonsense', 'a1:version:<script>', 'a1:delete:not-a-user', `a1:${'x'.repeat(90)}`])(
    'tells privately that the button %s is out of date',
    async (id) => {
      const body = await send(click(id, { flags: 0, components: [] }));
      expect(textOf(body)).toContain('out of date');
      expect(flagsOf(body) & PRIVATE).toBe(PRIVATE);
    },
  );

  it('posts a panel for newcomers whose controls answer privately', async () => {
    const panel = await send(slash('onboard', {}, { permissions: String(1 << 5) }));
    expect(flagsOf(panel) & PRIVATE).toBe(0);
    const intro = await send(click(idOf(panel, 'panel-show'), panel.data));
    const machine = await send(
      click(idOf(panel, 'panel-prerequisites'), panel.data, { values: ['native-aot/prerequisites/ubuntu'] }),
    );
    expect(textOf(machine)).toContain('clang');
    expect([intro, machine].map((body) => flagsOf(body) & PRIVATE)).toEqual([PRIVATE, PRIVATE]);
    const form = await send(click(idOf(panel, 'panel-library'), panel.data));
    expect(form.type).toBe(9);
    const library = await send(submit(String(dataOf(form).custom_id), { subject: 'WPF' }));
    expect(textOf(library)).toContain('Not supported');
  });

  it('checks a pasted text, an attachment and any message', async () => {
    const log = 'Program.cs(3,5): warning IL3050: Using member X which has RequiresDynamicCodeAttribute';
    expect(textOf(await send(slash('check', { text: log })))).toContain('IL3050');
    expect(textOf(await send(onMessage('Explain AOT warnings', `look at this\n${log}`)))).toContain('IL3050');
    const evil = { filename: 'a.txt', size: 10, url: 'https://example.com/a.txt' };
    expect(textOf(await send(slash('check', { file: evil })))).toContain('not an attachment of Discord');
  });
}

// --- internal ---

function dataOf(body: Record<string, unknown>): Record<string, unknown> {
  return (body.data ?? {}) as Record<string, unknown>;
}

function flagsOf(body: Record<string, unknown>): number {
  return Number(dataOf(body).flags ?? 0);
}

function textOf(body: Record<string, unknown>): string {
  const texts = walk(dataOf(body).components).map(({ content }) => content ?? '');
  return texts.join('\n').replace(/\\(?=[^\w\s])/g, '');
}

function idOf(body: Record<string, unknown>, action: string): string {
  const ids = walk(dataOf(body).components).map(({ custom_id: id }) => String(id ?? ''));
  return ids.find((id) => id.split(':')[1] === action) ?? `no ${action} in ${ids.join(' ')}`;
}
