import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '../../src/answer/answer.ts';
import { openKnowledge } from '../../src/open.ts';
import { percentile, spread, timeEach } from './measure.ts';

/** Loading with and without a cache, answers inside the process, and the whole command. */
export async function benchAnswers(): Promise<string[]> {
  const cache = await mkdtemp(join(tmpdir(), 'ask-aot-bench-'));
  const [cold = 0] = await timeEach([0], () => openKnowledge('knowledge', cache));
  const warm = await timeEach(Array(10).fill(0), () => openKnowledge('knowledge', cache));
  const knowledge = await openKnowledge('knowledge', cache);
  await rm(cache, { recursive: true });
  const questions = await readQuestions();
  await timeEach(questions, (question) => answer(question, knowledge));
  const times = await timeEach(questions, (question) => answer(question, knowledge));
  execFileSync(process.execPath, ['dist/src/cli.js', 'ask', 'warm up']);
  const whole = await timeEach(Array(15).fill('does Dapper work with native aot'), (question) =>
    execFileSync(process.execPath, ['dist/src/cli.js', 'ask', question]),
  );
  return [
    `Load and index ${knowledge.search.entries.length} entries: ${cold.toFixed(0)} ms without a cache, ${percentile(warm, 50).toFixed(0)} ms with (wanted: under 400)`,
    `Answer in the process: ${spread(times)} (wanted: p99 under 5 ms)`,
    `Command \`ask\`, start to end: ${spread(whole)} (wanted: under 500 ms)`,
  ];
}

// --- internal ---

async function readQuestions(): Promise<string[]> {
  const dir = 'test/eval/questions';
  const texts = await Promise.all((await readdir(dir)).map((name) => readFile(join(dir, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').filter(Boolean)).map((line) => JSON.parse(line).question);
}
