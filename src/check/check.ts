import type { Knowledge } from '../answer/knowledge.ts';
import { plainReply } from '../answer/reply.ts';
import { type Input, nameOf } from './input.ts';
import { joinProjects } from './join.ts';
import { harmless } from './quote.ts';
import { readInput } from './read.ts';
import { reportLog } from './report/log.ts';
import { reportProject } from './report/project.ts';
import type { CheckOptions, CheckReport } from './types.ts';

/** Reports on inputs, in their order; a project is completed with the shared files that were given along with it. */
export function checkInputs(inputs: readonly Input[], knowledge: Knowledge, options: CheckOptions): CheckReport[] {
  return joinProjects(inputs).map((input) => checkInput(input, knowledge, options));
}

/** Checks one text or file that is in memory. Never throws for what it is given: the report says what is wrong. */
export function checkText(name: string, bytes: Uint8Array, knowledge: Knowledge, options: CheckOptions): CheckReport {
  return checkInput(readInput(name, bytes, knowledge), knowledge, options);
}

// --- internal ---

function checkInput(input: Input, knowledge: Knowledge, options: CheckOptions): CheckReport {
  const name = input.path === '-' ? 'standard input' : nameOf(input.path);
  if (input.kind === null) return reportError(name, input.error);
  if (input.kind === 'log') return reportLog(name, input.findings, knowledge, options);
  return reportProject(name, input.kind, input.project, knowledge, options);
}

function reportError(name: string, error: string): CheckReport {
  return {
    kind: null,
    error,
    targetFrameworks: [],
    properties: {},
    packages: [],
    diagnostics: [],
    causes: [],
    reply: plainReply(`${harmless(name, 80)} can't be checked`, harmless(error, 400), { answered: false }),
  };
}
