/** Words that stand between the origin and the severity: `Trim analysis warning`, `fatal error`. */
const SUBCATEGORY =
  /^(?:(?:trim|aot|single-file|analysis|fatal|command|line|internal|compiler|linker|ilc|illink)\s*)+$/i;
/** What MSBuild calls a subcategory may be translated; prose is longer or holds other signs. */
const FEW_WORDS = /^[\p{L}\p{N}' .-]{0,60}$/u;
const MAX_WORDS = 5;
/** A file with a position or a known ending, a tool, a path. */
const LOOKS_LIKE_ORIGIN =
  /[\\/]|\(\d[\d, -]*\)$|\.(?:cs|fs|vb|cpp|c|dll|exe|obj|o|a|lib|targets|props|tasks|\w{2}proj|razor|xaml|cshtml|slnx?)$|^[\w.+-]{2,40}$/i;
const COMMENT = /^(?:\/\/|<!--|\/\*|#\s?\p{L}|--\s)/u;
const OPENING = /^[\s"'`([*_]+$/;
/** GitHub shows its annotations with this word before the line itself. */
const ANNOTATION = /^(?:Error|Warning|Notice|Debug): +(?=\S)/;

/**
 * What stands before the severity of a diagnostic, as its origin; null if that is prose, a comment, an option.
 * `C:\a\App.cs(3,9): Trim analysis ` gives `C:\a\App.cs(3,9)`.
 */
export function originOf(before: string): string | null {
  const text = before.trim().replace(ANNOTATION, '');
  if (text === '' || OPENING.test(text) || SUBCATEGORY.test(text)) return '';
  if (COMMENT.test(text)) return null;
  const colon = Math.max(text.lastIndexOf(':'), text.lastIndexOf('：'));
  if (colon === -1) return withoutColon(text);
  const between = text.slice(colon + 1).trim();
  if (!FEW_WORDS.test(between) || between.split(/\s+/).length > MAX_WORDS) return null;
  const origin = withoutNoise(text.slice(0, colon).trim());
  // "Now I get this: error IL3053: ..." says nothing about the place.
  return LOOKS_LIKE_ORIGIN.test(origin) && !isProse(origin) ? origin : '';
}

// --- internal ---

/** `Program.cs(3,9) error CS0103: ...` and `ILC warning IL2026: ...` leave the colon out. */
function withoutColon(text: string): string | null {
  const origin = text.replace(/\s+(?:(?:trim|aot) analysis|fatal)$/i, '');
  return /^(?:ilc|illink|csc|link|clang|msbuild)$/i.test(origin) || /^\S.{0,300}\(\d[\d, -]*\)$/.test(origin)
    ? origin
    : null;
}

/** Where line ends were lost, other output stands before the path. */
function withoutNoise(text: string): string {
  const start = Math.max(text.lastIndexOf(' /'), ...[...text.matchAll(/\s[A-Za-z]:\\/g)].map(({ index }) => index));
  return start > 0 ? text.slice(start + 1) : text;
}

/** Several words without the signs of a path are a sentence. */
function isProse(text: string): boolean {
  return !/[\\/(]/.test(text) && text.split(/\s+/).length > 2;
}
