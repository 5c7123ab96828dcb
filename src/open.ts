import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createKnowledge, type Knowledge } from './answer/knowledge.ts';
import { type Kept, readKept, writeKept } from './kept.ts';

/** Code that what is kept depends on, beside this file. */
const CODE = ['knowledge', 'search', 'kept.js'];

/**
 * Opens the knowledge of a folder. What was made of the very same files by the very same code is taken from `cacheDir`;
 * a cache that is missing, damaged or not writable costs time and nothing else. Rejects with a `KnowledgeError`.
 */
export async function openKnowledge(dir: string, cacheDir: string): Promise<Knowledge> {
  const file = join(cacheDir, `knowledge-${fingerprint(dir)}.json`);
  const kept = await read(file);
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
function fingerprint(dir: string): string {
  const code = CODE.map((name) => fileURLToPath(new URL(name, import.meta.url)));
  const stamps = [dir, ...code].flatMap(stampsOf);
  return createHash('sha256').update(stamps.join('\n')).digest('hex').slice(0, 16);
}

/** At once, since a thousand files asked for one by one take ten times as long. */
function stampsOf(path: string): string[] {
  const own = statSync(path, { throwIfNoEntry: false });
  const names = own?.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort() : [''];
  return names.map((name) => {
    const stats = statSync(join(path, name), { throwIfNoEntry: false });
    return `${name} ${stats?.size} ${stats?.mtimeMs}`;
  });
}

async function read(file: string): Promise<Kept | null> {
  try {
    return readKept(await readFile(file, 'utf8'));
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
    await writeFile(aside, writeKept(kept));
    await rename(aside, file);
    await Promise.all(old.map((name) => rm(join(dir, name), { force: true })));
  } catch {
    // Without a cache every start is a slow one, which is better than none.
  }
}
