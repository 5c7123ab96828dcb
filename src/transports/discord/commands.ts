import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Command, Option } from '../../command.ts';

/** Every command but a public one takes this option on Discord, where answers are private by default. */
export const SHARE_OPTION = 'share';

/** The commands as Discord registers them: for servers and for people, in servers, direct messages and groups. */
export function toRegistration(
  commands: readonly Command[],
  scope: 'global' | 'guild',
): RESTPutAPIApplicationCommandsJSONBody {
  return commands.flatMap((command) => [
    { ...toSlashCommand(command), ...where(command, scope) },
    ...(command.onMessage ? [{ ...toMessageCommand(command.onMessage), ...where(command, scope) }] : []),
  ]);
}

// --- internal ---

const { GuildInstall, UserInstall } = ApplicationIntegrationType;
const { Guild, BotDM, PrivateChannel } = InteractionContextType;

/** Where a command can be used; a server's own commands have no say in it. */
function where({ audience }: Command, scope: 'global' | 'guild') {
  const managers = audience === 'managers';
  const permissions = managers ? { default_member_permissions: PermissionFlagsBits.ManageGuild.toString() } : {};
  if (scope === 'guild') return permissions;
  return managers
    ? { ...permissions, integration_types: [GuildInstall], contexts: [Guild] }
    : { integration_types: [GuildInstall, UserInstall], contexts: [Guild, BotDM, PrivateChannel] };
}

function toSlashCommand({ name, description, options, audience }: Command) {
  const list = Object.entries(options).map(([key, option]) => toOption(key, option));
  return {
    type: ApplicationCommandType.ChatInput as const,
    name,
    description,
    options: audience === 'managers' ? list : [...list, share],
  };
}

function toMessageCommand(name: string) {
  return { type: ApplicationCommandType.Message as const, name };
}

const share: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: SHARE_OPTION,
  description: 'Show the answer to everybody here; by default only you see it',
};

function toOption(name: string, option: Option): APIApplicationCommandBasicOption {
  const shared = { name, description: option.description, required: option.required ?? false };
  if (option.type === 'file') {
    const file = { ...shared, type: ApplicationCommandOptionType.Attachment as const };
    return Object.assign(file, { file_types: [...option.fileTypes] });
  }
  const text = { ...shared, type: ApplicationCommandOptionType.String as const, max_length: option.maxLength };
  return option.complete ? { ...text, autocomplete: true } : text;
}
