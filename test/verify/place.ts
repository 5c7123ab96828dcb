import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OOLONG, SPECIFICATION } from '../knowledge/made-up.ts';

/** The commit at which the sources of these tests were read. */
export const OLD = 'a'.repeat(40);
export const PAGE = '---\ntitle: x\n---\n# Page\n\n## Water\n\n## Time & taste\n';
export const QUICK = { maxBytes: 1_000_000, timeout: 500, retries: 2, minTimeout: 10 };

/** Writes a topic with one source for each id, given by its fields; each is cited at #water. */
export async function writeTopic(dir: string, sources: Record<string, string>): Promise<void> {
  const yaml = Object.entries(sources).map(([id, fields]) => `${id}: { title: ${id}, ${fields}, anchors: [water] }\n`);
  await mkdir(join(dir, 'tea/guides'), { recursive: true });
  await writeFile(join(dir, 'tea.md'), SPECIFICATION);
  await writeFile(join(dir, 'tea/sources.yaml'), `# kept comment\n${yaml.join('')}`);
  const claims = Object.keys(sources).map((id) => `Fact.[^${id}#water]`);
  await writeFile(join(dir, 'tea/guides/oolong.md'), OOLONG.replace(/Oolong takes.*\n/, `${claims.join('\n\n')}\n`));
}

/** The fields of a source that is a file of example/tea, read at `commit`; its page is on a site. */
export function file(path: string, commit = OLD): string {
  return `url: "https://docs.example/${path}", repo: example/tea, path: ${path}, verified: { date: 2026-01-01, commit: ${commit} }`;
}

/** The same with an address on GitHub, at a tag or branch. */
export function fileAt(ref: string, path: string): string {
  return file(path).replace('docs.example', `github.com/example/tea/blob/${ref}`);
}
