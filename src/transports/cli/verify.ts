import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config.ts';
import { loadKnowledge } from '../../knowledge/load.ts';
import type { Topic } from '../../knowledge/types.ts';
import type { Checked, PageReader } from '../../verify/check.ts';
import { FETCH_DEFAULTS, type FetchOptions } from '../../verify/fetch.ts';
import { createLocalReader } from '../../verify/local.ts';
import { createRemoteReader, type Memory } from '../../verify/remote.ts';
import { renderAges, renderReport } from '../../verify/report.ts';
import { pagesOf, verifyTopic } from '../../verify/verify.ts';
import { writeSources, writeSpecification } from '../../verify/write.ts';
import { createProgress } from './progress.ts';

export interface VerifyFlags {
  docs?: string;
  write?: boolean;
  offline?: boolean;
}

type Places = Pick<Config, 'KNOWLEDGE_DIR' | 'CACHE_DIR' | 'VERIFY_RAW_URL' | 'VERIFY_API_URL' | 'VERIFY_SITE_URL'>;

/** `knowledge verify`: the report, and whether nothing is moved, missing or lost. */
export async function runVerify(
  places: Places,
  flags: VerifyFlags,
  progress: NodeJS.WriteStream,
  options: FetchOptions = FETCH_DEFAULTS,
): Promise<{ text: string; ok: boolean }> {
  const topics = await loadKnowledge(places.KNOWLEDGE_DIR);
  if (flags.offline && !flags.docs) return { text: topics.map(renderAges).join('\n'), ok: true };
  const memoryFile = join(places.CACHE_DIR, 'verify.json');
  const memory = await readMemory(memoryFile);
  const read = flags.docs ? await createLocalReader(flags.docs) : createRemoteReader(basesOf(places), memory, options);
  const checked: Checked[] = [];
  for (const topic of topics) {
    const found = await verifyWithProgress(topic, read, progress);
    if (flags.write) await writeTopic(places.KNOWLEDGE_DIR, topic, found);
    checked.push(...found);
  }
  if (!flags.docs) await writeMemory(places.CACHE_DIR, memoryFile, memory);
  return renderReport(checked);
}

// --- internal ---

function basesOf({ VERIFY_RAW_URL, VERIFY_API_URL, VERIFY_SITE_URL }: Places) {
  return { raw: VERIFY_RAW_URL, api: VERIFY_API_URL, site: VERIFY_SITE_URL ?? null };
}

async function verifyWithProgress(topic: Topic, read: PageReader, stream: NodeJS.WriteStream): Promise<Checked[]> {
  const progress = createProgress(stream, { label: topic.name, total: pagesOf(topic).length, unit: 'pages' });
  try {
    return await verifyTopic(topic, read, () => progress.add(1));
  } finally {
    progress.stop();
  }
}

async function writeTopic(dir: string, topic: Topic, checked: readonly Checked[]): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const sources = join(dir, topic.id, 'sources.yaml');
  const yaml = await readFile(sources, 'utf8').catch(() => null);
  if (yaml !== null) await writeFile(sources, writeSources(yaml, checked, today));
  const path = `${topic.id}.md`;
  const specification = { path, text: await readFile(join(dir, path), 'utf8') };
  await writeFile(join(dir, path), writeSpecification(specification, topic, checked, today));
}

async function readMemory(file: string): Promise<Memory> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return {};
  }
}

async function writeMemory(dir: string, file: string, memory: Memory): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(file, JSON.stringify(memory));
}
