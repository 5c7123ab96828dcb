import type { Source } from '../knowledge/types.ts';

/** What became of one page. `not checked` is said of a page that could not be had, never that it is in order. */
export type Finding =
  | { state: 'verified'; commit: string | null; changed: boolean }
  | { state: 'missing' }
  | { state: 'moved'; to: string }
  | { state: 'lost'; anchors: string[] }
  | { state: 'not checked'; why: string };

export interface Checked {
  source: Source;
  finding: Finding;
}

/** A page as a place that has it shows it. */
export interface Page {
  /** Null where headings can't be told, as in a file that is not Markdown. */
  anchors: ReadonlySet<string> | null;
  /** The newest commit that changed it, where that can be known. */
  commit: string | null;
  /** Address that it has moved to. */
  movedTo: string | null;
}

/** Looks a source up; null if there is no such page. Rejects if that can't be known now. */
export type PageReader = (source: Source) => Promise<Page | null>;

/** Compares a page with what is cited of it. */
export async function checkSource(source: Source, cited: readonly string[], read: PageReader): Promise<Checked> {
  try {
    return { source, finding: judge(source, cited, await read(source)) };
  } catch (error) {
    return { source, finding: { state: 'not checked', why: error instanceof Error ? error.message : String(error) } };
  }
}

// --- internal ---

function judge({ verified }: Source, cited: readonly string[], page: Page | null): Finding {
  if (!page) return { state: 'missing' };
  if (page.movedTo) return { state: 'moved', to: page.movedTo };
  if (!page.anchors && cited.length > 0)
    return { state: 'not checked', why: "the headings of such a file can't be told" };
  const lost = cited.filter((anchor) => !page.anchors?.has(anchor));
  if (lost.length > 0) return { state: 'lost', anchors: lost };
  const before = verified?.commit ?? null;
  return {
    state: 'verified',
    commit: page.commit,
    changed: before !== null && page.commit !== null && before !== page.commit,
  };
}
