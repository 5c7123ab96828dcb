import { type APIInteractionResponse, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Bot } from '../../bot.ts';
import { respondToCommand, respondToTyping } from './command.ts';
import { respondToComponent, respondToForm } from './component.ts';
import type { FileReader } from './files.ts';
import type { Incoming } from './incoming.ts';

/** What a response is made with. */
export interface Responder {
  bot: Bot;
  readFile: FileReader;
}

/** What Discord gets back for an interaction, whichever transport carries it. */
export interface Response {
  body: APIInteractionResponse;
  /** Takes away the message that the interaction came from, once the response has arrived. */
  thenDelete?: boolean;
}

export async function respond(interaction: Incoming, responder: Responder): Promise<Response> {
  switch (interaction.type) {
    case InteractionType.Ping:
      return { body: { type: InteractionResponseType.Pong } };
    case InteractionType.ApplicationCommand:
      return { body: await respondToCommand(interaction, responder) };
    case InteractionType.ApplicationCommandAutocomplete:
      return { body: respondToTyping(interaction, responder.bot) };
    case InteractionType.MessageComponent:
      return respondToComponent(interaction, responder.bot);
    case InteractionType.ModalSubmit:
      return { body: await respondToForm(interaction, responder.bot) };
  }
}
