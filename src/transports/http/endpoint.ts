import { REST } from '@discordjs/rest';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Logger } from '../../log.ts';
import type { createHandler } from '../discord/handler.ts';
import { parseInteraction } from '../discord/incoming.ts';
import { createSeen } from '../discord/seen.ts';
import { isSigned, MAX_AGE, toPublicKey } from './signature.ts';

/** Bytes of an interaction; the largest that Discord sends, a message command, stays far below. */
const MAX_BODY = 512 * 1024;

/** Signatures that are remembered against replays: as long as one is fresh, at the rate that one process serves. */
const REMEMBERED = { max: 200_000, ttl: 2 * MAX_AGE * 1000 };

export interface EndpointOptions {
  /** 64 hexadecimal digits, from Discord's portal. */
  publicKey: string;
  /** Discord's API, without the version; for what comes after the first answer. */
  apiUrl: string;
  handle: ReturnType<typeof createHandler>;
  log: Logger;
}

export interface Endpoint {
  app: Hono;
  /** Waits for what is still to be sent. */
  settle(): Promise<void>;
}

/**
 * Discord's interactions endpoint, `POST /interactions`: 401 for what Discord didn't sign just now, 413 for what is too
 * large, 400 for what is no interaction. It keeps nothing that another process would need.
 */
export function createEndpoint({ publicKey, apiUrl, handle, log }: EndpointOptions): Endpoint {
  const key = toPublicKey(publicKey);
  const rest = new REST({ api: apiUrl });
  const seen = createSeen(REMEMBERED);
  const inFlight = new Set<Promise<void>>();
  const app = new Hono();

  app.post('/interactions', bodyLimit({ maxSize: MAX_BODY }), async (context) => {
    const signature = context.req.header('x-signature-ed25519');
    const timestamp = context.req.header('x-signature-timestamp');
    const body = new Uint8Array(await context.req.arrayBuffer());
    if (!isSigned({ signature, timestamp, body }, key) || !seen.isNew(signature ?? ''))
      return context.text('invalid request signature', 401);
    const interaction = parseInteraction(parseJson(body));
    if (!interaction) return context.text('not an interaction of a known kind', 400);
    const { first, later } = await handle(interaction);
    if (later) track(later);
    return context.json(first);
  });
  return { app, settle: async () => void (await Promise.allSettled(inFlight)) };

  /** Discord must have the first answer before anything else arrives. */
  function track(later: (rest: REST) => Promise<void>): void {
    const work = new Promise((resolve) => setTimeout(resolve, 50))
      .then(() => later(rest))
      .catch((error: unknown) => log.error({ err: error }, 'an answer could not be sent'))
      .finally(() => inFlight.delete(work));
    inFlight.add(work);
  }
}

// --- internal ---

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
