import { parseArgs } from 'node:util';
import { answer } from '../../src/answer/answer.ts';
import { createKnowledge, type Knowledge } from '../../src/answer/knowledge.ts';
import { citationsOf, type Reply } from '../../src/answer/reply.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Question, readQuestions } from './questions.ts';

// `npm run eval`: grades the answers to our own questions. --show lists the misses, --curve what other thresholds do.

type Outcome = 'right' | 'wrong' | 'uncited' | 'abstained';
interface Graded extends Question {
  outcome: Outcome;
  reply: Reply;
}

const { values: flags } = parseArgs({
  options: { show: { type: 'boolean' }, curve: { type: 'boolean' }, json: { type: 'boolean' } },
});
const knowledge = createKnowledge(await loadKnowledge('knowledge'));
const graded = (await readQuestions()).map((question) => grade(question, knowledge));
if (flags.json)
  for (const row of graded)
    console.log(JSON.stringify({ ...row, reply: undefined, id: row.reply.id, confidence: row.reply.confidence }));
else report();

// --- internal ---

function grade(question: Question, knowledge: Knowledge): Graded {
  const reply = answer(question.question, knowledge);
  return { ...question, reply, outcome: outcomeOf(question.expect, reply) };
}

function outcomeOf(expected: readonly string[], reply: Reply): Outcome {
  if (!reply.answered) return expected.length === 0 ? 'right' : 'abstained';
  if (!reply.id || !expected.includes(reply.id)) return 'wrong';
  return citationsOf(reply).length > 0 ? 'right' : 'uncited';
}

function report(): void {
  if (flags.show) for (const row of graded) if (row.outcome !== 'right') console.log(describe(row));
  table('kind', (row) => row.kind);
  table('level', (row) => row.level);
  table('all', () => 'all');
  if (flags.curve) curve();
}

function describe({ outcome, question, expect, reply }: Graded): string {
  const got = `${reply.answered ? reply.id : `(${reply.related[0]?.id ?? 'nothing'})`} ${reply.confidence.toFixed(2)}`;
  return `${outcome}: ${question.replaceAll('\n', ' / ').slice(0, 220)}\n    got ${got}\n    want ${expect.join(', ') || 'no answer'}`;
}

function table(name: string, keyOf: (row: Graded) => string): void {
  const groups = new Map<string, Graded[]>();
  for (const row of graded) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  const rows = [...groups].map(([key, list]) => {
    const count = (outcome: Outcome) => list.filter((row) => row.outcome === outcome).length;
    const right = count('right');
    return {
      [name]: key,
      questions: list.length,
      right,
      share: `${((100 * right) / list.length).toFixed(1)} %`,
      wrong: count('wrong'),
      uncited: count('uncited'),
      abstained: count('abstained'),
    };
  });
  console.table(rows);
}

/** What each threshold would answer, and how much of that would be wrong. */
function curve(): void {
  const told = graded.map(({ expect, reply }) => ({
    expect,
    confidence: reply.confidence,
    id: reply.id ?? reply.related[0]?.id,
  }));
  const rows = Array.from({ length: 15 }, (_, index) => 0.2 + index * 0.05).map((threshold) => {
    const answered = told.filter(({ confidence }) => confidence >= threshold);
    const wrong = answered.filter(({ expect, id }) => !id || !expect.includes(id));
    const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
    return {
      threshold: threshold.toFixed(2),
      answered: share(answered.length, told.length),
      'wrong of answered': share(wrong.length, answered.length),
      'wrong of all': share(wrong.length, told.length),
    };
  });
  console.table(rows);
}
