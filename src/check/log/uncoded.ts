import { parseUncoded } from './diagnostic.ts';
import type { Diagnostic } from './types.ts';

// What linkers, shells and the runtime say without a code and often without the word "error".
const PHRASES = new RegExp(
  [
    /cannot find (?:-l|\S+\.o\b)/,
    /library not found for|framework not found|symbol\(s\) not found/,
    /undefined (?:reference|symbols?)|unresolved external/,
    /linker command failed|invalid linker name|linker not found|ld returned \d/,
    /unrecogni[sz]ed (?:emulation|command[- ]line option)|unable to recogni[sz]e the format/,
    /not found in PATH|is not recognized as an internal|command not found/,
    /cannot execute|exec format error|error while loading shared|cannot open shared object/,
    /version [`'"]?GLIBC|no usable version of|valid ICU package/,
    /unhandled exception|exception: |type initializer/,
    /the input line is too long|extra operand/,
    /segmentation fault|out of memory|^killed\b/,
    /is missing (?:metadata|native code|delegate|structure)/,
    /is not supported (?:on this platform|for native|by PublishAot)/,
    /requires Xcode|auto-linked library|-ld_classic/,
    /will always throw because/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Reads an error that has no code, from its severity or from its words. */
export function readUncoded(text: string): Diagnostic | null {
  if (GENERIC.test(text)) return null;
  const found = parseUncoded(text);
  if (found?.severity === 'error' && found.message) return found;
  if (PHRASES.test(text)) return { code: null, severity: found?.severity ?? 'message', origin: '', message: text };
  return found?.message ? found : null;
}

/** What a build server says when any step failed. */
const GENERIC =
  /completed with exit code|did not complete successfully|failed to (?:solve|compute)|dotnet command failed|^(?:error: )?(?:job failed|the process .{1,300} failed|build failed)|errors? occurred|powershell exited/i;

/** A cheap test whether a line can hold anything at all, so that the rest of a long log costs little. */
export function mayTell(line: string): boolean {
  return SIGN.test(line);
}

// --- internal ---

// A code (a letter and three digits), a word of a severity without a code, or one of the phrases' telling words.
const SIGN =
  /[A-Za-z]\d{3}|##|rror|erro|ehler|rreur|шибк|错误|錯誤|エラー|오류|not f|annot|ound in|undef|unrec|unres|linker|xception|recogni|GLIBC|ICU|missing|extra op|fault|illed|memory|too long|supported|Xcode|linked|classic|always th|usable|\([\d, ]{1,16}$|\(\d/;
