import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { createEndpoint } from '../../src/transports/http/endpoint.ts';
import { type Server, serve } from '../../src/transports/http/serve.ts';
import { createStatus } from '../../src/transports/http/status.ts';
import { openBot, realKnowledge } from '../bot.ts';
import { openHandler } from '../discord/handler.ts';
import { type Sent, slash } from '../discord/interactions.ts';
import { type Discord, startDiscord } from '../discord/loopback.ts';
import { faultsOfCallback } from '../discord/schemas.ts';
import { transportCases } from './contract.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const now = () => Math.floor(Date.now() / 1000);

/** Sends a request as Discord does: signed over the timestamp and the body. */
function post(
  port: number,
  body: string,
  { timestamp = now(), key = privateKey }: { timestamp?: number; key?: KeyObject } = {},
) {
  const signature = sign(null, Buffer.from(`${timestamp}${body}`), key).toString('hex');
  const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': String(timestamp) };
  return fetch(`http://127.0.0.1:${port}/interactions`, { method: 'POST', body, headers });
}

/** Hands each connection's requests to the next of several ports, as a load balancer does. */
async function roundRobin(ports: number[]): Promise<Server> {
  let turn = 0;
  const balancer = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    turn += 1;
    const headers = Object.entries(request.headers).filter(([name]) => name.startsWith('x-signature'));
    const answer = await fetch(`http://127.0.0.1:${ports[turn % ports.length]}${request.url}`, {
      method: 'POST',
      body: Buffer.concat(chunks),
      headers: headers.map(([name, value]): [string, string] => [name, String(value)]),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  balancer.listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  const { port } = balancer.address() as AddressInfo;
  return { port, close: async () => void balancer.close() };
}

describe('http: two endpoints behind a load balancer', () => {
  let discord: Discord;
  let servers: Server[];
  let balancer: Server;
  const bot = openBot();

  beforeAll(async () => {
    discord = await startDiscord();
    const log = createLog({ LOG_LEVEL: 'silent' });
    const endpoints = [1, 2].map(() => {
      return createEndpoint({ publicKey: rawKey, apiUrl: discord.apiUrl, handle: openHandler(bot), log });
    });
    servers = await Promise.all(endpoints.map(({ app }) => serve(app, 0)));
    balancer = await roundRobin(servers.map(({ port }) => port));
  });
  afterAll(async () => {
    await Promise.all([...servers, balancer].map((server) => server.close()));
    await discord.close();
  });

  async function send(interaction: Sent): Promise<Record<string, unknown>> {
    const response = await post(balancer.port, JSON.stringify(interaction));
    const body = z.record(z.string(), z.unknown()).parse(await response.json());
    discord.violations.push(...faultsOfCallback(body));
    return body;
  }

  transportCases(() => ({ discord, send, bot }));

  const port = () => servers[0]?.port ?? 0;
  const ping = JSON.stringify({ id: '1', application_id: '2', token: 't', type: 1 });

  it("answers Discord's ping", async () => {
    const response = await post(port(), ping);
    expect(await response.json()).toEqual({ type: 1 });
  });

  it('refuses what Discord did not sign just now', async () => {
    const foreign = generateKeyPairSync('ed25519').privateKey;
    const unsigned = await fetch(`http://127.0.0.1:${port()}/interactions`, { method: 'POST', body: ping });
    const forged = await post(port(), ping, { key: foreign });
    const stale = await post(port(), ping, { timestamp: now() - 600 });
    const early = await post(port(), ping, { timestamp: now() + 600 });
    expect([unsigned, forged, stale, early].map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it('refuses a recording of an earlier request', async () => {
    const body = JSON.stringify(slash('about'));
    const timestamp = now();
    const statuses = [await post(port(), body, { timestamp }), await post(port(), body, { timestamp })];
    expect(statuses.map(({ status }) => status)).toEqual([200, 401]);
  });

  it('goes on after a request that breaks off', async () => {
    const started = connect(port(), '127.0.0.1');
    started.end('POST /interactions HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{"id":');
    await once(started.resume(), 'close');
    expect((await post(port(), JSON.stringify(slash('about')))).status).toBe(200);
  });

  it('refuses what is too large, is no JSON, or is no interaction', async () => {
    const garbled = await post(port(), 'not json');
    const strange = await post(port(), JSON.stringify({ type: 99 }));
    // Comes last: the server ends the connection, as it doesn't read the rest.
    const large = await post(port(), JSON.stringify({ junk: 'x'.repeat(600 * 1024) }));
    expect([garbled, strange, large].map(({ status }) => status)).toEqual([400, 400, 413]);
  });
});

describe('status', () => {
  it('tells that it lives, whether it is ready, and its numbers', async () => {
    const metrics = createMetrics(() => realKnowledge);
    const bot = openBot({ onOutcome: (outcome) => metrics.count(outcome) });
    let ready = false;
    const server = await serve(
      createStatus(metrics, () => ready),
      0,
    );
    const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(503);
    ready = true;
    expect((await get('/readyz')).status).toBe(200);
    await bot.handle({ command: 'ask', args: { question: 'IL3050' } });
    const text = await (await get('/metrics')).text();
    expect(text).toContain('ask_aot_interactions_total{command="ask",outcome="answered"} 1');
    expect(text).toContain('ask_aot_knowledge_age_days');
    await server.close();
  });
});
