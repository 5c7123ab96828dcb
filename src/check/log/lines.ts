import { MAX_LINE } from './limits.ts';

/** Cuts a stream of text into lines, with `\n`, `\r\n` or `\r` as their end, whatever the chunks are. */
export interface LineSplitter {
  push(chunk: string): void;
  finish(): void;
}

/** `onLine` gets each line without its end; of an overlong line, the first `MAX_LINE` characters. */
export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  let rest = '';
  let afterReturn = false;
  return {
    push(chunk) {
      let at = afterReturn && chunk.startsWith('\n') ? 1 : 0;
      if (chunk.length > 0) afterReturn = chunk.endsWith('\r');
      let feed = indexOr(chunk, '\n', at);
      let back = indexOr(chunk, '\r', at);
      while (Math.min(feed, back) < chunk.length) {
        const end = Math.min(feed, back);
        onLine(rest + chunk.slice(at, Math.min(end, at + MAX_LINE - rest.length)));
        rest = '';
        at = back + 1 === feed ? feed + 1 : end + 1;
        // Each of the two is searched only when it was passed, which keeps this linear.
        if (feed < at) feed = indexOr(chunk, '\n', at);
        if (back < at) back = indexOr(chunk, '\r', at);
      }
      rest += chunk.slice(at, at + MAX_LINE - rest.length);
    },
    finish() {
      if (rest) onLine(rest);
      rest = '';
    },
  };
}

// --- internal ---

function indexOr(text: string, char: string, from: number): number {
  const index = text.indexOf(char, from);
  return index === -1 ? text.length : index;
}
