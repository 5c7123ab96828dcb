import type { Conditions } from '../src/answer/conditions.ts';
import type { Knowledge } from '../src/answer/knowledge.ts';
import { titleOf } from '../src/answer/knowledge.ts';
import type { Choice, TextOption } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import type { Entry } from '../src/knowledge/types.ts';

/** More suggestions are read by nobody; transports cut what else is too much for them. */
const MAX_CHOICES = 25;

/** The .NET version that an answer is for. */
export const dotnet = {
  type: 'text',
  description: 'The .NET version, such as 8 or net8.0; the newest released one by default',
  maxLength: 20,
  complete: (_typed, { topics }) => versionChoices(topics[0]?.vocabulary.releases),
} as const satisfies TextOption;

/** Reads a version option: `8`, `8.0`, `.NET 8`, `net8.0`. */
export function readDotnet(value: string | undefined): Pick<Conditions, 'dotnet'> {
  if (value === undefined || value.trim() === '') return { dotnet: null };
  const match = /^(?:\.?net|dotnet)?\s*(?:core)?\s*v?(\d{1,2})(?:\.\d+){0,2}(?:-[\w.]+)?$/i.exec(value.trim());
  if (!match?.[1]) throw new UserError(`"${value.slice(0, 40)}" is not a .NET version. Write 8, 8.0 or net8.0.`);
  return { dotnet: match[1] };
}

/** The entry that a suggestion or a button stands for; undefined for free text. Throws if the entry is no more. */
export function findEntry(text: string, { search, topics }: Knowledge): Entry | undefined {
  const entry = search.byId.get(text);
  const isId = topics.some(({ id }) => text.startsWith(`${id}/`)) && !/\s/.test(text);
  if (!entry && isId) throw new UserError('That answer is not there any more. Please ask again.');
  return entry;
}

/** Suggests entries: by their names as typed, or the most asked ones before anything is typed. */
export function suggestEntries(typed: string, knowledge: Knowledge, accept: (entry: Entry) => boolean): Choice[] {
  const entries = typed.trim() === '' ? popular(knowledge, accept) : matching(typed, knowledge, accept);
  return entries.slice(0, MAX_CHOICES).map((entry) => ({ name: titleOf(entry), value: entry.id }));
}

/** Suggests the topics that are known. */
export function suggestTopics(typed: string, { topics }: Knowledge): Choice[] {
  const fitting = topics.filter(({ name, id }) => `${name} ${id}`.toLowerCase().includes(typed.trim().toLowerCase()));
  return fitting.slice(0, MAX_CHOICES).map(({ id, name }) => ({ name, value: id }));
}

// --- internal ---

function versionChoices(releases: { first: string; newest: string; preview: string | null } | undefined): Choice[] {
  if (!releases) return [];
  const last = Number(releases.preview ?? releases.newest);
  const versions = Array.from({ length: last - Number(releases.first) + 1 }, (_, index) => String(last - index));
  return versions.slice(0, MAX_CHOICES).map((value) => ({ name: `.NET ${value}`, value }));
}

function popular({ topics, search }: Knowledge, accept: (entry: Entry) => boolean): Entry[] {
  const ids = topics.flatMap(({ id, vocabulary }) => vocabulary.popular.map((reference) => `${id}/${reference}`));
  const first = ids.flatMap((id) => search.byId.get(id) ?? []).filter(accept);
  return first.length > 0 ? first : search.entries.filter(accept);
}

function matching(typed: string, { search }: Knowledge, accept: (entry: Entry) => boolean): Entry[] {
  const start = typed.trim().toLowerCase();
  const begins = search.entries.filter((entry) => accept(entry) && titleOf(entry).toLowerCase().startsWith(start));
  const found = search.suggest(typed, accept);
  return [...new Set([...begins, ...found])];
}
