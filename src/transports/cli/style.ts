import { styleText } from 'node:util';
import type { Status } from '../../knowledge/types.ts';
import { PLAIN, type Style } from '../../render/text.ts';

const COLOURS: Record<Status, 'green' | 'yellow' | 'red' | 'cyan'> = {
  supported: 'green',
  partial: 'yellow',
  experimental: 'yellow',
  unsupported: 'red',
  unknown: 'cyan',
};

const COLOURED: Style = {
  title: (text) => styleText('bold', text),
  heading: (text) => styleText('bold', text),
  quiet: (text) => styleText('dim', text),
  verdict: (text, status) => styleText(['bold', COLOURS[status]], text),
};

/** Colours on a terminal, unless NO_COLOR asks for none. */
export function chooseStyle(stream: { isTTY?: boolean }, noColour: boolean): Style {
  return stream.isTTY && !noColour ? COLOURED : PLAIN;
}
