import GithubSlugger from 'github-slugger';
import { Parser } from 'htmlparser2';
import type { RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { splitFrontMatter } from '../knowledge/frontmatter.ts';
import { parseMarkdown } from '../knowledge/markdown.ts';

/** Whether the headings of a file can be told. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}

/** The anchors of a Markdown page as its site makes them: of its headings, and those that its HTML names. */
export function anchorsOfMarkdown(markdown: string): Set<string> {
  const { body } = splitFrontMatter(markdown.replace(BYTE_ORDER_MARKS, ''));
  const slugger = new GithubSlugger();
  const anchors = new Set<string>();
  const visit = (node: RootContent): void => {
    if (node.type === 'heading') anchors.add(slugger.slug(plain(node, { includeHtml: false })));
    if (node.type === 'html') for (const id of anchorsOfHtml(node.value)) anchors.add(id);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  for (const node of parseMarkdown(body).children) visit(node);
  return anchors;
}

/** Some editors put one, or even two, before the first heading. */
const BYTE_ORDER_MARKS = /^\uFEFF+/;

/** The ids and names that a rendered page has. GitHub puts `user-content-` before those of a document. */
export function anchorsOfHtml(html: string): Set<string> {
  const anchors = new Set<string>();
  const parser = new Parser({
    onopentag(_name, { id, name }) {
      for (const anchor of [id, name]) if (anchor) anchors.add(anchor.replace(/^user-content-/, ''));
    },
  });
  parser.end(html);
  return anchors;
}
