import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** DER prefix of an Ed25519 public key, which Discord's portal gives as 32 bare bytes (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Seconds that a signed request may be old or ahead; later it is somebody's recording. */
export const MAX_AGE = 300;

export function toPublicKey(hex: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });
}

export interface SignedRequest {
  signature: string | string[] | undefined;
  /** Seconds since 1970, as sent. */
  timestamp: string | string[] | undefined;
  body: Uint8Array;
}

/** Whether Discord signed the request, and lately: Ed25519 over the timestamp followed by the raw body. */
export function isSigned({ signature, timestamp, body }: SignedRequest, key: KeyObject, now = Date.now()): boolean {
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return false;
  if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > MAX_AGE) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
}
