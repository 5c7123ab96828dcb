import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UserError } from '../errors.ts';
import { Problems } from './problems.ts';
import type { KnowledgeFile, Problem } from './types.ts';

const SHOWN = /\.(md|ya?ml)$/;

/** Reads every Markdown and YAML file below a folder; a file that isn't UTF-8 is reported. */
export async function readKnowledge(dir: string): Promise<{ files: KnowledgeFile[]; problems: Problem[] }> {
  const problems = new Problems();
  const names = (await list(dir)).filter((name) => SHOWN.test(name) && !/(^|\/)\./.test(name)).sort();
  const files = await Promise.all(names.map((path) => read(dir, path, problems)));
  return { files: files.filter((file): file is KnowledgeFile => file !== null), problems: problems.list };
}

// --- internal ---

async function list(dir: string): Promise<string[]> {
  try {
    const names = await readdir(dir, { recursive: true });
    return names.map((name) => name.split(sep).join('/'));
  } catch (cause) {
    throw new UserError(`The knowledge folder ${dir} can't be read. Set KNOWLEDGE_DIR, or run from the repository.`, {
      cause,
    });
  }
}

async function read(dir: string, path: string, problems: Problems): Promise<KnowledgeFile | null> {
  const bytes = await readFile(join(dir, path));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { path, text: text.replaceAll('\r\n', '\n') };
  } catch {
    problems.add(path, null, 'it is not UTF-8', 'Save it as UTF-8.');
    return null;
  }
}
