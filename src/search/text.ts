/** Folds what looks alike and drops what can't be seen: compatibility forms, zero-width and direction marks, controls. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\p{Cf}\p{Cc}]/gu, (char) => (/\s/.test(char) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Makes every way of writing a product version one word: `.NET 8`, `dotnet 8`, `net8.0-windows` become `net8`. */
export function foldVersions(text: string): string {
  return text.replace(/(?<![\w.])(?:\.net|dotnet|net)(?:\s*core)?[\s-]*v?(\d{1,2})(?:\.\d+)*(?![\w])/gi, ' net$1 ');
}

/** A version of the product, as `foldVersions` leaves it. */
export const VERSION = /^net\d+$/;

/** A diagnostic code such as IL3050, NETSDK1207 or LNK1181, in lower case. */
export const CODE = /^[a-z]{2,10}\d{3,6}$/;

/** Replaces each phrase of the vocabulary by the one that the entries use. */
export function createSynonyms(lines: readonly (readonly string[])[]): (text: string) => string {
  const canonical = new Map<string, string>();
  for (const [first = '', ...rest] of lines) for (const phrase of rest) canonical.set(phrase.toLowerCase(), first);
  if (canonical.size === 0) return (text) => text;
  const pattern = phrasePattern([...canonical.keys()]);
  const wordFor = (phrase: string) => canonical.get(phrase.toLowerCase()) ?? phrase;
  return (text) =>
    text.replace(pattern, (phrase, offset: number) =>
      INSIDE_NAME.test(text.slice(Math.max(0, offset - 2), offset)) ? phrase : wordFor(phrase),
    );
}

/** Finds any of some phrases as whole words, the longest first, whatever their capitals and blanks. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'giu');
}

// --- internal ---

/** What stands before a part of a dotted name: `Hangfire.NativeAot` names another thing than "Hangfire, Native AOT". */
const INSIDE_NAME = /[\p{L}\p{N}_]\.$/u;

function escapePattern(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+');
}
