import { type APIInteractionResponse, ApplicationCommandType, InteractionResponseType } from 'discord-api-types/v10';
import type { Bot, Invocation } from '../../bot.ts';
import type { ArgValue, InputFile } from '../../command.ts';
import { cut } from '../../render/discord/cut.ts';
import { MAX_CHOICE, MAX_CHOICES } from '../../render/discord/limits.ts';
import { renderMessage } from '../../render/discord/message.ts';
import { SHARE_OPTION } from './commands.ts';
import type { FileReader } from './files.ts';
import { type Attachment, askerOf, type IncomingCommand, type IncomingTyping } from './incoming.ts';
import type { Responder } from './respond.ts';

/** A slash command, or a command on a message. */
export async function respondToCommand(
  interaction: IncomingCommand,
  { bot, readFile }: Responder,
): Promise<APIInteractionResponse> {
  const reply = await bot.handle(toInvocation(interaction, bot, readFile));
  // Nobody else needs to see that the bot doesn't know, or that something went wrong.
  const isPublic = reply.answered && wantsPublic(interaction, bot);
  const audience = isPublic ? { private: false as const, asker: askerOf(interaction) } : { private: true as const };
  return { type: InteractionResponseType.ChannelMessageWithSource, data: renderMessage(reply, audience) };
}

/** Suggestions for the option that somebody types into. */
export function respondToTyping({ data }: IncomingTyping, bot: Bot): APIInteractionResponse {
  const focused = data.options.find((option) => option.focused);
  const typed = String(focused?.value ?? '');
  const choices = bot.complete({ command: data.name, option: focused?.name ?? '', typed });
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: {
      choices: choices
        .slice(0, MAX_CHOICES)
        .map(({ name, value }) => ({ name: cut(name, MAX_CHOICE), value: value.slice(0, MAX_CHOICE) })),
    },
  };
}

// --- internal ---

function toInvocation({ data, ...interaction }: IncomingCommand, bot: Bot, readFile: FileReader): Invocation {
  const limit = interaction.attachment_size_limit;
  const open = (attachment: Attachment): InputFile => ({
    name: attachment.filename,
    read: () => readFile(attachment, limit),
  });
  if (data.type === ApplicationCommandType.Message) {
    const message = data.resolved.messages[data.target_id];
    const command = bot.commands.find(({ onMessage }) => onMessage === data.name);
    const args = { text: message?.content ?? '', file: (message?.attachments ?? []).map(open) };
    return { command: command?.name ?? data.name, args };
  }
  const { options, name: command, resolved } = data;
  const kinds = bot.commands.find(({ name }) => name === command)?.options ?? {};
  const args = options
    .filter(({ name }) => name !== SHARE_OPTION)
    .map(({ name, value = '' }): [string, ArgValue] => {
      const file = kinds[name]?.type === 'file' ? resolved.attachments[String(value)] : undefined;
      return [name, file ? [open(file)] : String(value)];
    });
  return { command, args: Object.fromEntries(args) };
}

function wantsPublic({ data }: IncomingCommand, bot: Bot): boolean {
  if (data.type === ApplicationCommandType.Message) return false;
  const forAll = bot.commands.find(({ name }) => name === data.name)?.audience === 'managers';
  return forAll || data.options.some(({ name, value }) => name === SHARE_OPTION && value === true);
}
