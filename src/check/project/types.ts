/** A value with the conditions under which it holds. */
export interface Conditional {
  value: string;
  condition: string | null;
}

export interface PackageItem {
  id: string;
  versions: Conditional[];
  direct: boolean;
  condition: string | null;
}

/** What a project file, a props file or a lock file says. */
export interface Project {
  sdk: string | null;
  targetFrameworks: string[];
  /** By the spelling of the SDK; in the order of the file. */
  properties: Map<string, Conditional[]>;
  packages: PackageItem[];
  /** Analyzers and build tools, which are no part of the app. */
  buildOnly: string[];
  /** Names of other files whose values were taken in. */
  joined: string[];
}
