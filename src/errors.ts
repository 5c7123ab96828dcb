/** Somebody's mistake that the message explains: shown as it stands, never logged as a fault. */
export class UserError extends Error {
  override name = 'UserError';
}
