const ELLIPSIS = '…';

/** Shortens a text to a number of characters, with an ellipsis, without splitting a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const end = max - ELLIPSIS.length;
  return text.slice(0, isLowSurrogate(text, end) ? end - 1 : end).trimEnd() + ELLIPSIS;
}

/**
 * Shortens Markdown to a number of characters at the end of a sentence or line, never inside a fenced block: a block
 * that doesn't fit is left out whole.
 */
export function cutMarkdown(text: string, max: number): string {
  if (text.length <= max) return text;
  const ends = [...text.matchAll(/(?<=[.!?:][)\]"'*]*)(?=\s)|\n/gu)].map(({ index }) => index);
  const end = ends.filter((at) => at <= max - ELLIPSIS.length && !insideFence(text, at)).at(-1) ?? 0;
  return end > 0 ? `${text.slice(0, end).trimEnd()}${ELLIPSIS}` : cut(text.split('```')[0] ?? '', max);
}

// --- internal ---

function isLowSurrogate(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '');
}

function insideFence(text: string, at: number): boolean {
  return (text.slice(0, at).match(/```/g)?.length ?? 0) % 2 === 1;
}
