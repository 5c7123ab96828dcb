import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { exportTopics } from '../../knowledge/export.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import { readKnowledge } from '../../knowledge/read.ts';
import { RULES, TIDY_RULES } from '../../knowledge/rules/index.ts';
import { uncitedSources } from '../../knowledge/rules/sources.ts';
import { frontMatterSchema } from '../../knowledge/schema.ts';
import { parseKnowledge } from '../../knowledge/topic.ts';

/** `knowledge lint`: says that all is well, or throws the error that names every problem. */
export async function runLint(dir: string): Promise<string> {
  const topics = await loadKnowledge(dir, [...RULES, ...TIDY_RULES]);
  const counts = topics.map(({ id, entries, sources }) => {
    return `${id}: ${entries.length} entries, ${Object.keys(sources).length} sources, no problems`;
  });
  return `${counts.join('\n')}\n`;
}

/** `knowledge fix`: takes sources that nobody cites out of sources.yaml, and touches nothing else. */
export async function runFix(dir: string): Promise<string> {
  const { topics } = parseKnowledge((await readKnowledge(dir)).files);
  const removed = await Promise.all(
    topics.map((topic) => removeSources(join(dir, topic.id, 'sources.yaml'), uncitedSources(topic))),
  );
  const count = removed.flat().length;
  return count === 0
    ? 'Nothing to mend in the knowledge\n'
    : `Sources that nobody cites, removed: ${removed.flat().join(', ')}\n`;
}

/** `knowledge export`: the whole database as one JSON document; returns what is for standard output. */
export async function runExport(dir: string, out?: string): Promise<string> {
  const json = `${JSON.stringify(exportTopics(await loadKnowledge(dir)), null, 2)}\n`;
  if (!out) return json;
  await writeFile(out, json);
  return `Written to ${out}\n`;
}

/** `knowledge schema`: the JSON Schema of an entry's front matter, for editors. */
export function runSchema(): string {
  return `${JSON.stringify(frontMatterSchema(), null, 2)}\n`;
}

// --- internal ---

async function removeSources(file: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return ids;
  const document = parseDocument(await readFile(file, 'utf8'));
  for (const id of ids) document.delete(id);
  await writeFile(file, document.toString({ lineWidth: 0 }));
  return ids;
}
