import pRetry, { AbortError } from 'p-retry';

/** A page as it came, or that it has not changed since the given ETag. */
export type Fetched =
  | { state: 'page'; text: string; etag: string | null; finalUrl: string }
  | { state: 'unchanged' }
  | { state: 'missing' };

export interface FetchOptions {
  /** Most bytes of one page. */
  maxBytes: number;
  /** Milliseconds that one try may take. */
  timeout: number;
  retries: number;
  /** Milliseconds before the first repetition; each further wait is twice as long. */
  minTimeout: number;
}

export const FETCH_DEFAULTS: FetchOptions = { maxBytes: 5_000_000, timeout: 20_000, retries: 4, minTimeout: 1000 };

/** The longest wait that a server may ask for, in seconds. */
const MAX_WAIT = 60;

/**
 * Gets a page, only if it has changed. Tries again after 429 (as long as the server asks) and 5xx, and when the
 * connection fails. Rejects with an error whose message says why the page could not be had.
 */
export function fetchPage(url: string, etag: string | null, options: FetchOptions): Promise<Fetched> {
  return pRetry(() => fetchOnce(url, etag, options), {
    retries: options.retries,
    minTimeout: options.minTimeout,
    randomize: true,
  });
}

// --- internal ---

async function fetchOnce(url: string, etag: string | null, { timeout, maxBytes }: FetchOptions): Promise<Fetched> {
  const response = await fetch(url, {
    headers: etag ? { 'if-none-match': etag } : {},
    signal: AbortSignal.timeout(timeout),
  });
  if (response.status === 304) return { state: 'unchanged' };
  if (response.status === 404 || response.status === 410) return { state: 'missing' };
  if (response.status === 429) await waitAsAsked(response);
  if (response.status === 429 || response.status >= 500) throw new Error(`HTTP ${response.status}`);
  if (!response.ok || !response.body) throw new AbortError(`HTTP ${response.status}`);
  const text = await readUpTo(response.body, maxBytes);
  return { state: 'page', text, etag: response.headers.get('etag'), finalUrl: response.url };
}

async function waitAsAsked(response: Response): Promise<void> {
  const seconds = Math.min(Number(response.headers.get('retry-after')) || 0, MAX_WAIT);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}

async function readUpTo(body: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new AbortError(`larger than ${most} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
