import { cutMarkdown } from './cut.ts';
import { BYTES_PER_DISPLAY, MAX_TEXT, MAX_TEXT_BYTES } from './limits.ts';

/** The texts of a message, in the order in which they are shown. */
interface Texts {
  head: string;
  body: string;
  sources: string;
  foot: string;
}

/** A title with its verdict is never longer, so that the answer itself has room. */
const MAX_HEAD = 1000;

/** What the list of sources leaves to the answer at least. */
const MIN_BODY = 1500;

/** Characters that a private answer leaves free, for the line that tells who asked when it is shared. */
const FOOT_ROOM = 60;

/** Shortens the list of sources, then the body, until characters and bytes fit; leaves out what is empty. */
export function fitTexts(texts: Texts, page: string | null): string[] {
  const head = cutMarkdown(texts.head, MAX_HEAD);
  const sources = cutLines(texts.sources, MAX_TEXT - head.length - FOOT_ROOM - MIN_BODY);
  let room = MAX_TEXT - head.length - sources.length - FOOT_ROOM;
  let shown = [head, shorten(texts.body, room, page), sources, texts.foot];
  while (bytesOf(shown) > MAX_TEXT_BYTES - FOOT_ROOM - BYTES_PER_DISPLAY && room > 100) {
    room = Math.floor(room * 0.9);
    shown = [head, shorten(texts.body, room, page), sources, texts.foot];
  }
  return shown.filter((text) => text.trim() !== '');
}

// --- internal ---

function shorten(body: string, room: number, page: string | null): string {
  if (body.length <= room) return body;
  const more = page ? `\n[Read on](${page})` : '';
  return cutMarkdown(body, Math.max(0, room - more.length)) + more;
}

/** Whole lines, as many as fit. */
function cutLines(text: string, room: number): string {
  if (text.length <= room) return text;
  const end = text.lastIndexOf('\n', room);
  return end < 0 ? '' : text.slice(0, end);
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_PER_DISPLAY, 0);
}
