import { Hono } from 'hono';
import type { App } from './serve.ts';

/** Prometheus' text format, version 0.0.4. */
const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** `/healthz`: the process lives. `/readyz`: it can answer. `/metrics`: for Prometheus. On a port of their own. */
export function createStatus(numbers: { metrics(): Promise<string> }, isReady: () => boolean): App {
  const app: App = new Hono();
  app.get('/healthz', (context) => context.text('ok'));
  app.get('/readyz', (context) => (isReady() ? context.text('ready') : context.text('not ready', 503)));
  app.get('/metrics', async (context) => {
    context.header('content-type', CONTENT_TYPE);
    return context.body(await numbers.metrics());
  });
  return app;
}
