import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { faultsOfCallback, faultsOfCommands, faultsOfWebhook } from './schemas.ts';

export const APPLICATION_ID = '1100000000000000001';
export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.loopback.token-that-only-tests-use';

/** A request that the bot sent to the API. */
export interface Request {
  method: string;
  path: string;
  body: unknown;
  headers: IncomingMessage['headers'];
}

/** Answers a request in Discord's place; undefined leaves it to the loopback. */
export type Fault = (
  request: Request,
) => { status: number; body?: unknown; headers?: Record<string, string> } | 'reset' | { delay: number } | undefined;

/** Discord on 127.0.0.1: its REST API and its gateway, as far as a bot that answers interactions needs them. */
export interface Discord {
  apiUrl: string;
  requests: Request[];
  /** What Discord would have refused of the bodies sent so far. */
  violations: string[];
  /** Commands as put, by `global` or guild id. */
  commands: Map<string, unknown>;
  /** The IDENTIFY payloads received. */
  identifies: Record<string, unknown>[];
  /** Sends an interaction over the gateway and waits for the body of its first answer. */
  interact(interaction: { id: string; token: string }): Promise<Record<string, unknown>>;
  /** Waits for the next request that fits. */
  next(fits: (request: Request) => boolean): Promise<Request>;
  /** Puts a fault in the way of requests from now on. */
  setFault(fault: Fault | null): void;
  /** Connections of the gateway that are open now. */
  sockets(): Set<WebSocket>;
  /** Sends an interaction without waiting. */
  push(interaction: unknown): void;
  /** Session ids of the RESUME payloads received. */
  resumes: string[];
  close(): Promise<void>;
}

export interface DiscordOptions {
  port?: number;
  /** Milliseconds between heartbeats. */
  heartbeat?: number;
  /** Leaves the first so many heartbeats unanswered. */
  deafFor?: number;
}

export async function startDiscord({
  port: wanted = 0,
  heartbeat = 41_250,
  deafFor = 0,
}: DiscordOptions = {}): Promise<Discord> {
  let deaf = deafFor;
  const server = createServer();
  const gateway = new WebSocketServer({ server });
  server.listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const waiting: { fits: (request: Request) => boolean; resolve: (request: Request) => void }[] = [];
  const discord: Discord = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    requests: [],
    violations: [],
    commands: new Map(),
    identifies: [],
    resumes: [],
    next: (fits) => new Promise((resolve) => waiting.push({ fits, resolve })),
    async interact(interaction) {
      const answered = discord.next(
        ({ path }) => path === `/interactions/${interaction.id}/${interaction.token}/callback`,
      );
      discord.push(interaction);
      return (await answered).body as Record<string, unknown>;
    },
    setFault: (next) => {
      fault = next;
    },
    push(interaction) {
      for (const socket of gateway.clients) dispatch(socket, 'INTERACTION_CREATE', interaction);
    },
    sockets: () => gateway.clients,
    async close() {
      for (const socket of gateway.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  let fault: Fault | null = null;
  server.on('request', (request, response) => void answer(request, response));
  gateway.on('connection', (socket) => talk(socket));
  return discord;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const failed = fault?.(request);
    if (failed === 'reset') return void incoming.socket.destroy();
    if (failed && 'delay' in failed) await new Promise((resolve) => setTimeout(resolve, failed.delay));
    else if (failed) return send(response, failed.status, failed.body, failed.headers);
    discord.requests.push(request);
    const [status, body] = handle(request);
    send(response, status, body);
    for (const wait of waiting.splice(0)) {
      if (wait.fits(request)) wait.resolve(request);
      else waiting.push(wait);
    }
  }

  function handle({ method, path, body }: Request): [number, unknown?] {
    if (path === '/gateway/bot') return [200, gatewayBot(port)];
    if (path === '/applications/@me') return [200, { id: APPLICATION_ID, name: 'ask-aot' }];
    const put = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/.exec(path);
    if (put && method === 'PUT') return putCommands(put[1] ?? 'global', body);
    if (/^\/interactions\/\d+\/[^/]+\/callback$/.test(path)) return note(faultsOfCallback(body), 204);
    if (/^\/webhooks\/\d+\/[^/]+/.test(path) && method !== 'DELETE')
      return note(faultsOfWebhook(body, method), 200, {});
    if (/^\/webhooks\/\d+\/[^/]+/.test(path)) return [204];
    return [404, { code: 0, message: '404: Not Found' }];
  }

  function putCommands(scope: string, body: unknown): [number, unknown?] {
    discord.commands.set(scope, body);
    return note(faultsOfCommands(body), 200, body);
  }

  function note(faults: string[], status: number, body?: unknown): [number, unknown?] {
    discord.violations.push(...faults);
    return faults.length > 0 ? [400, { code: 50035, message: 'Invalid Form Body', errors: faults }] : [status, body];
  }

  function talk(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: heartbeat }, s: null, t: null }));
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 1 && deaf > 0) deaf -= 1;
      else if (op === 1) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
      if (op === 2) {
        discord.identifies.push(d);
        dispatch(socket, 'READY', ready(port, d.shard));
      }
      if (op === 6) {
        discord.resumes.push(d.session_id);
        dispatch(socket, 'RESUMED', {});
      }
    });
  }
}

// --- internal ---

let sequence = 0;

function dispatch(socket: WebSocket, t: string, d: unknown): void {
  sequence += 1;
  socket.send(JSON.stringify({ op: 0, t, d, s: sequence }));
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const path = decodeURIComponent(incoming.url ?? '')
    .replace(/^\/api\/v\d+/, '')
    .replace(/\?.*$/, '');
  const json = text.startsWith('{') || text.startsWith('[');
  return { method: incoming.method ?? '', path, body: json ? JSON.parse(text) : text, headers: incoming.headers };
}

function send(response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void {
  if (body === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function gatewayBot(port: number) {
  const limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
  return { url: `ws://127.0.0.1:${port}`, shards: 1, session_start_limit: limit };
}

function ready(port: number, shard?: [number, number]) {
  const user = { id: APPLICATION_ID, username: 'ask-aot', discriminator: '0000', avatar: null, bot: true };
  return {
    v: 10,
    user,
    guilds: [],
    session_id: 'loopback',
    resume_gateway_url: `ws://127.0.0.1:${port}`,
    ...(shard ? { shard } : {}),
    application: { id: APPLICATION_ID, flags: 0 },
  };
}
