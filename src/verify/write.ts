import { isScalar, parseDocument } from 'yaml';
import { Problems } from '../knowledge/problems.ts';
import { parseSpecification } from '../knowledge/specification.ts';
import type { KnowledgeFile, Source, Topic } from '../knowledge/types.ts';
import type { Checked } from './check.ts';

/** `sources.yaml` with the date and commit of what was verified; all else stays as it is, to the letter. */
export function writeSources(yaml: string, checked: readonly Checked[], date: string): string {
  const document = parseDocument(yaml);
  const edits: Edit[] = [];
  for (const { source, finding } of checked) {
    if (finding.state !== 'verified' || !document.has(source.id)) continue;
    const values = { date, commit: finding.commit ?? source.verified?.commit ?? null };
    for (const [key, value] of Object.entries(values)) {
      const node = document.getIn([source.id, 'verified', key], true);
      if (value === null) continue;
      if (isScalar(node) && node.range) edits.push({ from: node.range[0], to: node.range[1], text: value });
      else edits.push({ path: [source.id, 'verified', key], text: value });
    }
  }
  return addMissing(replaceInPlace(yaml, edits), edits);
}

/** The specification with its "Last Verified" column brought up to date; nothing else in it changes. */
export function writeSpecification(
  file: KnowledgeFile,
  topic: Topic,
  checked: readonly Checked[],
  date: string,
): string {
  const findings = new Map(checked.map(({ source, finding }) => [source.id, finding]));
  // The topic knows some of these pages by another address, so the rows are looked up as they are written.
  const written = parseSpecification(file, new Problems());
  const lists = ['official', 'primary', 'secondary'] as const;
  const rows = lists.flatMap((list) =>
    written[list].map((row, index) => [row, topic.specification[list][index]] as const),
  );
  return rows.reduce((text, [row, source]) => {
    const finding = source && findings.get(source.id);
    if (finding?.state !== 'verified') return text;
    return replaceCell(text, row, finding.commit ? `${date} ${finding.commit.slice(0, 12)}` : date);
  }, file.text);
}

// --- internal ---

/** A value that stands in the text already, or one to be added at a path. */
type Edit = { from: number; to: number; text: string } | { path: string[]; text: string };

function replaceInPlace(yaml: string, edits: readonly Edit[]): string {
  const standing = edits.filter((edit) => 'from' in edit).sort((a, b) => b.from - a.from);
  return standing.reduce((text, { from, to, text: value }) => text.slice(0, from) + value + text.slice(to), yaml);
}

function addMissing(yaml: string, edits: readonly Edit[]): string {
  const missing = edits.filter((edit) => 'path' in edit);
  if (missing.length === 0) return yaml;
  const document = parseDocument(yaml);
  for (const { path, text } of missing) document.setIn(path, text);
  return document.toString({ lineWidth: 0 });
}

/** Replaces the last cell of the row that names the source. */
function replaceCell(markdown: string, { url, repo, path }: Source, cell: string): string {
  const lines = markdown.split('\n').map((line) => {
    const cells = line.split('|').map((text) => text.trim());
    const isRow = repo && path ? cells[1] === repo && cells[2] === path : cells[1] === url;
    return isRow ? line.replace(/\|[^|]*\|(\s*)$/, `| ${cell} |$1`) : line;
  });
  return lines.join('\n');
}
