import { generateKeyPairSync, sign } from 'node:crypto';
import { Agent, request } from 'node:http';
import { slash } from '../discord/interactions.ts';
import { percentile, rateOf, spread, timeEach } from './measure.ts';
import { startProgram } from './programs.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const rawKey = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Requests of one run, and how many at a time. */
const REQUESTS = 6000;
const AT_ONCE = 32;

interface Signed {
  body: string;
  headers: Record<string, string>;
}

/** Round trip and rate of the HTTP transport, beside a bare server that only verifies and answers a constant. */
export async function benchHttp(): Promise<string[]> {
  const env = {
    DISCORD_PUBLIC_KEY: rawKey,
    TRANSPORT: 'http',
    DISCORD_TOKEN: '',
    METRICS_PORT: '0',
    LOG_LEVEL: 'info',
    RATE_PER_USER: '1000000',
    RATE_OVERALL: '1000000',
  };
  const ours = await startProgram('dist/src/main.js', { ...env, HTTP_PORT: '0' });
  const bare = await startProgram('dist/test/bench/bare.js', { ...env, HTTP_PORT: '0' });
  const ports = { ours: Number(ours.ready.port), bare: Number(bare.ready.port) };
  await rateOf(requests(1000), AT_ONCE, (signed) => send(ports.ours, signed));
  await rateOf(requests(1000), AT_ONCE, (signed) => send(ports.bare, signed));
  const single = await timeEach(requests(500), (signed) => send(ports.ours, signed));
  // In turns, so that whatever else the machine does hits both.
  const shares: number[] = [];
  const rates = { ours: [0], bare: [0] };
  for (let round = 0; round < 5; round++) {
    rates.bare[round] = await rateOf(requests(REQUESTS), AT_ONCE, (signed) => send(ports.bare, signed));
    rates.ours[round] = await rateOf(requests(REQUESTS), AT_ONCE, (signed) => send(ports.ours, signed));
    shares.push((rates.ours[round] ?? 0) / (rates.bare[round] ?? 1));
  }
  await ours.stop();
  await bare.stop();
  const median = (numbers: number[]) => percentile(numbers, 50).toFixed(0);
  return [
    `HTTP round trip, signed request to answer: ${spread(single)}`,
    `HTTP rate: ${median(rates.ours)}/s, bare server ${median(rates.bare)}/s: ${percentile(shares, 50).toFixed(2)} of it (wanted: 0.60)`,
  ];
}

// --- internal ---

/** Each is signed before, and for itself: a recording would be refused. */
function requests(count: number): Signed[] {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return Array.from({ length: count }, (_, index) => {
    const body = JSON.stringify(slash('explain', { code: 'IL3050' }, { user: String(10 ** 15 + index) }));
    const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString('hex');
    return {
      body,
      headers: {
        'x-signature-ed25519': signature,
        'x-signature-timestamp': timestamp,
        'content-type': 'application/json',
      },
    };
  });
}

function send(port: number, { body, headers }: Signed, tries = 2): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { port, host: '127.0.0.1', path: '/interactions', method: 'POST', headers, agent },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`));
        response.resume().on('end', resolve);
      },
    );
    // A kept connection may have been closed at this very moment.
    outgoing.on('error', (error) => (tries > 1 ? resolve(send(port, { body, headers }, tries - 1)) : reject(error)));
    outgoing.end(body);
  });
}
