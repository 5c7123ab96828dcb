import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandUpdateRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { checkCallback, checkCommands, checkMessage } from './rules.ts';

// Discord's own schemas, generated from its OpenAPI description, and the rules that they leave out (rules.ts).

const CALLBACKS: Record<number, z.ZodType> = {
  1: PongInteractionCallbackRequestSchema,
  4: CreateMessageInteractionCallbackRequestSchema,
  5: CreateMessageInteractionCallbackRequestSchema,
  6: UpdateMessageInteractionCallbackRequestSchema,
  7: UpdateMessageInteractionCallbackRequestSchema,
  8: ApplicationCommandAutocompleteCallbackRequestSchema,
  9: ModalInteractionCallbackRequestSchema,
};

/** What Discord would refuse of the answer to an interaction; empty if nothing. */
export function faultsOfCallback(body: unknown): string[] {
  const { type } = z.object({ type: z.number() }).parse(body);
  const schema = CALLBACKS[type];
  return schema ? [...faultsOf(schema, body), ...checkCallback(body)] : [`callback type ${type} is unknown`];
}

/** The same for a list of commands that is put. */
export function faultsOfCommands(body: unknown): string[] {
  // The schema types default_member_permissions as an integer on purpose; Discord takes and documents a string.
  const list = z.array(z.record(z.string(), z.unknown())).parse(body);
  const typed = list.map((command) =>
    typeof command.default_member_permissions === 'string'
      ? { ...command, default_member_permissions: Number(command.default_member_permissions) }
      : command,
  );
  return [...faultsOf(z.array(ApplicationCommandUpdateRequestSchema), typed), ...checkCommands(body)];
}

/** The same for an edit of the original answer (`PATCH`) or a follow-up (`POST`). */
export function faultsOfWebhook(body: unknown, method: string): string[] {
  const schema = method === 'PATCH' ? IncomingWebhookUpdateRequestPartialSchema : IncomingWebhookRequestPartialSchema;
  return [...faultsOf(schema, body), ...checkMessage(body, method === 'PATCH')];
}

// --- internal ---

function faultsOf(schema: z.ZodType, body: unknown): string[] {
  const result = schema.safeParse(body);
  if (!result.success) return result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return vanished(body, result.data, 'body');
}

/** The schemas drop keys that they don't know, misspelt ones among them: what is gone was not Discord's. */
function vanished(sent: unknown, parsed: unknown, at: string): string[] {
  if (Array.isArray(sent))
    return sent.flatMap((item, index) =>
      vanished(item, Array.isArray(parsed) ? parsed[index] : undefined, `${at}.${index}`),
    );
  if (typeof sent !== 'object' || sent === null) return [];
  const kept = typeof parsed === 'object' && parsed !== null ? new Map(Object.entries(parsed)) : new Map();
  return Object.entries(sent).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return kept.has(key)
      ? vanished(value, kept.get(key), `${at}.${key}`)
      : [`${at}.${key}: Discord knows no such field`];
  });
}
