import type { Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { SingleBar } from 'cli-progress';

/** How far a long job is. */
export interface Progress {
  /** So much more is done. */
  add(amount: number): void;
  /** Takes the bar away. */
  stop(): void;
}

export interface ProgressOptions {
  /** What is being done, or to what. */
  label: string;
  /** How much there is to do; 0 where that is not known, and only what is done can be shown. */
  total: number;
  unit: string;
  /** Amounts are shown as a multiple of this. */
  scale?: number;
}

/** A bar on a terminal; nothing at all where the stream is none. */
export function createProgress(
  stream: Writable & { isTTY?: boolean },
  { label, total, unit, scale = 1 }: ProgressOptions,
): Progress {
  if (!stream.isTTY) return { add() {}, stop() {} };
  const format = total > 0 ? '{label} {bar} {percentage} % of {total} {unit}' : '{label} {value} {unit}';
  const bar = new SingleBar({ format, stream, clearOnComplete: true, barsize: 30, etaBuffer: 1 });
  let done = 0;
  bar.start(Math.ceil(total / scale), 0, { label: stripVTControlCharacters(label), unit });
  return {
    add(amount) {
      done += amount;
      bar.update(Math.floor(done / scale));
    },
    stop: () => bar.stop(),
  };
}
