import type { IncomingMessage } from 'node:http';
import { REST } from '@discordjs/rest';
import type { APIInteractionResponse } from 'discord-api-types/v10';
import { Hono } from 'hono';
import type { Logger } from '../../log.ts';
import type { createHandler } from '../discord/handler.ts';
import { parseInteraction } from '../discord/incoming.ts';
import { createSeen } from '../discord/seen.ts';
import type { App } from './serve.ts';
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
  app: App;
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
  const app: App = new Hono();

  app.post('/interactions', async (context) => {
    // Node's own request, since a web request made of it costs as much as the answer itself.
    const { incoming } = context.env;
    const { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp } = incoming.headers;
    const body = await readBody(incoming);
    if (!body) return context.text('too large', 413);
    if (!isSigned({ signature, timestamp, body }, key) || !seen.isNew(String(signature)))
      return context.text('invalid request signature', 401);
    const interaction = parseInteraction(parseJson(body));
    if (!interaction) return context.text('not an interaction of a known kind', 400);
    const { first, later } = await handle(interaction);
    if (later) track(later);
    return context.body(toJson(first), 200, { 'content-type': 'application/json' });
  });
  app.onError((error, context) => {
    log.error({ err: error }, 'a request failed');
    return context.text('internal error', 500);
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

/** Null for a body over the limit. By events: a loop that is left early closes the connection before the refusal is sent. */
function readBody(incoming: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > MAX_BODY) resolve(null);
      else chunks.push(chunk);
    });
    incoming.on('end', () => resolve(Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

/** Data that was written before: that of an entry goes out many times, and writing it is a good part of an answer. */
const written = new WeakMap<object, Buffer>();

function toJson(response: APIInteractionResponse): Uint8Array<ArrayBuffer> {
  if (!('data' in response) || !response.data) return Buffer.from(JSON.stringify(response));
  const data = written.get(response.data) ?? Buffer.from(JSON.stringify(response.data));
  written.set(response.data, data);
  return Buffer.concat([Buffer.from(`{"type":${response.type},"data":`), data, Buffer.from('}')]);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return null;
  }
}
