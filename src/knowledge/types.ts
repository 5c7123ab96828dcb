/** What an entry settles; also the name of its folder. */
export const KINDS = [
  'compatibility',
  'packages',
  'diagnostics',
  'prerequisites',
  'platforms',
  'properties',
  'guides',
] as const;
export type Kind = (typeof KINDS)[number];

/** `unknown` means that no document settles it; the reply says so instead of giving a verdict. */
export const STATUSES = ['supported', 'partial', 'experimental', 'unsupported', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** What a package's verdict rests on, strongest first. */
export const EVIDENCE = ['declared', 'documented', 'maintainer', 'reported'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const SYSTEMS = [
  'windows',
  'linux',
  'linux-musl',
  'linux-bionic',
  'macos',
  'ios',
  'iossimulator',
  'tvos',
  'tvossimulator',
  'maccatalyst',
  'android',
  'freebsd',
  'browser',
  'wasi',
] as const;
export type System = (typeof SYSTEMS)[number];

export const ARCHITECTURES = ['x64', 'arm64', 'x86', 'arm', 'loongarch64', 'riscv64'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** When and at which commit a page was last compared with what we say of it. */
export interface Verified {
  /** `YYYY-MM-DD` */
  date: string;
  commit: string | null;
}

/** A page that may be cited. */
export interface Source {
  id: string;
  title: string;
  url: string;
  repo: string | null;
  path: string | null;
  verified: Verified | null;
  /** The anchors of its headings; empty for a page without headings (an issue, a project file). */
  anchors: string[];
}

/** One heading of one page, ready to be shown. */
export interface Citation {
  source: string;
  anchor: string | null;
  title: string;
  /** The page's address with the anchor. */
  url: string;
  repo: string | null;
  path: string | null;
  verified: Verified | null;
}

export interface Code {
  lang: string;
  value: string;
}

/** One or more sentences in Markdown that share their citations. */
export interface Claim {
  text: string;
  /** The same without Markdown, as a terminal shows it. Made when it is read: parsing costs more than all of an answer. */
  plain: string;
  citations: Citation[];
  /** How the claim begins: a new paragraph, an item of a list, or on the line of the claim before. */
  lead: 'paragraph' | 'item' | 'continued';
  /** The fenced block that follows the claim, covered by the claim's citations. */
  code?: Code;
}

export interface Section {
  heading: string | null;
  claims: Claim[];
}

/** A verdict that holds from a .NET version on, until a later row of the same conditions says otherwise. */
export interface SupportRow {
  dotnet: string;
  status: Status;
  note: Claim | null;
  /** The row holds for these operating systems only; empty means for all. */
  os: System[];
  /** The row holds for these processor architectures only; empty means for all. */
  arch: Architecture[];
  /** Package version from which the row holds. */
  version: string | null;
  evidence: Evidence | null;
  /** Date of the evidence, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  asOf: string | null;
}

/** One question settled. */
export interface Entry {
  /** `<topic>/<kind>/<slug>`, which is also the path of its file. */
  id: string;
  kind: Kind;
  title: string;
  aliases: string[];
  asks: string[];
  code: string | null;
  package: string | null;
  property: string | null;
  default: string | null;
  since: string | null;
  support: SupportRow[];
  instead: string[];
  related: string[];
  sections: Section[];
  /** Path of the file that says it, relative to the knowledge folder. */
  file: string;
}

export interface Relationship {
  type: string;
  targets: string[];
}

/** The topic specification as its user gave it. */
export interface Specification {
  id: string;
  name: string;
  description: string;
  metadata: Record<string, string>;
  relationships: Relationship[];
  official: Source[];
  primary: Source[];
  secondary: Source[];
}

/** How people write about the topic. */
export interface Vocabulary {
  /** Lines of equivalent phrases; the first is the one that the entries use. */
  synonyms: string[][];
  /** Kinds of things, such as operating systems: the names of each. A question with two of a kind is about the pair. */
  pairs: Record<string, string[][]>;
  /** Words that nearly every question holds and that therefore tell nothing. */
  common: string[];
  /** Words that show that a question is about the topic. */
  signals: string[];
  /** Names of other technologies, whose questions are hardly ours to answer. */
  elsewhere: string[];
  /** Words that make a question ours although it names another technology. */
  home: string[];
  /** Phrases of questions that no document settles: money, law, careers, figures of one's own machine. */
  unsettled: string[];
  /** What names of the product itself begin with; one that no entry knows is what a question is about. */
  ownNames: string[];
  /** What the diagnostic codes of other tools begin with; a code of theirs that no entry names is not ours. */
  codes: string[];
  /** Product versions: the first that counts, the newest released one, and the one in preview, if any. */
  releases: { first: string; newest: string; preview: string | null };
  /** Ids of the entries that are offered before anything is typed. */
  popular: string[];
}

export interface Topic {
  id: string;
  name: string;
  specification: Specification;
  sources: Record<string, Source>;
  vocabulary: Vocabulary;
  /** How much a word of a question speaks for its being ours or, below 0, against it. */
  tells: Record<string, number>;
  entries: Entry[];
}

/** Something wrong with a knowledge file, in words that help its author. */
export interface Problem {
  /** Path relative to the knowledge folder. */
  file: string;
  /** Line, counted from 1, or field of the front matter. */
  at: string | null;
  message: string;
  /** How to mend it. */
  fix: string;
}

/** A knowledge file as read from disk; `path` is relative to the knowledge folder, with forward slashes. */
export interface KnowledgeFile {
  path: string;
  text: string;
}
