import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../../errors.ts';

/** Routes that may look at Node's own request. */
export type App = Hono<{ Bindings: HttpBindings }>;

export interface Server {
  /** The port that was taken; of use where 0 was asked for. */
  port: number;
  /** Takes no more requests and waits for those that run. */
  close(): Promise<void>;
}

/** Listens on a port of all interfaces. Rejects with a `UserError` if the port is taken. */
export async function serve(app: App, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new UserError(`Port ${port} can't be used: ${cause.message}`, { cause })));
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
