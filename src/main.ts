import { createApp } from './app.ts';
import { type Config, loadConfig, requirePublicKey, requireToken } from './config.ts';
import { UserError } from './errors.ts';
import { createLog, type Logger } from './log.ts';
import { createEndpoint } from './transports/http/endpoint.ts';
import { serve } from './transports/http/serve.ts';
import { createStatus } from './transports/http/status.ts';

/** The configuration or the knowledge has to be mended first. */
const EXIT_USAGE = 2;

/** Milliseconds that a stop may take before it is forced. */
const STOP_TIME = 5000;

/** What runs, until it is closed. */
interface Running {
  close(): Promise<void>;
}

try {
  const config = loadConfig();
  const log = createLog(config);
  const running = await start(config, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(signal, running, log));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(error instanceof UserError ? EXIT_USAGE : 1);
}

// --- internal ---

async function start(config: Config, log: Logger): Promise<Running> {
  if (transportOf(config) === 'http') return startHttp(config, log);
  return config.SHARDS === undefined ? startGateway(config, log) : startManager(config, log, config.SHARDS);
}

/** With a public key alone there is only one way to go. */
function transportOf({ TRANSPORT, DISCORD_PUBLIC_KEY, DISCORD_TOKEN }: Config): 'gateway' | 'http' {
  return TRANSPORT ?? (DISCORD_PUBLIC_KEY && !DISCORD_TOKEN ? 'http' : 'gateway');
}

/** Discord's gateway is loaded only where it is used: it costs memory. */
async function startGateway(config: Config, log: Logger): Promise<Running> {
  const token = requireToken(config);
  const { connectGateway } = await import('./transports/gateway/gateway.ts');
  const { answerManager, isShard } = await import('./transports/gateway/shards.ts');
  const app = await createApp(config, log);
  const shard = isShard(process.env);
  const options = { token, apiUrl: config.DISCORD_API_URL, handle: app.handle, log, isShard: shard };
  const gateway = await connectGateway(options);
  if (shard) answerManager(app.metrics.registry);
  // The manager of the shards has the port.
  const status = shard
    ? null
    : await serve(
        createStatus(app.metrics, () => gateway.client.isReady()),
        config.METRICS_PORT,
      );
  log.info({ transport: 'gateway', metrics: status?.port }, 'ready');
  return closeAll([gateway, app, status]);
}

async function startManager(config: Config, log: Logger, count: number | 'auto'): Promise<Running> {
  const token = requireToken(config);
  const { startShards } = await import('./transports/gateway/shards.ts');
  const shards = await startShards({ token, apiUrl: config.DISCORD_API_URL, count, log });
  const status = await serve(
    createStatus(shards, () => true),
    config.METRICS_PORT,
  );
  log.info({ transport: 'gateway', metrics: status.port }, 'ready');
  return closeAll([shards, status]);
}

async function startHttp(config: Config, log: Logger): Promise<Running> {
  const publicKey = requirePublicKey(config);
  const app = await createApp(config, log);
  const endpoint = createEndpoint({ publicKey, apiUrl: config.DISCORD_API_URL, handle: app.handle, log });
  const server = await serve(endpoint.app, config.HTTP_PORT);
  const status = await serve(
    createStatus(app.metrics, () => true),
    config.METRICS_PORT,
  );
  log.info({ transport: 'http', port: server.port, metrics: status.port }, 'ready');
  return closeAll([server, { close: endpoint.settle }, app, status]);
}

/** Closes one after the other: first what brings new work. */
function closeAll(parts: readonly (Running | null)[]): Running {
  return {
    async close() {
      for (const part of parts) await part?.close();
    },
  };
}

async function stop(signal: string, running: Running, log: Logger): Promise<void> {
  log.info({ signal }, 'stopping');
  setTimeout(() => process.exit(1), STOP_TIME).unref();
  await running.close();
  process.exit(0);
}
