import type { LogFindings } from './log/types.ts';
import type { Project } from './project/types.ts';

/** What one file holds, before anything is said about it. `path` is absolute; of an upload it is the name. */
export type Input =
  | { path: string; kind: 'log'; findings: LogFindings }
  | { path: string; kind: 'project' | 'lock'; project: Project }
  | { path: string; kind: null; error: string };

/** The last part of a path, whichever way its slashes lean. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}
