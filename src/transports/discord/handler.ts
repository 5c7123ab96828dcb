import type { REST } from '@discordjs/rest';
import {
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import { plainReply } from '../../answer/reply.ts';
import { renderMessage } from '../../render/discord/message.ts';
import { askerOf, type Incoming } from './incoming.ts';
import type { Limiter } from './limiter.ts';
import { type Responder, type Response, respond } from './respond.ts';
import { sendAgain } from './send.ts';

/** Milliseconds after which an answer that is not ready is announced instead; Discord waits for 3,000. */
const DEFER_AFTER = 2000;

/** The first body for Discord, and what is still to be done once it has arrived. */
export interface Delivery {
  first: APIInteractionResponse;
  /** Sends what comes later; null if nothing does. */
  later: ((rest: REST) => Promise<void>) | null;
}

export interface HandlerOptions extends Responder {
  limiter: Limiter;
  deferAfter?: number;
}

/** Turns interactions into deliveries, for any transport: within the limits, and in time. */
export function createHandler(options: HandlerOptions): (interaction: Incoming) => Promise<Delivery> {
  const { limiter, deferAfter = DEFER_AFTER } = options;
  return async (interaction) => {
    if (interaction.type !== InteractionType.Ping && !(await limiter(askerOf(interaction))))
      return tooFast(interaction);
    const work = respond(interaction, options);
    const response = await withinTime(work, deferAfter);
    return response ? inTime(response, interaction) : deferred(work, interaction);
  };
}

// --- internal ---

/** What the work gives, or null if it takes longer than so many milliseconds. */
async function withinTime<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function inTime({ body, thenDelete }: Response, interaction: Incoming): Delivery {
  return { first: body, later: thenDelete ? (rest) => deleteOriginal(rest, interaction) : null };
}

function deferred(work: Promise<Response>, interaction: Incoming): Delivery {
  return {
    first: {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
    },
    async later(rest) {
      const { body } = await work;
      if (!('data' in body) || !body.data || !('components' in body.data)) return;
      const { flags = 0, ...message } = { flags: 0, ...body.data };
      // Whether an answer is private was settled when it was announced.
      const edit = { ...message, flags: Number(flags) & ~MessageFlags.Ephemeral };
      await sendAgain(() => rest.patch(originalOf(interaction), { body: edit, auth: false }));
    },
  };
}

async function deleteOriginal(rest: REST, interaction: Incoming): Promise<void> {
  await sendAgain(() => rest.delete(originalOf(interaction), { auth: false }));
}

function originalOf({ application_id: application, token }: Incoming) {
  return Routes.webhookMessage(application, token, '@original');
}

function tooFast({ type }: Incoming): Delivery {
  if (type === InteractionType.ApplicationCommandAutocomplete)
    return {
      first: { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } },
      later: null,
    };
  const reply = plainReply('Slow down, please', 'That were many requests at once. Try again in ten seconds.', {
    answered: false,
  });
  const data = renderMessage(reply, { private: true });
  return { first: { type: InteractionResponseType.ChannelMessageWithSource, data }, later: null };
}
