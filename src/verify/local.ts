import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../errors.ts';
import { anchorsOfMarkdown, isMarkdown } from './anchors.ts';
import type { PageReader } from './check.ts';
import { pinnedRef } from './ref.ts';

const run = promisify(execFile);

/** Bytes of the largest page that is read from a tag or branch. */
const MAX_PAGE = 20_000_000;

/**
 * Reads pages from clones below a folder: `<dir>/<owner>/<name>`, `<dir>/<name>`, or `<dir>` itself if it is the only
 * one. What is not there is not checked.
 */
export async function createLocalReader(dir: string): Promise<PageReader> {
  if (!(await isFolder(dir))) throw new UserError(`The folder ${dir} of --docs can't be read.`);
  return async (source) => {
    const { repo, path, verified } = source;
    if (!repo || !path) throw new Error('it is not a file of a repository');
    const clone = await findClone(dir, repo);
    const ref = pinnedRef(source);
    const at = ref ? await commitAt(clone, ref) : 'HEAD';
    const text = ref ? await show(clone, at, path) : await readFile(join(clone, path), 'utf8').catch(() => null);
    if (text === null) return null;
    const commit = await commitOf(clone, path, at, verified?.commit ?? null);
    return { anchors: isMarkdown(path) ? anchorsOfMarkdown(text) : null, commit, movedTo: null };
  };
}

// --- internal ---

async function git(clone: string, ...args: string[]): Promise<string | null> {
  return run('git', ['-C', clone, ...args], { maxBuffer: MAX_PAGE }).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

async function show(clone: string, at: string, path: string): Promise<string | null> {
  return git(clone, 'show', `${at}:${path}`);
}

/** The commit of a tag or branch. */
async function commitAt(clone: string, ref: string): Promise<string> {
  for (const name of [ref, `origin/${ref}`]) {
    const commit = await git(clone, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
    if (commit) return commit.trim();
  }
  throw new Error(`the clone has no ${ref}`);
}

/** The commit at which the page was read, if it reads the same at `at`; else the last one that changed it. */
async function commitOf(clone: string, path: string, at: string, before: string | null): Promise<string | null> {
  if (before && (await git(clone, 'diff', '--quiet', before, at, '--', path)) !== null) return before;
  const last = await git(clone, 'log', '-1', '--format=%H', at, '--', path);
  return last?.trim() || null;
}

async function findClone(dir: string, repo: string): Promise<string> {
  for (const place of [join(dir, repo), join(dir, repo.split('/')[1] ?? '')])
    if (await isFolder(join(place, '.git'))) return place;
  const origin = (await git(dir, 'remote', 'get-url', 'origin')) ?? '';
  if (
    origin
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
