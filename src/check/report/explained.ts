import type { Entry } from '../../knowledge/types.ts';
import type { CodeGroup, Diagnostic } from '../log/types.ts';

/** A finding with the entry that explains it. */
export interface Explained {
  finding: CodeGroup | Diagnostic;
  entry: Entry | null;
}
