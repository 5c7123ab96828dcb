import { toCitation } from './citations.ts';
import { toPlain } from './markdown.ts';
import type { Claim, Entry, Kind, Source, Specification, SupportRow, Vocabulary } from './types.ts';

/**
 * The entries that a specification alone is worth: its description, a verdict for each conflict, a comparison for each
 * alternative, and so on. A written entry of the same name takes the place of a derived one.
 */
export function deriveEntries(
  spec: Specification,
  sources: Record<string, Source>,
  { releases }: Vocabulary,
  written: readonly Entry[],
): Entry[] {
  const taken = new Set(written.flatMap((entry) => namesOf(entry)));
  const context: Context = { spec, since: releases.first, cite: citeOfficial(spec, sources) };
  return [aboutTopic(context), ...spec.relationships.flatMap(({ type, targets }) => derive(type, targets, context))]
    .filter((entry): entry is Entry => entry !== null)
    .filter((entry) => !namesOf(entry).some((name) => taken.has(name)));
}

/** Every name that only one entry may have, folded for comparison. */
export function namesOf(entry: Entry): string[] {
  const names = [entry.title, entry.code, entry.package, entry.property, ...entry.aliases];
  return [...new Set(names.filter((name): name is string => name !== null).map((name) => name.toLowerCase()))];
}

// --- internal ---

interface Context {
  spec: Specification;
  since: string;
  cite: (text: string) => Claim;
}

function citeOfficial(spec: Specification, sources: Record<string, Source>): (text: string) => Claim {
  const first = spec.official[0] ?? spec.primary[0];
  const source = first && (sources[first.id] ?? first);
  const citations = source ? [toCitation(source, null)] : [];
  return (text) => ({ text, plain: toPlain(text), citations, lead: 'paragraph' });
}

function aboutTopic({ spec, cite }: Context): Entry {
  const paragraphs = spec.description.split('\n\n').filter(Boolean);
  return entryOf(spec, 'guides', `What is ${spec.name}?`, [spec.name], paragraphs.map(cite));
}

function derive(type: string, targets: string[], { spec, since, cite }: Context): (Entry | null)[] {
  const { name } = spec;
  const row = (status: SupportRow['status']): SupportRow[] => [
    { dotnet: since, status, note: null, os: [], arch: [], version: null, evidence: null, asOf: null },
  ];
  if (type === 'Prerequisite') {
    const needs = cite(`To use ${name} you need: ${targets.join('; ')}.`);
    return [entryOf(spec, 'prerequisites', `Prerequisites of ${name}`, targets, [needs])];
  }
  return targets.map((target) => {
    if (type === 'Conflicts with')
      return entryOf(
        spec,
        'compatibility',
        target,
        [],
        [cite(`${target} does not work with ${name}.`)],
        row('unsupported'),
      );
    if (type === 'Synergistic with')
      return entryOf(
        spec,
        'compatibility',
        target,
        [],
        [cite(`${target} works well together with ${name}.`)],
        row('supported'),
      );
    if (type === 'Alternative to')
      return entryOf(
        spec,
        'guides',
        `${name} or ${target}`,
        [`${name} vs ${target}`],
        [cite(`${name} is an alternative to ${target}.`)],
      );
    if (type === 'Enables') return entryOf(spec, 'guides', target, [], [cite(`${name} enables: ${target}.`)]);
    return null;
  });
}

function entryOf(
  spec: Specification,
  kind: Kind,
  title: string,
  aliases: string[],
  claims: Claim[],
  support: SupportRow[] = [],
): Entry {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const none = { code: null, package: null, property: null, default: null, since: null };
  return {
    ...none,
    id: `${spec.id}/${kind}/${slug}`,
    kind,
    title,
    aliases,
    asks: [],
    support,
    instead: [],
    related: [],
    sections: [{ heading: null, claims }],
    file: `${spec.id}.md`,
  };
}
