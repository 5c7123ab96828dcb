import { InputError } from './errors.ts';
import type { InputKind } from './types.ts';

/** How the bytes of a file become text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are looked at to tell the encoding and the kind. */
export const SNIFFED_BYTES = 64 * 1024;

/** The encoding, by byte order mark or by where the zero bytes lie. Throws `InputError` on what is no text. */
export function sniffEncoding(bytes: Uint8Array): Encoding {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  refuseSignature(bytes);
  const head = bytes.subarray(0, SNIFFED_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd <= head.length * STRAY) return refuseControls(head);
  // Latin text in UTF-16 has a zero in nearly every second byte, and hardly any in the others.
  const half = head.length / 2;
  if (odd > half * MOST && even < half * FEW) return 'utf-16le';
  if (even > half * MOST && odd < half * FEW) return 'utf-16be';
  throw new InputError(BINARY);
}

/** The whole text, with the byte order mark taken off. Throws `InputError` on binary and on empty input. */
export function decodeText(bytes: Uint8Array): string {
  const text = new TextDecoder(sniffEncoding(bytes)).decode(bytes);
  if (text.trim() === '') throw new InputError(EMPTY);
  return text;
}

/** The kind, by what the text begins with; the name decides only where the content leaves it open. */
export function sniffKind(name: string, text: string): InputKind {
  const start = unfence(text).slice(0, SNIFFED_BYTES);
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(start))
    throw new InputError('This is an HTML page, not a project file: the download gave a web page. Save the raw file.');
  if (/^<(?:\?xml|!--|!doctype|project\b|msbuild:)/i.test(start) || FRAGMENT.test(start)) return 'project';
  if (/^<[a-z]\w*[\s>]/i.test(start) && /<\/\w+>\s*$/.test(text.slice(-200))) return 'project';
  if (/^\{/.test(start) && (/^\{\s*("|\}|$)/.test(start) || name.toLowerCase().endsWith('.json'))) return 'lock';
  if (/\.(?:\w{2}proj|props|targets)$/i.test(name)) {
    if (start.startsWith('<')) return 'project';
    throw new InputError('This is not XML, so it is no project file, although its name says so.');
  }
  if (/\.json$/i.test(name)) {
    if (start.startsWith('[')) return 'lock';
    throw new InputError('This is not JSON, so it is no lock file, although its name says so.');
  }
  return 'log';
}

/** A project or lock file that was pasted as a code block. */
export function unfence(text: string): string {
  const bare = text.replace(/^\ufeff/, '').trim();
  const [, inner] = /^(?:```|~~~)[\w+-]*\s*\n?([\s\S]*?)\s*(?:```|~~~)?$/.exec(bare) ?? [];
  return inner !== undefined && /^[<{]/.test(inner) ? inner.trim() : bare;
}

export const EMPTY = 'The file is empty: it has no content but white space.';

// --- internal ---

const BINARY = 'This is a binary file, not text. Give the log as text (dotnet publish > log.txt), or the project file.';
/** Shares of zero bytes that tell UTF-16 from binary data. */
const MOST = 0.4;
const FEW = 0.1;
/** A log that was cut off by a crash may have a few zero bytes. */
const STRAY = 0.05;
/** Share of control characters above which a file is no text. */
const MAX_CONTROLS = 0.02;

/** A part of a project file, pasted without its root. */
const FRAGMENT =
  /^<(?:PropertyGroup|ItemGroup|PackageReference|PackageVersion|PublishAot|TargetFrameworks?|ImportGroup|Target|Sdk)\b/i;

/** What programs, archives and pictures begin with, and what to say of it. */
const SIGNATURES: readonly (readonly [start: string, message: string])[] = [
  [
    '\u001f\u008b',
    'This is a binary file (compressed). A .binlog becomes text with: dotnet msbuild log.binlog -v:d > log.txt',
  ],
  ['PK\u0003\u0004', 'This is a binary file (a zip archive). Unpack it and give the log or the project file.'],
  ['\u007fELF', BINARY],
  ['MZ\u0090', BINARY],
  ['\u0089PNG', 'This is a binary file (a picture). Give the log as text.'],
  ['\u00ff\u00d8\u00ff', 'This is a binary file (a picture). Give the log as text.'],
  ['%PDF-', 'This is a binary file (a PDF). Give the log as text.'],
];

function refuseSignature(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const found = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (found) throw new InputError(found[1]);
}

function refuseControls(head: Uint8Array): Encoding {
  // Escape begins a colour; tabs, line ends and form feeds are text.
  const isControl = (byte: number) => byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27;
  const controls = head.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0);
  if (controls > head.length * MAX_CONTROLS) throw new InputError(BINARY);
  return 'utf-8';
}
