import { parseBody, parseSentences } from './body.ts';
import { parseYaml, splitFrontMatter } from './frontmatter.ts';
import type { Problems } from './problems.ts';
import { type FrontMatter, frontMatter } from './schema.ts';
import type { Entry, Kind, KnowledgeFile, Source, SupportRow } from './types.ts';

/** Parses one entry file, `<topic>/<kind>/<slug>.md`; null if its front matter can't be used. */
export function parseEntry(
  { path, text }: KnowledgeFile,
  kind: Kind,
  sources: Record<string, Source>,
  problems: Problems,
): Entry | null {
  const { yaml, body, bodyLine } = splitFrontMatter(text);
  if (yaml === null) {
    problems.add(path, 1, 'there is no front matter', 'Begin the file with ---, a title, and --- again.');
    return null;
  }
  const front = parseYaml(frontMatter, yaml, path, problems, 2);
  if (!front) return null;
  const topic = path.slice(0, path.indexOf('/'));
  return {
    id: path.replace(/\.md$/, ''),
    kind,
    title: front.title,
    aliases: front.aliases,
    asks: front.asks,
    code: front.code ?? null,
    package: front.package ?? null,
    property: front.property ?? null,
    default: front.default ?? null,
    since: front.since ?? null,
    support: front.support.map((row, index) => toRow(row, { file: path, line: `field support.${index}.note` })),
    instead: front.instead.map((reference) => `${topic}/${reference}`),
    related: front.related.map((reference) => `${topic}/${reference}`),
    sections: parseBody(body, { file: path, line: bodyLine, sources, problems }),
    file: path,
  };

  function toRow(row: FrontMatter['support'][number], at: { file: string; line: string }): SupportRow {
    const notes = row.note ? parseSentences(row.note, 'paragraph', at, { sources, problems }) : [];
    if (notes.length > 1)
      problems.add(at.file, at.line, 'a note is one cited run of sentences', 'Put its citations at the end.');
    return {
      ...row,
      note: notes[0] ?? null,
      version: row.version ?? null,
      evidence: row.evidence ?? null,
      asOf: row.asOf ?? null,
    };
  }
}
