import type { ProjectView } from '../project/view.ts';

/** A contradiction or a trap in a project, with the entry that backs what is said of it. */
export interface Trap {
  /** Ids of entries, best first; a trap of which none exists is not reported. */
  entries: readonly string[];
  /** Picks the claim of the entry that is about the trap. */
  about: RegExp;
  /** What the project shows; null where the trap isn't there. */
  find(project: ProjectView): string | null;
  /** What to put into the project instead. */
  snippet?: string;
}

/** The text of a trap that is there. */
export const when = (found: boolean, text: string): string | null => (found ? text : null);
