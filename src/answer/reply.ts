import type { Citation, Claim, Kind, Section, Status } from '../knowledge/types.ts';

/** What an entry says about one .NET version, and how that came to be. */
export interface Verdict {
  status: Status;
  /** The .NET version that it is for. */
  dotnet: string;
  /** `Not supported in .NET 10`, without the reason. */
  line: string;
  /** How the verdict differs over the versions, where it does: `.NET 7: not supported`. */
  history: string[];
  /** What holds and what does not, cited. */
  note: Claim | null;
  /** What a package's verdict rests on: `documented, as of 2024-05`. */
  evidence: string | null;
}

/** An entry that is offered beside the answer. */
export interface Link {
  id: string;
  title: string;
}

/** Where a newcomer starts: shown as buttons and a select where there are any. */
export interface Panel {
  /** The entry that says what the topic is. */
  intro: Link;
  /** The entries that say what a machine needs. */
  prerequisites: Link[];
  /** The topic's first official page. */
  docs: string | null;
}

/** What the bot says, before any transport gives it a form. */
export interface Reply {
  /** False when the bot abstains. */
  answered: boolean;
  /** The entry that answers; null for lists and abstentions. */
  id: string | null;
  kind: Kind | null;
  title: string;
  verdict: Verdict | null;
  /** The bot's own words, which need no citation: an abstention, how to go on. */
  notice: string | null;
  sections: Section[];
  related: Link[];
  /** .NET versions among which the verdict differs, for choosing another. */
  versions: string[];
  /** How sure the bot is that this answers the question, 0 to 1. */
  confidence: number;
  panel: Panel | null;
}

/** The citations of a reply in the order in which they are met, each once. */
export function citationsOf({ verdict, sections }: Pick<Reply, 'verdict' | 'sections'>): Citation[] {
  const claims = [...(verdict?.note ? [verdict.note] : []), ...sections.flatMap((section) => section.claims)];
  const byUrl = new Map(claims.flatMap(({ citations }) => citations.map((citation) => [citation.url, citation])));
  return [...byUrl.values()];
}

/** A reply that is not about an entry: a list, a help text, an abstention. */
export function plainReply(title: string, notice: string, rest: Partial<Reply> = {}): Reply {
  return {
    answered: true,
    id: null,
    kind: null,
    title,
    verdict: null,
    notice,
    sections: [],
    related: [],
    versions: [],
    confidence: 1,
    panel: null,
    ...rest,
  };
}
