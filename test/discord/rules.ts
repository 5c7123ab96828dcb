import { z } from 'zod';

// Limits that Discord documents but its schemas don't hold.

const COMPONENTS_V2 = 1 << 15;
const EPHEMERAL = 1 << 6;

type Json = Record<string, unknown>;
const record = z.record(z.string(), z.unknown());

export function checkCommands(body: unknown): string[] {
  const commands = z.array(record).parse(body);
  const names = commands.map(({ name }) => name);
  return [
    ...(new Set(names).size === names.length ? [] : ['two commands have one name']),
    ...(commands.length > 100 ? ['more than 100 commands'] : []),
    ...commands.flatMap(checkCommand),
  ];
}

export function checkCallback(body: unknown): string[] {
  const { type, data } = z.object({ type: z.number(), data: record.optional() }).parse(body);
  if (type === 8) return checkChoices(z.array(record).parse(data?.choices));
  if (type === 5)
    return Number(data?.flags ?? 0) & ~EPHEMERAL ? ['a deferred reply takes only the ephemeral flag'] : [];
  if (type === 9) return checkModal(data ?? {});
  if (type === 4 || type === 7) return checkMessage(data, type === 7);
  return [];
}

export function checkMessage(body: unknown, edit = false): string[] {
  const message = record.parse(body);
  const components = walk(message.components);
  const v2 = (Number(message.flags ?? 0) & COMPONENTS_V2) !== 0;
  return [
    ...(v2 && (message.content || message.embeds || message.poll)
      ? ['content, embeds or a poll with components V2']
      : []),
    ...(!v2 && components.some(({ type }) => Number(type) >= 9) ? ['components V2 without their flag'] : []),
    ...(!edit && components.length === 0 && !message.content && !message.embeds ? ['an empty message'] : []),
    ...checkMentions(message.allowed_mentions),
    ...checkComponents(components),
  ];
}

/** Every component, nested ones too. */
export function walk(components: unknown): Json[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((component: Json) => [
    component,
    ...walk(component.components),
    ...walk(component.component ? [component.component] : []),
    ...walk(component.accessory ? [component.accessory] : []),
  ]);
}

// --- internal ---

function checkCommand(command: Json): string[] {
  const name = String(command.name);
  const options = z.array(record).default([]).parse(command.options);
  const order = options.map(({ required }) => required === true);
  const chat = command.type === undefined || command.type === 1;
  return [
    ...(chat && !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name) ? [`${name}: not a command's name`] : []),
    ...(chat && name !== name.toLowerCase() ? [`${name}: not lower case`] : []),
    ...(chat && !command.description ? [`${name}: no description`] : []),
    ...(order.lastIndexOf(true) > order.indexOf(false) && order.includes(false)
      ? [`${name}: required after optional`]
      : []),
    ...options.flatMap((option) =>
      option.autocomplete && option.choices ? [`${name}.${String(option.name)}: autocomplete with choices`] : [],
    ),
    ...(weight(command) > 8000 ? [`${name}: more than 8,000 characters`] : []),
  ];
}

function weight(value: unknown, key = ''): number {
  if (typeof value === 'string') return ['name', 'description', 'value'].includes(key) ? value.length : 0;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [name, child]) => sum + weight(child, Array.isArray(value) ? key : name),
    0,
  );
}

function checkChoices(choices: Json[]): string[] {
  return [
    ...(choices.length > 25 ? ['more than 25 choices'] : []),
    ...choices.flatMap(({ name, value }) => [
      ...(String(name).length < 1 || String(name).length > 100
        ? [`choice name of ${String(name).length} characters`]
        : []),
      ...(String(value).length < 1 || String(value).length > 100
        ? [`choice value of ${String(value).length} characters`]
        : []),
    ]),
  ];
}

function checkModal(data: Json): string[] {
  const components = z.array(record).parse(data.components);
  return [
    ...(components.length < 1 || components.length > 5 ? ['a modal has 1 to 5 components'] : []),
    ...checkComponents(walk(data.components)),
  ];
}

function checkMentions(mentions: unknown): string[] {
  const parsed = z.object({ parse: z.array(z.string()) }).safeParse(mentions);
  if (!parsed.success) return ['mentions are not closed'];
  return parsed.data.parse.length > 0 ? ['mentions are allowed'] : [];
}

function checkComponents(components: Json[]): string[] {
  const ids = components.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
  const texts = components.flatMap(({ type, content }) => (type === 10 ? [String(content)] : []));
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0);
  return [
    ...(components.length > 40 ? [`${components.length} components`] : []),
    ...(characters > 4000 ? [`${characters} characters of text`] : []),
    ...(bytes > 10_170 ? [`${bytes} bytes of text`] : []),
    ...(texts.some((text) => text.trim() === '') ? ['an empty text'] : []),
    ...(new Set(ids).size === ids.length ? [] : ['two components have one custom_id']),
    ...components.flatMap(checkButton),
  ];
}

function checkButton({ type, style, custom_id: id, url }: Json): string[] {
  if (type !== 2) return [];
  if (style === 5) return url && !id ? [] : ['a link button needs a url and no custom_id'];
  return id && !url ? [] : ['a button needs a custom_id and no url'];
}
