/** Characters that are shown of a text from a file. */
const MAX_QUOTED = 160;

/**
 * A text from a file as inline code, so that nothing in it is read as Markdown, pings, hides or turns around: without
 * backticks, control, zero-width and direction characters, and cut where it is long.
 */
export function quote(text: string, max = MAX_QUOTED): string {
  return `\`${harmless(text, max) || ' '}\``;
}

/** The same without the marks of code, for places that show no Markdown. */
export function harmless(text: string, max = MAX_QUOTED): string {
  const visible = text
    .slice(0, max * 4)
    .replace(/[\p{C}\u2028\u2029]/gu, ' ')
    .replace(/`/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  const cut = visible.length > max ? `${visible.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…` : visible;
  return cut.replace(MENTION, '＠').replace(/\|\|/g, '| |');
}

/** A statement without its marks of code and of weight, the only ones that statements have; what is quoted stays. */
export function bare(markdown: string): string {
  return markdown.replace(/`([^`]*)`|\*\*/g, '$1');
}

// --- internal ---

// Inside code nothing pings, but the text may be copied elsewhere: a wide @ looks the same and means nothing.
const MENTION = /@(?=everyone|here|[&!\d])/gi;
