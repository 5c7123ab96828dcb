import type { List, RootContent } from 'mdast';
import { resolveCitation, splitAtMarks } from './citations.ts';
import { lineOf, parseMarkdown, toChapters, toPlain } from './markdown.ts';
import type { Problems } from './problems.ts';
import type { Citation, Claim, Section, Source } from './types.ts';

/** Where a body stands and what it may cite. */
export interface BodyContext {
  file: string;
  /** Line of the file on which the body begins. */
  line: number;
  sources: Record<string, Source>;
  problems: Problems;
}

/** Turns the body of an entry into sections of cited claims; reports whatever is uncited or not of the form. */
export function parseBody(body: string, context: BodyContext): Section[] {
  const chapters = toChapters(parseMarkdown(body));
  return chapters
    .map(({ heading, nodes }) => ({ heading, claims: parseClaims(nodes, body, context) }))
    .filter(({ heading, claims }) => heading !== null || claims.length > 0);
}

/** The claims of one run of Markdown, such as a note; every one must end with a citation. */
export function parseSentences(
  markdown: string,
  lead: Claim['lead'],
  at: { file: string; line: number | string },
  context: Pick<BodyContext, 'sources' | 'problems'>,
): Claim[] {
  return splitAtMarks(markdown).map(({ text, marks }, index) => {
    if (marks.length === 0)
      context.problems.add(
        at.file,
        at.line,
        `no citation closes "${shorten(text)}"`,
        'End it with [^source#anchor], or move it before a citation that covers it.',
      );
    const citations = marks.map((mark) => resolveCitation(mark, context.sources, at, context.problems));
    return {
      text,
      plain: toPlain(text),
      citations: citations.filter((citation): citation is Citation => citation !== null),
      lead: index === 0 ? lead : 'continued',
    };
  });
}

// --- internal ---

function parseClaims(nodes: RootContent[], body: string, context: BodyContext): Claim[] {
  const claims: Claim[] = [];
  for (const node of nodes) {
    if (node.type === 'code') attachCode(node, claims, context);
    else claims.push(...parseBlock(node, body, context));
  }
  return claims;
}

/** Blocks in a row belong together and are shown as one. */
function attachCode(node: RootContent & { type: 'code' }, claims: Claim[], context: BodyContext): void {
  const last = claims.at(-1);
  if (last) {
    last.code = last.code
      ? { ...last.code, value: `${last.code.value}\n\n${node.value}` }
      : { lang: node.lang ?? '', value: node.value };
    return;
  }
  const line = lineOf(node) + context.line - 1;
  const fix = 'Say what it does, with its citation, in the paragraph before.';
  context.problems.add(context.file, line, 'a code block stands without a sentence before it', fix);
}

function parseBlock(node: RootContent, body: string, context: BodyContext): Claim[] {
  if (node.type === 'paragraph') return cited(node, 'paragraph', body, context);
  if (node.type === 'list' && node.children.every(isOneParagraph)) return listItems(node, body, context);
  context.problems.add(
    context.file,
    lineOf(node) + context.line - 1,
    `a ${node.type} is not part of the form`,
    'Use paragraphs, flat lists, level-two headings and fenced code.',
  );
  return [];
}

function listItems(list: List, body: string, context: BodyContext): Claim[] {
  return list.children.flatMap((item) => item.children.flatMap((child) => cited(child, 'item', body, context)));
}

function isOneParagraph(item: List['children'][number]): boolean {
  return item.children.length === 1 && item.children[0]?.type === 'paragraph';
}

function cited(node: RootContent, lead: Claim['lead'], body: string, context: BodyContext): Claim[] {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset).replace(/\s*\n\s*/g, ' ');
  return parseSentences(source, lead, { file: context.file, line: lineOf(node) + context.line - 1 }, context);
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
