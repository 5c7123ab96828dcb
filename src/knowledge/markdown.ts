import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as plain } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Parses Markdown with GitHub's tables. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** The text that a reader sees. */
export function toPlain(markdown: string): string {
  return plain(parseMarkdown(markdown));
}

/** A heading of level two and what stands below it. */
export interface Chapter {
  heading: string | null;
  line: number;
  nodes: RootContent[];
}

/** Cuts a document at its headings of level two; what stands before the first has none. */
export function toChapters(root: Root): Chapter[] {
  const chapters: Chapter[] = [{ heading: null, line: 1, nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 2)
      chapters.push({ heading: plain(node), line: lineOf(node), nodes: [] });
    else chapters.at(-1)?.nodes.push(node);
  }
  return chapters;
}

/** The rows of a table, header first, as plain text; none for any other node. */
export function toRows(node: RootContent): string[][] {
  if (node.type !== 'table') return [];
  return node.children.map((row) => row.children.map((cell) => plain(cell).trim()));
}

export function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1;
}
