export type Severity = 'error' | 'warning' | 'message';

/** One thing that a log says: a diagnostic with a code, or an error without one. */
export interface Diagnostic {
  code: string | null;
  severity: Severity;
  /** A file with its position, a tool such as `ILC`, or '' where the log gives none. */
  origin: string;
  message: string;
}

/** One diagnostic as it is shown. */
export interface Sample {
  origin: string;
  message: string;
}

/** All distinct occurrences of a code. */
export interface CodeGroup {
  code: string;
  severity: Severity;
  count: number;
  samples: Sample[];
}

/** Occurrences that lie in an assembly or a package and not in the user's own code. */
export interface AssemblyGroup {
  name: string;
  /** Id and version of the NuGet package, where the path of the assembly tells them. */
  package: { id: string; version: string } | null;
  codes: Map<string, number>;
}

/** What a log holds. Bounded in size, however long the log is. */
export interface LogFindings {
  lines: number;
  /** In the order in which the log first names them. */
  codes: CodeGroup[];
  assemblies: AssemblyGroup[];
  /** Errors without a code, each once. */
  uncoded: Diagnostic[];
  targetFrameworks: string[];
  /** There was more than is kept. */
  truncated: boolean;
}
