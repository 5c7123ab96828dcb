import { ApplicationCommandType, InteractionType } from 'discord-api-types/v10';
import { z } from 'zod';

// Only what we read of an interaction. Discord adds fields at any time, so unknown ones are passed over.

const id = z.string().regex(/^\d{1,20}$/);
const user = z.object({ id });
const attachment = z.object({
  filename: z.string(),
  size: z.number(),
  url: z.string(),
  content_type: z.string().optional(),
});
export type Attachment = z.infer<typeof attachment>;

const shared = {
  id,
  application_id: id,
  token: z.string().min(1),
  /** The person, where the interaction comes from a server. */
  member: z.object({ user, permissions: z.string().regex(/^\d+$/) }).optional(),
  user: user.optional(),
  attachment_size_limit: z.number().optional(),
};

const option = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().optional(),
});

const slashData = z.object({
  type: z.literal(ApplicationCommandType.ChatInput).default(ApplicationCommandType.ChatInput),
  name: z.string(),
  options: z.array(option).default([]),
  resolved: z.object({ attachments: z.record(z.string(), attachment).default({}) }).default({ attachments: {} }),
});

const messageData = z.object({
  type: z.literal(ApplicationCommandType.Message),
  name: z.string(),
  target_id: id,
  resolved: z.object({
    messages: z.record(z.string(), z.object({ content: z.string(), attachments: z.array(attachment).default([]) })),
  }),
});

/** The message that a component stands on, as far as it is shown again. */
const shownMessage = z.object({ flags: z.number().default(0), components: z.array(z.unknown()).default([]) });

const componentData = z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) });

const field = z.object({ custom_id: z.string(), value: z.string() });
const modalData = z.object({
  custom_id: z.string(),
  components: z.array(z.object({ component: field.optional(), components: z.array(field).optional() })),
});

const ping = z.object({ ...shared, type: z.literal(InteractionType.Ping) });
const command = z.object({
  ...shared,
  type: z.literal(InteractionType.ApplicationCommand),
  // The usual one first: what does not fit costs more than what does.
  data: z.union([slashData, messageData]),
});
const typing = z.object({
  ...shared,
  type: z.literal(InteractionType.ApplicationCommandAutocomplete),
  data: slashData,
});
const component = z.object({
  ...shared,
  type: z.literal(InteractionType.MessageComponent),
  data: componentData,
  message: shownMessage,
});
const modal = z.object({ ...shared, type: z.literal(InteractionType.ModalSubmit), data: modalData });

const interaction = z.discriminatedUnion('type', [ping, command, typing, component, modal]);
export type Incoming = z.infer<typeof interaction>;
export type IncomingCommand = z.infer<typeof command>;
export type IncomingTyping = z.infer<typeof typing>;
export type IncomingComponent = z.infer<typeof component>;
export type IncomingModal = z.infer<typeof modal>;

/** Checks an interaction as Discord sends it; null for one that isn't of a kind we know. */
export function parseInteraction(raw: unknown): Incoming | null {
  const result = interaction.safeParse(raw);
  return result.success ? result.data : null;
}

/** Who asks: the id of a person, in a server or a direct message. */
export function askerOf({ member, user: person }: Incoming): string {
  return member?.user.id ?? person?.id ?? '0';
}
