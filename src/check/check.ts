import type { Knowledge } from '../answer/knowledge.ts';
import { plainReply, type Reply } from '../answer/reply.ts';
import { InputError } from './errors.ts';
import { createLogParser, type LogParser } from './log/parser.ts';
import { parseLock } from './project/lock.ts';
import { createSpelling } from './project/names.ts';
import { parseProject } from './project/parse.ts';
import { harmless } from './quote.ts';
import { reportLog } from './report/log.ts';
import { reportProject } from './report/project.ts';
import { decodeText, EMPTY, type Encoding, SNIFFED_BYTES, sniffEncoding, sniffKind, unfence } from './sniff.ts';
import type { CheckOptions, CheckReport } from './types.ts';

export type { CheckOptions, CheckReport } from './types.ts';

/** Checks a text or a file that is in memory. Never throws for what it is given: the report says what is wrong. */
export function checkText(name: string, bytes: Uint8Array, knowledge: Knowledge, options: CheckOptions): CheckReport {
  return orError(name, () => {
    const text = decodeText(bytes);
    const kind = sniffKind(name, text);
    if (kind !== 'log') return checkProject(name, kind, text, knowledge, options);
    const parser = createLogParser();
    parser.push(text);
    return reportLog(name, parser.finish(), knowledge, options);
  });
}

/** Checks a file that comes piece by piece: a log is read in constant memory, anything else up to a limit. */
export interface CheckStream {
  push(bytes: Uint8Array): void;
  finish(): CheckReport;
}

export function createCheck(name: string, knowledge: Knowledge, options: CheckOptions): CheckStream {
  const head: Uint8Array[] = [];
  let size = 0;
  let log: LogStream | null = null;
  let failed: CheckReport | null = null;
  /** Until enough bytes are there to tell a log from a project, they are kept. */
  const decide = () => {
    const bytes = Buffer.concat(head);
    const encoding = sniffEncoding(bytes);
    if (sniffKind(name, new TextDecoder(encoding).decode(bytes)) !== 'log') return;
    log = createLogStream(encoding);
    log.push(bytes);
    head.length = 0;
  };
  const take = (bytes: Uint8Array) => {
    if (log) {
      log.push(bytes);
      return;
    }
    head.push(bytes);
    const before = size;
    size += bytes.length;
    if (size > MAX_STRUCTURED) throw new InputError('The file is too large for a project or lock file (20 MB).');
    if (before < SNIFFED_BYTES && size >= SNIFFED_BYTES) decide();
  };
  return {
    push(bytes) {
      if (failed) return;
      try {
        take(bytes);
      } catch (error) {
        failed = errorReport(name, error);
      }
    },
    finish() {
      if (failed) return failed;
      if (!log) return checkText(name, Buffer.concat(head), knowledge, options);
      const { blank, findings } = log.finish();
      return orError(name, () => {
        if (blank) throw new InputError(EMPTY);
        return reportLog(name, findings, knowledge, options);
      });
    },
  };
}

/** One reply for several inputs, in their order. */
export function combineReplies(reports: readonly CheckReport[]): Reply {
  const [only, ...more] = reports.map(({ reply }) => reply);
  if (!only) return plainReply('Nothing to check', 'Give a log, a project file or a lock file.', { answered: false });
  if (more.length === 0) return only;
  const replies = [only, ...more];
  const related = new Map(replies.flatMap((reply) => reply.related.map((link) => [link.id, link] as const)));
  return plainReply(
    `${replies.length} files`,
    replies.map(({ title, notice }) => `${title}: ${notice ?? ''}`).join('\n'),
    {
      answered: replies.some(({ answered }) => answered),
      sections: replies.flatMap(({ title, sections }) =>
        sections.map(({ heading, claims }) => ({ heading: `${title}: ${heading ?? ''}`, claims })),
      ),
      related: [...related.values()].slice(0, MAX_RELATED),
    },
  );
}

/** The report of an input that can't be read. Faults of our own are thrown on. */
export function errorReport(name: string, error: unknown): CheckReport {
  if (!(error instanceof InputError)) throw error;
  return {
    kind: null,
    error: error.message,
    targetFrameworks: [],
    properties: {},
    packages: [],
    diagnostics: [],
    causes: [],
    reply: plainReply(`${harmless(name, 80)} can't be checked`, harmless(error.message, 400), { answered: false }),
  };
}

// --- internal ---

const MAX_STRUCTURED = 20_000_000;
const MAX_RELATED = 5;

interface LogStream {
  push(bytes: Uint8Array): void;
  finish(): { blank: boolean; findings: ReturnType<LogParser['finish']> };
}

function createLogStream(encoding: Encoding): LogStream {
  const decoder = new TextDecoder(encoding);
  const parser = createLogParser();
  let blank = true;
  const take = (text: string) => {
    blank &&= text.trim() === '';
    parser.push(text);
  };
  return {
    push: (bytes) => take(decoder.decode(bytes, { stream: true })),
    finish() {
      take(decoder.decode());
      return { blank, findings: parser.finish() };
    },
  };
}

function checkProject(
  name: string,
  kind: 'project' | 'lock',
  text: string,
  knowledge: Knowledge,
  options: CheckOptions,
): CheckReport {
  const properties = knowledge.search.entries.flatMap(({ property }) => property ?? []);
  const bare = unfence(text);
  const project = kind === 'lock' ? parseLock(bare) : parseProject(bare, createSpelling(properties));
  return reportProject(name, kind, project, knowledge, options);
}

function orError(name: string, check: () => CheckReport): CheckReport {
  try {
    return check();
  } catch (error) {
    return errorReport(name, error);
  }
}
