import type { Reply } from '../answer/reply.ts';
import type { Status } from '../knowledge/types.ts';
import type { Severity } from './log/types.ts';

export type InputKind = 'log' | 'project' | 'lock';

/** A package with what the knowledge says about that version. */
export interface PackageReport {
  id: string;
  /** Several conditional versions are joined with ` | `; '' where the file gives none. */
  version: string;
  direct: boolean;
  verdict: Exclude<Status, 'unknown'> | null;
  /** Id of the entry. */
  entry: string | null;
}

export interface DiagnosticReport {
  code: string;
  count: number;
  severity: Severity;
  entry: string | null;
}

/** What the check of one input found, and the reply that says it to people. */
export interface CheckReport {
  kind: InputKind | null;
  error: string | null;
  targetFrameworks: string[];
  properties: Record<string, string>;
  packages: PackageReport[];
  diagnostics: DiagnosticReport[];
  /** What to look at first. */
  causes: { entry: string; title: string }[];
  reply: Reply;
}

/** `dotnet` is the .NET version that verdicts are for; null takes it from the input. */
export interface CheckOptions {
  dotnet: string | null;
}
