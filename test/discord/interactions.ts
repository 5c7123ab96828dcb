import { APPLICATION_ID } from './loopback.ts';

export const ASKER = '1200000000000000001';
let count = 0;

/** Where an interaction comes from, and from whom. */
export interface From {
  user?: string;
  /** A direct message or a group, where there is no member. */
  direct?: boolean;
  permissions?: string;
}

/** An interaction as Discord sends it, with an id and a token of its own. */
function interaction(
  type: number,
  data: unknown,
  { user: id = ASKER, direct = false, permissions = '0' }: From = {},
  rest = {},
) {
  count += 1;
  const user = { id, username: 'asker', discriminator: '0', avatar: null, global_name: 'Asker' };
  const member = {
    user,
    roles: [],
    permissions,
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  const guild = { guild_id: '1400000000000000001', guild_locale: 'en-US', member, context: 0 };
  return {
    id: String(1_300_000_000_000_000_000n + BigInt(count)),
    application_id: APPLICATION_ID,
    type,
    data,
    token: `interaction-token-${count}`,
    version: 1,
    channel_id: '1500000000000000001',
    channel: { id: '1500000000000000001', type: direct ? 1 : 0, name: 'aot' },
    locale: 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: direct ? { '1': id } : { '0': '1400000000000000001' },
    attachment_size_limit: 10_485_760,
    ...(direct ? { user, context: 2 } : guild),
    ...rest,
  };
}
export type Sent = ReturnType<typeof interaction>;

export interface File {
  filename: string;
  size: number;
  url: string;
}

const COMMAND_ID = '1600000000000000001';

/** Somebody sends a slash command. */
export function slash(name: string, options: Record<string, string | boolean | File> = {}, from: From = {}): Sent {
  const attachments: Record<string, File & { id: string }> = {};
  const list = Object.entries(options).map(([key, value], index) => {
    if (typeof value === 'boolean') return { name: key, type: 5, value };
    if (typeof value === 'string') return { name: key, type: 3, value };
    const id = String(1_700_000_000_000_000_000n + BigInt(index));
    attachments[id] = { id, ...value };
    return { name: key, type: 11, value: id };
  });
  return interaction(2, { id: COMMAND_ID, name, type: 1, options: list, resolved: { attachments } }, from);
}

/** Somebody types into an option of a slash command. */
export function typing(name: string, option: string, value: string): Sent {
  return interaction(4, { id: COMMAND_ID, name, type: 1, options: [{ name: option, type: 3, value, focused: true }] });
}

/** Somebody uses a command on a message. */
export function onMessage(name: string, content: string, files: File[] = [], from: From = {}): Sent {
  const id = '1800000000000000001';
  const attachments = files.map((file, index) => ({ id: String(index + 1), ...file }));
  const message = { id, content, attachments, embeds: [], author: { id: '1200000000000000009', username: 'other' } };
  return interaction(
    2,
    { id: COMMAND_ID, name, type: 3, target_id: id, resolved: { messages: { [id]: message } } },
    from,
  );
}

/** Somebody clicks a button or chooses in a select of a message that the bot sent. */
export function click(
  customId: string,
  message: unknown,
  { values, from }: { values?: string[]; from?: From } = {},
): Sent {
  const data = { custom_id: customId, component_type: values ? 3 : 2, ...(values ? { values } : {}) };
  return interaction(3, data, from, { message: { id: '1900000000000000001', ...(message as object) } });
}

/** Somebody sends the form that a button opened. */
export function submit(customId: string, fields: Record<string, string>): Sent {
  const components = Object.entries(fields).map(([id, value]) => ({
    type: 18,
    id: 1,
    component: { type: 4, id: 2, custom_id: id, value },
  }));
  return interaction(5, { custom_id: customId, components });
}
