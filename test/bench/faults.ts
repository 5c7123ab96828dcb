import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { broken, expired, isCallback, times, tooMany } from '../discord/faults.ts';
import { slash } from '../discord/interactions.ts';
import { type Discord, type Fault, type Request, startDiscord } from '../discord/loopback.ts';
import { connect } from './gateway.ts';

/** Interactions that are sent while a fault lasts, and milliseconds after which one counts as lost. */
const SENT = 10;
const PATIENCE = 15_000;

interface Trouble {
  name: string;
  /** Brings it about; what it returns is put in the way of answers. */
  begin(discord: Discord): Fault | undefined;
  /** Answers that Discord itself refuses, and so are not lost by the bot. */
  refused?: number;
}

const TROUBLES: readonly Trouble[] = [
  { name: 'none', begin: () => undefined },
  { name: '429 with retry-after', begin: () => times(3, tooMany) },
  { name: '500, then 502, then success', begin: () => times(4, broken()) },
  { name: 'connection reset while replying', begin: () => times(3, () => 'reset') },
  { name: 'REST that takes 4 s', begin: () => times(3, () => ({ delay: 4000 })) },
  { name: 'expired interaction (10062)', begin: () => times(2, expired), refused: 2 },
  { name: 'gateway closed, resumable (4000)', begin: (discord) => closeAll(discord, 4000) },
  { name: 'gateway closed, new session (4009)', begin: (discord) => closeAll(discord, 4009) },
  { name: 'invalid session (op 9)', begin: invalidate },
];

/** What is sent, answered and lost under each fault, and whether the next interaction is answered after it. */
export async function benchFaults(): Promise<string[]> {
  const discord = await startDiscord();
  const bot = await connect(discord);
  const lines = ['Faults (gateway): sent, answered, refused by Discord, lost; and the next one'];
  for (const trouble of TROUBLES) lines.push(await runTrouble(trouble, discord));
  lines.push(await runTwice(discord));
  lines.push(await runStop(discord, bot.child));
  await discord.close();
  return lines;
}

// --- internal ---

async function runTrouble({ name, begin, refused = 0 }: Trouble, discord: Discord): Promise<string> {
  discord.setFault(begin(discord) ?? null);
  // What Discord sends while nobody is connected is sent again after a resume; the loopback sends it once.
  await untilConnected(discord);
  const answers = await Promise.all(Array.from({ length: SENT }, (_, index) => isAnswered(discord, index)));
  discord.setFault(null);
  const next = await isAnswered(discord, SENT);
  const answered = answers.filter(Boolean).length;
  return row(name, SENT, answered, refused, next);
}

/** One interaction that is delivered twice is answered once. */
async function runTwice(discord: Discord): Promise<string> {
  const twice = ask(0);
  const callback = ({ path }: Request) => path.includes(twice.token);
  discord.requests.length = 0;
  discord.push(twice);
  discord.push(twice);
  await sleep(1000);
  const answers = discord.requests.filter(callback).length;
  return row('delivered twice', 1, answers, 0, await isAnswered(discord, 1));
}

async function runStop(discord: Discord, child: ChildProcess): Promise<string> {
  discord.setFault((request) => (isCallback(request) ? { delay: 500 } : undefined));
  discord.requests.length = 0;
  const answers = Array.from({ length: 20 }, (_, index) => isAnswered(discord, index));
  await sleep(200);
  const stopped = performance.now();
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  const took = performance.now() - stopped;
  const answered = (await Promise.all(answers)).filter(Boolean).length;
  return `${row('SIGTERM with 20 in flight', 20, answered, 0, null)}, exit ${code} after ${took.toFixed(0)} ms`;
}

function row(name: string, sent: number, answered: number, refused: number, next: boolean | null): string {
  const after = next === null ? '' : `, next ${next ? 'answered' : 'LOST'}`;
  return `  ${name.padEnd(36)} ${sent} sent, ${answered} answered, ${refused} refused, ${sent - answered - refused} lost${after}`;
}

let people = 0;

function ask(index: number) {
  people += 1;
  return slash('explain', { code: index % 2 ? 'IL3050' : 'IL2026' }, { user: String(10 ** 16 + people) });
}

async function isAnswered(discord: Discord, index: number): Promise<boolean> {
  const answered = discord.interact(ask(index)).then(() => true);
  return Promise.race([answered, sleep(PATIENCE, false, { ref: false })]);
}

/** Waits until a fault that ends the connection has done so and the session goes on. */
async function untilConnected(discord: Discord): Promise<void> {
  await sleep(100);
  for (let tries = 0; tries < 150 && !isOpen(discord); tries++) await sleep(100);
  await sleep(500);
}

function isOpen(discord: Discord): boolean {
  return [...discord.sockets()].some((socket) => socket.readyState === socket.OPEN);
}

function closeAll(discord: Discord, code: number): undefined {
  for (const socket of discord.sockets()) socket.close(code);
}

function invalidate(discord: Discord): undefined {
  for (const socket of discord.sockets()) socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
}
