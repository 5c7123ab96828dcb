import { createServer } from 'node:http';
import { createLog } from '../../src/log.ts';
import { isSigned, toPublicKey } from '../../src/transports/http/signature.ts';

// What any endpoint has to do at least: verify the signature, answer a constant.

const key = toPublicKey(process.env.DISCORD_PUBLIC_KEY ?? '');
const CONSTANT = JSON.stringify({ type: 1 });

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const header = (name: string) => String(request.headers[name] ?? '');
  const signed = isSigned(
    {
      signature: header('x-signature-ed25519'),
      timestamp: header('x-signature-timestamp'),
      body: Buffer.concat(chunks),
    },
    key,
  );
  response.writeHead(signed ? 200 : 401, { 'content-type': 'application/json' }).end(signed ? CONSTANT : '');
});
server.listen(Number(process.env.HTTP_PORT ?? 0), '127.0.0.1', () => {
  const address = server.address();
  createLog({ LOG_LEVEL: 'info' }).info({ port: typeof address === 'object' ? address?.port : 0 }, 'ready');
});
process.on('SIGTERM', () => process.exit(0));
