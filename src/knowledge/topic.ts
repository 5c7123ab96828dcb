import { deriveEntries } from './derived.ts';
import { parseEntry } from './entry.ts';
import { parseYaml } from './frontmatter.ts';
import { Problems } from './problems.ts';
import { RULES } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { sourcesFile, tellsFile, vocabularyFile } from './schema.ts';
import { parseSpecification } from './specification.ts';
import {
  type Entry,
  KINDS,
  type KnowledgeFile,
  type Problem,
  type Source,
  type Specification,
  type Topic,
} from './types.ts';

/**
 * Turns the files of a knowledge folder into its topics and everything that is wrong with them. A file `<id>.md` is a
 * topic's specification; the folder `<id>/` holds its entries.
 */
export function parseKnowledge(
  files: readonly KnowledgeFile[],
  rules: readonly Rule[] = RULES,
): { topics: Topic[]; problems: Problem[] } {
  const problems = new Problems();
  const specifications = files.filter(({ path }) => isSpecification(path));
  const ids = specifications.map(({ path }) => path.replace(/\.md$/, ''));
  const topics = specifications.map((file) => parseTopic(file, files, rules, problems));
  if (topics.length === 0) problems.add('.', null, 'there is no topic', 'Put a specification <id>.md into the folder.');
  for (const { path } of files)
    if (!isSpecification(path) && path !== 'README.md' && !ids.includes(path.split('/')[0] ?? ''))
      problems.add(path, null, 'it belongs to no topic', 'Name its folder like a specification, or remove it.');
  return { topics, problems: problems.list };
}

// --- internal ---

/** What a topic's folder holds beside its entries. */
const LISTS: ReadonlySet<string> = new Set(['sources.yaml', 'vocabulary.yaml', 'tells.yaml']);

function isSpecification(path: string): boolean {
  return /^[^/]+\.md$/.test(path) && path !== 'README.md';
}

function parseTopic(
  file: KnowledgeFile,
  files: readonly KnowledgeFile[],
  rules: readonly Rule[],
  problems: Problems,
): Topic {
  const spec = parseSpecification(file, problems);
  const folder = files.filter(({ path }) => path.startsWith(`${spec.id}/`));
  const text = (name: string) => folder.find(({ path }) => path === `${spec.id}/${name}`)?.text ?? '';
  const cited = parseSources(text('sources.yaml'), `${spec.id}/sources.yaml`, problems);
  const vocabulary =
    parseYaml(vocabularyFile, text('vocabulary.yaml'), `${spec.id}/vocabulary.yaml`, problems) ??
    vocabularyFile.parse({});
  const written = folder.flatMap((entry) => parseFile(entry, spec.id, cited, problems) ?? []);
  const entries = [...written, ...deriveEntries(linkSpecification(spec, cited), cited, vocabulary, written)];
  const topic: Topic = {
    id: spec.id,
    name: spec.name,
    specification: linkSpecification(spec, cited),
    sources: cited,
    vocabulary,
    tells: parseYaml(tellsFile, text('tells.yaml'), `${spec.id}/tells.yaml`, problems) ?? {},
    entries,
  };
  for (const rule of rules) rule.check(topic, problems);
  return topic;
}

function parseSources(yaml: string, file: string, problems: Problems): Record<string, Source> {
  const parsed = parseYaml(sourcesFile, yaml, file, problems) ?? {};
  const entries = Object.entries(parsed).map(([id, { title, url, repo, path, verified, anchors }]) => {
    const age = verified ? { date: verified.date, commit: verified.commit ?? null } : null;
    return [id, { id, title, url, repo: repo ?? null, path: path ?? null, verified: age, anchors }] as const;
  });
  return Object.fromEntries(entries);
}

/** Pages of the specification that sources.yaml holds as well are known better there: age and anchors. */
function linkSpecification(spec: Specification, sources: Record<string, Source>): Specification {
  const known = new Map(
    Object.values(sources).flatMap((source) => keysOf(source).map((key) => [key, source] as const)),
  );
  const link = (source: Source): Source => {
    const better = keysOf(source)
      .map((key) => known.get(key))
      .find((found) => found !== undefined);
    return better ? { ...better, title: source.title } : source;
  };
  return {
    ...spec,
    official: spec.official.map(link),
    primary: spec.primary.map(link),
    secondary: spec.secondary.map(link),
  };
}

function keysOf({ url, repo, path }: Source): string[] {
  const page = url.replace('docs.microsoft.com', 'learn.microsoft.com').replace(/\/$/, '');
  return repo && path ? [`${repo}:${path}`, page] : [page];
}

function parseFile(
  file: KnowledgeFile,
  topic: string,
  sources: Record<string, Source>,
  problems: Problems,
): Entry | null {
  const [, folder, name, ...deeper] = file.path.split('/');
  if (folder && LISTS.has(folder)) return null;
  const kind = KINDS.find((known) => known === folder);
  if (kind && name && deeper.length === 0 && /^[a-z0-9][a-z0-9.+-]*\.md$/.test(name))
    return parseEntry(file, kind, sources, problems);
  problems.add(
    file.path,
    null,
    'it is not where an entry can be',
    `Use ${topic}/<kind>/<slug>.md, lower case, with one of the kinds ${KINDS.join(', ')}.`,
  );
  return null;
}
