import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import { anchorsOfMarkdown } from './anchors.ts';
import type { PageReader } from './check.ts';

const run = promisify(execFile);

/**
 * Reads pages from clones below a folder: `<dir>/<owner>/<name>`, `<dir>/<name>`, or `<dir>` itself if it is the only
 * one. What is not there is not checked.
 */
export async function createLocalReader(dir: string): Promise<PageReader> {
  if (!(await isFolder(dir))) throw new UserError(`The folder ${dir} of --docs can't be read.`);
  return async ({ repo, path, verified }) => {
    if (!repo || !path) throw new Error('it is not a file of a repository');
    const clone = await findClone(dir, repo);
    const text = await readFile(join(clone, path), 'utf8').catch(() => null);
    if (text === null) return null;
    const commit = await commitOf(clone, path, verified?.commit ?? null);
    return { anchors: anchorsOfMarkdown(text), commit, movedTo: null };
  };
}

// --- internal ---

/** The commit at which the page was read, if it reads the same since then; else the last one that changed it. */
async function commitOf(clone: string, path: string, before: string | null): Promise<string | null> {
  const git = (...args: string[]) => run('git', ['-C', clone, ...args]).catch(() => null);
  if (before && (await git('diff', '--quiet', before, 'HEAD', '--', path))) return before;
  const last = await git('log', '-1', '--format=%H', '--', path);
  return last?.stdout.trim() || null;
}

async function findClone(dir: string, repo: string): Promise<string> {
  for (const place of [join(dir, repo), join(dir, repo.split('/')[1] ?? '')])
    if (await isFolder(join(place, '.git'))) return place;
  const { stdout } = await run('git', ['-C', dir, 'remote', 'get-url', 'origin']).catch(() => ({ stdout: '' }));
  if (
    stdout
      .trim()
      .replace(/\.git$/, '')
      .endsWith(repo)
  )
    return dir;
  throw new Error(`there is no clone of ${repo}`);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}
