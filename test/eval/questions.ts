import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const line = z.object({
  question: z.string(),
  /** Entries that settle the question; none if it must not be answered. */
  expect: z.array(z.string()),
  level: z.string(),
  kind: z.string(),
});
export type Question = z.infer<typeof line>;

/** Our own questions, from all files of the folder. Throws if a line is not of the form. */
export async function readQuestions(dir = 'test/eval/questions'): Promise<Question[]> {
  const files = (await readdir(dir)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(dir, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').filter(Boolean)).map((text) => line.parse(JSON.parse(text)));
}
