import { z } from 'zod';
import type { Source } from '../knowledge/types.ts';
import { anchorsOfHtml, anchorsOfMarkdown } from './anchors.ts';
import type { Page, PageReader } from './check.ts';
import { type FetchOptions, fetchPage } from './fetch.ts';

/** Where pages are; a mirror or a loopback server can take the place of each. */
export interface Bases {
  /** Raw files: `<raw>/<owner>/<name>/HEAD/<path>`. */
  raw: string;
  /** GitHub's API, for the newest commit of a file. */
  api: string;
  /** Put in the place of `https://` of rendered pages, for tests; null leaves addresses as they are. */
  site: string | null;
}

/** What is remembered of a page, so that it is sent again only if it has changed. */
export interface Memory {
  [url: string]: { etag: string; anchors: string[]; commit: string | null };
}

/** Reads pages from GitHub's raw files and from the rendered sites, remembering what it saw in `memory`. */
export function createRemoteReader(bases: Bases, memory: Memory, options: FetchOptions): PageReader {
  return (source) => (source.repo && source.path ? readFile(source, source.repo, source.path) : readSite(source));

  async function readFile(source: Source, repo: string, path: string): Promise<Page | null> {
    const page = await readAnchors(
      `${bases.raw}/${repo}/HEAD/${path}`,
      isMarkdown(path) ? anchorsOfMarkdown : noAnchors,
    );
    if (page === null) return movedPage(source);
    const commit = page.fresh || page.commit === null ? await newestCommit(repo, path) : page.commit;
    const kept = memory[page.url];
    if (kept) kept.commit = commit;
    return { anchors: page.anchors, commit, movedTo: null };
  }

  /** A file that is gone may have left a redirect on the site. */
  async function movedPage(source: Source): Promise<Page | null> {
    const page = await readSite(source).catch(() => null);
    return page?.movedTo ? page : null;
  }

  async function readSite({ url }: Source): Promise<Page | null> {
    const page = await readAnchors(onSite(url), anchorsOfHtml);
    if (page === null) return null;
    const moved = page.finalUrl !== null && !samePage(page.finalUrl, onSite(url));
    return { anchors: page.anchors, commit: null, movedTo: moved ? page.finalUrl : null };
  }

  async function readAnchors(url: string, anchorsOf: (text: string) => Set<string>) {
    const known = memory[url];
    const fetched = await fetchPage(url, known?.etag ?? null, options);
    if (fetched.state === 'missing') return null;
    if (fetched.state === 'unchanged')
      return { url, anchors: new Set(known?.anchors), commit: known?.commit ?? null, fresh: false, finalUrl: null };
    const anchors = anchorsOf(fetched.text);
    if (fetched.etag) memory[url] = { etag: fetched.etag, anchors: [...anchors], commit: null };
    return { url, anchors, commit: null, fresh: true, finalUrl: fetched.finalUrl };
  }

  /** Null where the API doesn't tell, as when its hourly limit is reached: the page is checked all the same. */
  async function newestCommit(repo: string, path: string): Promise<string | null> {
    const url = `${bases.api}/repos/${repo}/commits?per_page=1&path=${encodeURIComponent(path)}`;
    try {
      const fetched = await fetchPage(url, null, { ...options, retries: 0 });
      return fetched.state === 'page' ? (commits.parse(JSON.parse(fetched.text))[0]?.sha ?? null) : null;
    } catch {
      return null;
    }
  }

  function onSite(url: string): string {
    return bases.site ? url.replace(/^https:\/\//, `${bases.site}/`) : url;
  }
}

// --- internal ---

const commits = z.array(z.object({ sha: z.string() }));

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function noAnchors(): Set<string> {
  return new Set();
}

/** Sites add the reader's language and take away a last slash; that is no move. */
function samePage(a: string, b: string): boolean {
  const plain = (url: string) =>
    url
      .replace(/[?#].*$/, '')
      .replace(/\/[a-z]{2}-[a-z]{2}\//i, '/')
      .replace(/\/$/, '')
      .toLowerCase();
  return plain(a) === plain(b);
}
