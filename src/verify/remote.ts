import { z } from 'zod';
import type { Source } from '../knowledge/types.ts';
import { anchorsOfHtml, anchorsOfMarkdown, isMarkdown } from './anchors.ts';
import type { Page, PageReader } from './check.ts';
import { type FetchOptions, fetchPage } from './fetch.ts';
import { pinnedRef } from './ref.ts';

/** Where pages are; a mirror or a loopback server can take the place of each. */
export interface Bases {
  /** Raw files: `<raw>/<owner>/<name>/HEAD/<path>`, or a tag or branch that the address is fixed to instead of HEAD. */
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
  return (source) => {
    const { repo, path } = source;
    return repo && path && !isRenderedFrom(source, path) ? readFile(source, repo, path) : readSite(source);
  };

  async function readFile(source: Source, repo: string, path: string): Promise<Page | null> {
    const ref = pinnedRef(source);
    const page = await readAnchors(`${bases.raw}/${repo}/${ref ?? 'HEAD'}/${path}`, anchorsOfMarkdown);
    if (page === null) return movedPage(source);
    const commit = page.fresh || page.commit === null ? await newestCommit(repo, path, ref) : page.commit;
    const kept = memory[page.url];
    if (kept) kept.commit = commit;
    return { anchors: isMarkdown(path) ? page.anchors : null, commit, movedTo: null };
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
  async function newestCommit(repo: string, path: string, ref: string | null): Promise<string | null> {
    const query = new URLSearchParams({ per_page: '1', path, ...(ref ? { sha: ref } : {}) });
    const url = `${bases.api}/repos/${repo}/commits?${query}`;
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

/** A page that a site makes from a file of another kind than Markdown: only the site tells its headings. */
function isRenderedFrom({ url }: Source, path: string): boolean {
  return !isMarkdown(path) && !url.startsWith('https://github.com/');
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
