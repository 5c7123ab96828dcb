import type { Problems } from '../problems.ts';
import type { Topic } from '../types.ts';

/** One thing that must hold among the entries of a topic. A rule reports; it never throws. */
export interface Rule {
  /** What you would say aloud. */
  name: string;
  /** Why it must hold. */
  description: string;
  check(topic: Topic, problems: Problems): void;
}
