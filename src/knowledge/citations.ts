import type { Problems } from './problems.ts';
import type { Citation, Source } from './types.ts';

/** `[^source#anchor]` */
const MARK = /\[\^([^\]#\s]+)(?:#([^\]\s]+))?\]/g;
const INLINE_CODE = /(`+)[\s\S]*?\1/g;

/** Text up to and including a run of citation marks. */
export interface Cited {
  text: string;
  marks: { source: string; anchor: string | null }[];
}

/** Cuts Markdown behind each run of citation marks; a tail without a mark comes last, with no marks. */
export function splitAtMarks(markdown: string): Cited[] {
  const parts: Cited[] = [];
  let start = 0;
  for (const mark of findMarks(markdown)) {
    const text = markdown.slice(start, mark.start).trim();
    const last = parts.at(-1);
    if (text === '' && last) last.marks.push(mark);
    else parts.push({ text, marks: [mark] });
    start = mark.end;
  }
  const tail = markdown.slice(start).trim();
  if (tail) parts.push({ text: tail, marks: [] });
  return parts.map(({ text, marks }) => ({ text, marks: marks.map(({ source, anchor }) => ({ source, anchor })) }));
}

/** The citation of a heading; reports an unknown source or anchor. */
export function resolveCitation(
  { source: id, anchor }: { source: string; anchor: string | null },
  sources: Record<string, Source>,
  at: { file: string; line: number | string },
  problems: Problems,
): Citation | null {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (!source) {
    if (!problems.has(`${at.file.split('/')[0]}/sources.yaml`))
      problems.add(at.file, at.line, `the source "${id}" is not in sources.yaml`, 'Add it there, or correct the name.');
    return null;
  }
  if (anchor !== null && !source.anchors.includes(anchor)) {
    const known = source.anchors.slice(0, 8).join(', ') || 'none';
    problems.add(at.file, at.line, `the source "${id}" has no anchor "${anchor}"`, `It has: ${known}.`);
    return null;
  }
  return toCitation(source, anchor);
}

export function toCitation(source: Source, anchor: string | null): Citation {
  const { id, title, url, repo, path, verified } = source;
  return { source: id, anchor, title, url: anchor ? `${url}#${anchor}` : url, repo, path, verified };
}

// --- internal ---

function findMarks(markdown: string): { start: number; end: number; source: string; anchor: string | null }[] {
  const code = [...markdown.matchAll(INLINE_CODE)].map((m) => [m.index, m.index + m[0].length] as const);
  return [...markdown.matchAll(MARK)]
    .filter((m) => !code.some(([from, to]) => m.index >= from && m.index < to))
    .map((m) => ({ start: m.index, end: m.index + m[0].length, source: m[1] ?? '', anchor: m[2] ?? null }));
}
