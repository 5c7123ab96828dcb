import { UserError } from '../errors.ts';
import type { Problem } from './types.ts';

/** Collects the problems of one file, so that one run reports them all. */
export class Problems {
  readonly list: Problem[] = [];

  add(file: string, at: string | number | null, message: string, fix: string): void {
    this.list.push({ file, at: typeof at === 'number' ? `line ${at}` : at, message, fix });
  }

  /** Whether something is wrong with a file already: what others miss of it follows from that, and isn't told. */
  has(file: string): boolean {
    return this.list.some((problem) => problem.file === file);
  }
}

/** The knowledge can't be used; the message names every bad file and field. */
export class KnowledgeError extends UserError {
  override name = 'KnowledgeError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`${count(problems)} in the knowledge:\n${problems.map(renderProblem).join('\n')}`);
    this.problems = problems;
  }
}

export function renderProblem({ file, at, message, fix }: Problem): string {
  return `${file}${at ? `, ${at}` : ''}: ${message}. ${fix}`;
}

function count(problems: readonly Problem[]): string {
  return problems.length === 1 ? '1 problem' : `${problems.length} problems`;
}
