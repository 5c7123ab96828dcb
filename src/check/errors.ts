/** Why an input can't be read, in words for the person who gave it. Becomes `CheckReport.error`. */
export class InputError extends Error {
  override name = 'InputError';
}
