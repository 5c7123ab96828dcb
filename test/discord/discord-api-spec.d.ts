// The package ships no declarations for its schemas.
declare module 'discord-api-spec/zod' {
  import type { ZodType } from 'zod';

  export const ApplicationCommandUpdateRequestSchema: ZodType;
  export const PongInteractionCallbackRequestSchema: ZodType;
  export const CreateMessageInteractionCallbackRequestSchema: ZodType;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodType;
  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodType;
  export const ModalInteractionCallbackRequestSchema: ZodType;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodType;
  export const IncomingWebhookRequestPartialSchema: ZodType;
  export const GatewayBotResponseSchema: ZodType;
}
