import { KnowledgeError } from './problems.ts';
import { readKnowledge } from './read.ts';
import { RULES } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { parseKnowledge } from './topic.ts';
import type { Topic } from './types.ts';

/** Loads every topic of a folder. Throws one `KnowledgeError` that names all that is wrong by the rules. */
export async function loadKnowledge(dir: string, rules: readonly Rule[] = RULES): Promise<readonly Topic[]> {
  const { files, problems } = await readKnowledge(dir);
  const parsed = parseKnowledge(files, rules);
  const all = [...problems, ...parsed.problems];
  if (all.length > 0) throw new KnowledgeError(all);
  return deepFreeze(parsed.topics);
}

// --- internal ---

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const child of Object.values(value)) deepFreeze(child);
  return Object.freeze(value);
}
