import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKnowledge, type Knowledge } from './answer/knowledge.ts';
import type { Topic } from './knowledge/types.ts';
import type { SearchData } from './search/data.ts';

/** What is kept: parsed topics and their index. Reading it takes a tenth of the time of making it. */
interface Kept {
  topics: Topic[];
  data: SearchData;
}

/** Code that what is kept depends on, beside this file. */
const CODE = ['knowledge', 'search'];

/**
 * Opens the knowledge of a folder. What was made of the very same files by the very same code is taken from `cacheDir`;
 * a cache that is missing, damaged or not writable costs time and nothing else. Rejects with a `KnowledgeError`.
 */
export async function openKnowledge(dir: string, cacheDir: string): Promise<Knowledge> {
  const file = join(cacheDir, `knowledge-${await fingerprint(dir)}.json`);
  const kept = await readKept(file);
  if (kept) return createKnowledge(kept.topics, kept.data);
  // Parsers are loaded only when there is something to parse.
  const [{ loadKnowledge }, { buildSearchData }] = await Promise.all([
    import('./knowledge/load.ts'),
    import('./search/data.ts'),
  ]);
  const topics = await loadKnowledge(dir);
  const data = buildSearchData(topics);
  await keep(file, cacheDir, { topics: [...topics], data });
  return createKnowledge(topics, data);
}

// --- internal ---

/** Changes when a file of the knowledge or of the code does: names, sizes and times of change. */
async function fingerprint(dir: string): Promise<string> {
  const code = CODE.map((folder) => fileURLToPath(new URL(folder, import.meta.url)));
  const lists = await Promise.all([dir, ...code].map(stampsOf));
  return createHash('sha256').update(lists.flat().join('\n')).digest('hex').slice(0, 16);
}

async function stampsOf(dir: string): Promise<string[]> {
  const names = await readdir(dir, { recursive: true }).catch(() => []);
  return Promise.all(
    names.sort().map(async (name) => {
      const { size, mtimeMs } = await stat(join(dir, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}

async function readKept(file: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Written aside and moved, so that another process never reads half a file; older ones go. */
async function keep(file: string, dir: string, kept: Kept): Promise<void> {
  try {
    await mkdir(dir, { recursive: true });
    const old = (await readdir(dir)).filter((name) => /^knowledge-\w+\.json$/.test(name));
    const aside = `${file}.${process.pid}`;
    await writeFile(aside, JSON.stringify(kept));
    await rename(aside, file);
    await Promise.all(old.map((name) => rm(join(dir, name), { force: true })));
  } catch {
    // Without a cache every start is a slow one, which is better than none.
  }
}
