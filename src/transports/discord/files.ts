import { UserError } from '../../errors.ts';
import type { Attachment } from './incoming.ts';

/** Downloads an attachment; rejects with a `UserError` that says why it can't be read. */
export type FileReader = (attachment: Attachment, sizeLimit?: number) => Promise<Uint8Array>;

export interface FileReaderOptions {
  /** Hosts that attachments may come from: Discord's, or a loopback one in tests. */
  hosts: ReadonlySet<string>;
  /** Most bytes of one file. */
  maxBytes: number;
  /** Milliseconds that a download may take in all. */
  timeout: number;
}

/** Reads attachments from the allowed hosts only, over HTTPS, up to a size, within a time, and without redirects. */
export function createFileReader({ hosts, maxBytes, timeout }: FileReaderOptions): FileReader {
  return async ({ url, filename, size }, sizeLimit = maxBytes) => {
    const most = Math.min(maxBytes, sizeLimit);
    const name = filename.slice(0, 60);
    if (!isAllowed(url, hosts)) throw new UserError(`The file "${name}" is not an attachment of Discord.`);
    if (size > most) throw new UserError(`The file "${name}" is larger than ${Math.floor(most / 1024)} KB.`);
    try {
      const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeout) });
      if (!response.ok || !response.body) throw new UserError(`The file "${name}" can't be downloaded any more.`);
      return await readUpTo(response.body, most, name);
    } catch (cause) {
      if (cause instanceof UserError) throw cause;
      throw new UserError(`The file "${name}" could not be downloaded in time.`, { cause });
    }
  };
}

// --- internal ---

function isAllowed(address: string, hosts: ReadonlySet<string>): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const secure = url.protocol === 'https:' || url.hostname === '127.0.0.1';
  return secure && hosts.has(url.host);
}

/** The announced size is only a promise, so the bytes are counted as they come. */
async function readUpTo(body: ReadableStream<Uint8Array>, most: number, name: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new UserError(`The file "${name}" is larger than ${Math.floor(most / 1024)} KB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
