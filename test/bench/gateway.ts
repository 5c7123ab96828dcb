import { setTimeout as sleep } from 'node:timers/promises';
import { slash, typing } from '../discord/interactions.ts';
import { type Discord, startDiscord, TOKEN } from '../discord/loopback.ts';
import { percentile, spread, timeEach } from './measure.ts';
import { memoryOf, type Program, startProgram } from './programs.ts';

const QUESTIONS = [
  'can I use System.Reflection.Emit?',
  'does Dapper work with native aot',
  'IL3050 on MakeGenericType',
  'what do I need on alpine',
  'how do I make the exe smaller',
];
const ask = (index: number) =>
  slash('ask', { question: QUESTIONS[index % QUESTIONS.length] ?? '' }, { user: String(10 ** 15 + index) });

/** Round trip over the gateway, and memory of the connected bot. */
export async function benchGateway(): Promise<string[]> {
  const discord = await startDiscord();
  const bot = await connect(discord);
  await sleep(1000);
  const memory = await memoryOf(bot.child);
  const indexes = Array.from({ length: 500 }, (_, index) => index);
  await timeEach(indexes.slice(0, 100), (index) => discord.interact(ask(index)));
  const answers = await timeEach(indexes, (index) => discord.interact(ask(index)));
  const suggestions = await timeEach(indexes, (index) =>
    discord.interact(typing('compat', 'subject', 'refl'.slice(0, index % 5))),
  );
  const after = await memoryOf(bot.child);
  await bot.stop();
  await discord.close();
  return [
    `Gateway round trip, interaction sent to answer received: ${spread(answers)}`,
    `Gateway autocomplete: ${spread(suggestions)}`,
    `Memory of the connected bot: ${memory.toFixed(0)} MB, after 1,100 interactions ${after.toFixed(0)} MB (wanted: under 130)`,
  ];
}

/** So many interactions a second for so many minutes: what is lost, how long answers take, whether memory grows. */
export async function soakGateway(minutes: number, rate: number): Promise<string[]> {
  const discord = await startDiscord();
  const bot = await connect(discord);
  const times: number[] = [];
  const memory: number[] = [];
  let answered = 0;
  const total = minutes * 60 * rate;
  const started = performance.now();
  const pending: Promise<void>[] = [];
  for (let sent = 0; sent < total; sent++) {
    const due = started + (sent * 1000) / rate;
    await sleep(Math.max(0, due - performance.now()));
    const from = performance.now();
    pending.push(
      discord.interact(ask(sent)).then(() => {
        answered += 1;
        times.push(performance.now() - from);
      }),
    );
    if (sent % (rate * 5) === 0) memory.push(await memoryOf(bot.child));
    discord.requests.length = 0;
  }
  await Promise.race([Promise.all(pending), sleep(10_000)]);
  await bot.stop();
  await discord.close();
  const mean = (list: number[]) => (list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length)).toFixed(0);
  return [
    `Soak, ${minutes} min at ${rate}/s: ${total} sent, ${answered} answered, ${total - answered} lost, p99 ${percentile(times, 99).toFixed(2)} ms`,
    `  memory in the first minute ${mean(memory.slice(0, 12))} MB, in the last ${mean(memory.slice(-12))} MB`,
  ];
}

/** The built bot, connected to the loopback. */
export function connect(discord: Discord): Promise<Program> {
  const env = {
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    METRICS_PORT: '0',
    LOG_LEVEL: 'info',
    RATE_PER_USER: '1000000',
    RATE_OVERALL: '1000000',
    SHARDS: '',
    TRANSPORT: '',
  };
  return startProgram('dist/src/main.js', env);
}
