import {
  type APIActionRowComponent,
  type APIButtonComponentWithURL,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { citationsOf, type Reply } from '../../answer/reply.ts';
import type { Citation, Status } from '../../knowledge/types.ts';
import { answerControls, panelControls, sharedControls } from './controls.ts';
import { cut } from './cut.ts';
import { fitTexts } from './fit.ts';
import { guard } from './guard.ts';
import { MAX_LABEL, MAX_URL } from './limits.ts';
import { renderTexts } from './markdown.ts';

/** A message as Discord's API takes it. */
export interface Message {
  flags: number;
  components: APIMessageTopLevelComponent[];
  allowed_mentions: { parse: [] };
}

/** Who sees a message: the asker alone, or everybody in the channel, with the asker named. */
export type Audience = { private: true } | { private: false; asker: string };

const COLOURS: Record<Status, number> = {
  supported: 0x2e9e4f,
  partial: 0xd9a300,
  experimental: 0xd9a300,
  unsupported: 0xc93c37,
  unknown: 0x6e7781,
};
const NEUTRAL = 0x512bd4;

/** Pages that get a button. */
const MAX_LINKS = 3;

/** Private messages that were made before, as long as their reply lives: that of an entry is shown many times. */
const made = new WeakMap<Reply, Message>();

/** A reply as one message that fits Discord's limits and pings nobody. Not to be changed: it may be used again. */
export function renderMessage(reply: Reply, audience: Audience): Message {
  const known = audience.private ? made.get(reply) : undefined;
  if (known) return known;
  const message = makeMessage(reply, audience);
  if (audience.private) made.set(reply, message);
  return message;
}

/** Components V2, private or not, with every mention closed. */
export function toMessage(components: APIMessageTopLevelComponent[], isPrivate: boolean): Message {
  const flags = MessageFlags.IsComponentsV2 | (isPrivate ? MessageFlags.Ephemeral : 0);
  return { flags, allowed_mentions: { parse: [] }, components: guard(components) };
}

export function toDisplay(content: string) {
  return { type: ComponentType.TextDisplay as const, content };
}

// --- internal ---

function makeMessage(reply: Reply, audience: Audience): Message {
  const citations = citationsOf(reply);
  const asked = audience.private || reply.panel ? '' : `-# Asked by <@${audience.asker}>`;
  const texts = fitTexts({ ...renderTexts(reply, citations), foot: asked }, citations[0]?.url ?? null);
  const links = linkButtons(citations);
  const container: APIMessageTopLevelComponent = {
    type: ComponentType.Container,
    accent_color: colourOf(reply),
    components: [...texts.map(toDisplay), ...(links.length > 0 ? [toRow(links)] : [])],
  };
  return toMessage([container, ...controlsOf(reply, audience)], audience.private);
}

function colourOf({ verdict, answered }: Reply): number {
  if (verdict) return COLOURS[verdict.status];
  return answered ? NEUTRAL : COLOURS.unknown;
}

function controlsOf(reply: Reply, audience: Audience) {
  if (reply.panel) return panelControls(reply.panel);
  return audience.private ? answerControls(reply) : sharedControls(audience.asker);
}

function toRow(components: APIComponentInMessageActionRow[]): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

function linkButtons(citations: readonly Citation[]): APIButtonComponentWithURL[] {
  return citations
    .filter(({ url }) => url.length <= MAX_URL)
    .slice(0, MAX_LINKS)
    .map(({ title, url }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: cut(title, MAX_LABEL),
      url,
    }));
}
