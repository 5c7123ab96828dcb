// Discord's limits for what a message holds. Source: Discord's API documentation (developers/components/reference and
// developers/resources/message), but for the last one.

/** Characters over all text displays of one message. */
export const MAX_TEXT = 4000;
/** Components of one message, nested ones counted. */
export const MAX_COMPONENTS = 40;
export const MAX_SELECT_OPTIONS = 25;
export const MAX_OPTION_TEXT = 100;
export const MAX_LABEL = 80;
export const MAX_URL = 512;
export const MAX_CUSTOM_ID = 100;
export const MAX_CHOICES = 25;
export const MAX_CHOICE = 100;
/**
 * Bytes of UTF-8 over all text displays, plus 12 for each of them; more gives an HTTP 500. Undocumented, reported in
 * https://github.com/discord/discord-api-docs/issues/8554.
 */
export const MAX_TEXT_BYTES = 10_170;
export const BYTES_PER_DISPLAY = 12;
