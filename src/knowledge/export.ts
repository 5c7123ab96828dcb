import type { Claim, Entry, Source, SupportRow, Topic } from './types.ts';

/** A topic as other tools read it. */
export interface ExportedTopic {
  topic: { id: string; name: string; description: string; metadata: Record<string, string> };
  sources: Source[];
  entries: ReturnType<typeof exportEntry>[];
}

/** One topic gives one object, several give an array of them. */
export function exportTopics(topics: readonly Topic[]): ExportedTopic | ExportedTopic[] {
  const exported = topics.map(exportTopic);
  const [only] = exported;
  return only && exported.length === 1 ? only : exported;
}

// --- internal ---

function exportTopic({ id, name, specification, sources, entries }: Topic): ExportedTopic {
  const { description, metadata } = specification;
  return {
    topic: { id, name, description, metadata },
    sources: Object.values(sources),
    entries: entries.map(exportEntry),
  };
}

function exportEntry(entry: Entry) {
  const { id, kind, title, aliases, code, package: name, property, default: value, since, support, sections } = entry;
  const named = Object.entries({ code, package: name, property, default: value, since }).filter(
    ([, text]) => text !== null,
  );
  return {
    id,
    kind,
    title,
    aliases,
    ...Object.fromEntries(named),
    support: support.map(exportRow),
    sections: sections.map(({ heading, claims }) => ({ heading, claims: claims.map(exportClaim) })),
  };
}

function exportRow({ note, ...row }: SupportRow) {
  return { ...row, note: note && exportClaim(note) };
}

function exportClaim({ text, citations, code }: Claim) {
  return {
    text,
    citations: citations.map(({ source, anchor, url }) => ({ source, anchor, url })),
    ...(code ? { code } : {}),
  };
}
