import type { RootContent } from 'mdast';
import { toString as plain } from 'mdast-util-to-string';
import { type Chapter, parseMarkdown, toChapters, toRows } from './markdown.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFile, Relationship, Source, Specification, Verified } from './types.ts';

/** The relationship types of a specification, in the order in which they are shown. */
const RELATIONSHIPS = ['Enables', 'Conflicts with', 'Alternative to', 'Prerequisite', 'Synergistic with'];

/** Parses a topic specification; every missing part is reported. */
export function parseSpecification({ path, text }: KnowledgeFile, problems: Problems): Specification {
  const chapters = new Map(toChapters(parseMarkdown(text)).map((chapter) => [chapter.heading, chapter]));
  const id = path.replace(/\.md$/, '');
  const metadata = Object.fromEntries(table('Metadata', ['Property', 'Value']).map(([key, value]) => [key, value]));
  checkMetadata(metadata, id, path, problems);
  return {
    id,
    name: metadata.Name ?? id,
    description: paragraphs('Feature Description'),
    metadata,
    relationships: toRelationships(table('Relationships', ['Type', 'Target']), path, problems),
    official: pages('Official Sources', 'official'),
    primary: files('Primary Sources'),
    secondary: pages('Secondary Sources', 'secondary'),
  };

  function paragraphs(heading: string): string {
    const text = chapter(heading)?.nodes.map((node) => plain(node)) ?? [];
    if (text.length === 0) problems.add(path, `"${heading}"`, 'the section is missing or empty', 'Describe the topic.');
    return text.join('\n\n');
  }

  function table(heading: string, header: string[]): string[][] {
    const rows = chapter(heading)?.nodes.flatMap((node: RootContent) => toRows(node)) ?? [];
    const [first, ...rest] = rows;
    if (first && header.every((name, column) => first[column] === name)) return rest;
    problems.add(
      path,
      `"${heading}"`,
      `the table ${header.join(' | ')} is missing`,
      `Add a section "## ${heading}" with a table of these columns.`,
    );
    return [];
  }

  function pages(heading: string, prefix: string): Source[] {
    return table(heading, ['URL', 'Type', 'Description', 'Last Verified']).map(
      ([url = '', , title = '', verified = ''], index) =>
        toSource(`${prefix}-${index + 1}`, title, url, null, null, toVerified(verified)),
    );
  }

  function files(heading: string): Source[] {
    return table(heading, ['Repo', 'Path', 'Description', 'Last Verified']).map(
      ([repo = '', file = '', title = '', verified = ''], index) => {
        const url = `https://github.com/${repo}/blob/main/${file}`;
        return toSource(`primary-${index + 1}`, title, url, repo, file, toVerified(verified));
      },
    );
  }

  function chapter(heading: string): Chapter | undefined {
    return chapters.get(heading);
  }
}

// --- internal ---

function toRelationships(rows: string[][], path: string, problems: Problems): Relationship[] {
  for (const [type] of rows)
    if (!RELATIONSHIPS.includes(type ?? ''))
      problems.add(path, '"Relationships"', `"${type}" is not a type`, `Use one of: ${RELATIONSHIPS.join(', ')}.`);
  return rows.map(([type = '', targets = '']) => ({ type, targets: splitTargets(targets) }));
}

/** Commas separate targets, but not those inside parentheses. */
function splitTargets(cell: string): string[] {
  return cell
    .split(/,(?![^(]*\))/)
    .map((target) => target.trim())
    .filter(Boolean);
}

function checkMetadata(metadata: Record<string, string>, id: string, path: string, problems: Problems): void {
  for (const key of ['Name', 'ID'])
    if (!metadata[key]) problems.add(path, '"Metadata"', `the row ${key} is missing`, `Add "| ${key} | ... |".`);
  if (metadata.ID && metadata.ID !== id)
    problems.add(path, '"Metadata"', `the ID is "${metadata.ID}"`, `Name the file ${metadata.ID}.md.`);
}

function toVerified(cell: string): Verified | null {
  const [date, commit] = cell.split(/\s+/);
  return date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date, commit: commit ?? null } : null;
}

function toSource(
  id: string,
  title: string,
  url: string,
  repo: string | null,
  path: string | null,
  verified: Verified | null,
): Source {
  return { id, title, url, repo, path, verified, anchors: [] };
}
