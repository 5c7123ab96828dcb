import {
  type APIInteractionResponse,
  type APIMessageTopLevelComponent,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
  TextInputStyle,
} from 'discord-api-types/v10';
import { plainReply, type Reply } from '../../answer/reply.ts';
import type { Bot } from '../../bot.ts';
import { sharedControls } from '../../render/discord/controls.ts';
import { parseCustomId, toCustomId } from '../../render/discord/custom-id.ts';
import { renderMessage, toDisplay, toMessage } from '../../render/discord/message.ts';
import { askerOf, type IncomingComponent, type IncomingModal } from './incoming.ts';
import type { Response } from './respond.ts';
import { shownAgain } from './shown.ts';

/** A click on a button, or a choice in a select. */
export async function respondToComponent(interaction: IncomingComponent, bot: Bot): Promise<Response> {
  const { data, message } = interaction;
  const action = parseCustomId(data.custom_id);
  const [chosen = ''] = data.values;
  switch (action?.do) {
    case 'share':
      return { body: share(message.components, askerOf(interaction)) };
    case 'delete':
      return remove(interaction, action.argument);
    case 'version':
      return { body: update(await bot.handle(open(action.argument, chosen)), message.flags) };
    case 'open':
      return { body: update(await bot.handle(open(chosen)), message.flags) };
    case 'panel-show':
      return { body: answerPrivately(await bot.handle(open(action.argument))) };
    case 'panel-prerequisites':
      return { body: answerPrivately(await bot.handle(open(chosen))) };
    case 'panel-library':
      return { body: libraryForm() };
    case 'unhelpful':
      return { body: noteUnhelpful(action.argument, bot) };
    default:
      return { body: answerPrivately(stale()) };
  }
}

/** The form that the panel opens. */
export async function respondToForm({ data }: IncomingModal, bot: Bot): Promise<APIInteractionResponse> {
  const fields = data.components.flatMap(({ component, components }) => [component ?? [], components ?? []].flat());
  const subject = fields.find(({ custom_id: id }) => id === SUBJECT)?.value ?? '';
  if (parseCustomId(data.custom_id)?.do !== 'panel-library') return answerPrivately(stale());
  return answerPrivately(await bot.handle({ command: 'compat', args: { subject } }));
}

// --- internal ---

const SUBJECT = 'subject';

function open(entry: string, dotnet?: string) {
  return { command: 'compat', args: { subject: entry, ...(dotnet ? { dotnet } : {}) } };
}

function answerPrivately(reply: Reply): APIInteractionResponse {
  return { type: InteractionResponseType.ChannelMessageWithSource, data: renderMessage(reply, { private: true }) };
}

/** A private answer changes in its place; a public message stays as it is for the others. */
function update(reply: Reply, flags: number): APIInteractionResponse {
  if (!(flags & MessageFlags.Ephemeral) || !reply.answered) return answerPrivately(reply);
  return { type: InteractionResponseType.UpdateMessage, data: renderMessage(reply, { private: true }) };
}

function share(components: readonly unknown[], asker: string): APIInteractionResponse {
  const shown = shownAgain(components);
  if (shown.length === 0) return answerPrivately(stale());
  const parts: APIMessageTopLevelComponent[] = [
    ...shown,
    toDisplay(`-# Asked by <@${asker}>`),
    ...sharedControls(asker),
  ];
  return { type: InteractionResponseType.ChannelMessageWithSource, data: toMessage(parts, false) };
}

function remove(interaction: IncomingComponent, asker: string): Response {
  const moderator = BigInt(interaction.member?.permissions ?? 0) & PermissionFlagsBits.ManageMessages;
  if (askerOf(interaction) === asker || moderator)
    return { body: { type: InteractionResponseType.DeferredMessageUpdate }, thenDelete: true };
  const notice = 'Only the person who asked, or somebody who may manage messages, can delete this.';
  return { body: answerPrivately(plainReply('Not yours to delete', notice, { answered: false })) };
}

function noteUnhelpful(entry: string, bot: Bot): APIInteractionResponse {
  // A forged id must not fill the log.
  if (!bot.knowledge().search.byId.has(entry)) return answerPrivately(stale());
  bot.reportUnhelpful(entry);
  const notice = 'Thank you. Only the name of the answer was noted, nothing about you.';
  return answerPrivately(plainReply('Noted', notice, { answered: false }));
}

function libraryForm(): APIInteractionResponse {
  const input = {
    type: ComponentType.TextInput as const,
    custom_id: SUBJECT,
    style: TextInputStyle.Short,
    placeholder: 'Dapper, System.Text.Json, WPF ...',
    max_length: 200,
    required: true,
  };
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: toCustomId({ do: 'panel-library' }),
      title: 'Check a library',
      components: [{ type: ComponentType.Label, label: 'Package, API or app model', component: input }],
    },
  };
}

function stale(): Reply {
  const notice = 'This button or menu is from an older version of the bot. Please ask again with a command.';
  return plainReply('That is out of date', notice, { answered: false });
}
