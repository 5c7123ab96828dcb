import { type Knowledge, topicOf } from '../../answer/knowledge.ts';
import { chooseRow } from '../../answer/verdict.ts';
import type { Claim, Entry, SupportRow } from '../../knowledge/types.ts';
import { firstVersionIn, isAtLeast } from './versions.ts';

/** Headings under which an entry says what to do. */
const REMEDY = /^(?:fix|do instead|causes and fixes|workaround|set up|commands|works)\b/i;

/** Finds the entries that a report is made from. */
export interface Entries {
  byCode(code: string): Entry | null;
  byPackage(id: string): Entry | null;
  byProperty(name: string): Entry | null;
  /** The first entry that exists, of ids without their topic, such as `properties/publishaot`. */
  byId(...ids: string[]): Entry | null;
  /** The diagnostic without a code whose words stand in a message. */
  byWords(message: string): Entry | null;
}

/** The index of a knowledge, made once: a report looks up many entries. */
export function entriesOf(knowledge: Knowledge): Entries {
  const known = INDEXES.get(knowledge);
  if (known) return known;
  const entries = createEntries(knowledge);
  INDEXES.set(knowledge, entries);
  return entries;
}

/** What an entry says first: what the thing is, or whether it works. */
export function meaningOf(entry: Entry): Claim | null {
  return entry.sections[0]?.claims[0] ?? null;
}

/**
 * What an entry says to do: of its remedies the one that speaks of what the message speaks of, or else the first. A code
 * block that follows later in the list comes along where the remedy leans on it.
 */
export function remedyOf(entry: Entry, message = ''): Claim | null {
  const claims = entry.sections.find(({ heading }) => heading && REMEDY.test(heading))?.claims ?? [];
  const words = wordsOf(message);
  const score = ({ text }: Claim) => [...wordsOf(text)].filter((word) => words.has(word)).length;
  const [first, ...others] = claims.filter(({ lead }) => lead !== 'continued');
  if (!first) return null;
  // The first remedy is the usual one: another must fit clearly better to be told instead.
  const fitting = others.filter(
    (claim) => !/^(?:or|otherwise)\b/i.test(claim.text) && score(claim) >= score(first) + 2,
  );
  const chosen = fitting.reduce((best, claim) => (score(claim) > score(best) ? claim : best), fitting[0] ?? first);
  if (chosen.code || !/\bbelow\b|:$/.test(chosen.text)) return chosen;
  const code = claims.find((claim) => claim.code)?.code;
  return code ? { ...chosen, code } : chosen;
}

/** The first claim that speaks of something, or else the first of all. */
export function claimAbout(entry: Entry, subject: RegExp): Claim | null {
  const claims = entry.sections.flatMap((section) => section.claims);
  return claims.find(({ text }) => subject.test(text)) ?? meaningOf(entry);
}

/** The row of a package's entry that holds for a version of the package and of .NET; null where none does. */
export function rowFor(entry: Entry, version: string, dotnet: string | null, knowledge: Knowledge): SupportRow | null {
  const { first, newest } = topicOf(entry, knowledge).vocabulary.releases;
  const wanted = String(Math.max(Number(dotnet ?? newest), Number(first)));
  const rows = entry.support.filter((row) => Number(row.dotnet) <= Number(wanted));
  if (rows.length === 0) return olderThanAll(entry.support);
  const known = firstVersionIn(version);
  const holding = rows.filter((row) => !row.version || !known || isAtLeast(known, row.version));
  if (holding.length === 0) return olderThanAll(rows);
  const newestOf = (a: SupportRow, b: SupportRow) => (isAtLeast(b.version ?? '0', a.version ?? '0') ? b : a);
  const latest = holding.reduce(newestOf).version;
  const same = holding.filter((row) => row.version === latest);
  return chooseRow(same, { dotnet: wanted, os: null, arch: null });
}

// --- internal ---

const INDEXES = new WeakMap<Knowledge, Entries>();

function createEntries({ topics, search }: Knowledge): Entries {
  const index = (key: (entry: Entry) => readonly (string | null)[]) => {
    const pairs = search.entries.flatMap((entry) =>
      key(entry).map((name) => [name?.toLowerCase() ?? '', entry] as const),
    );
    // The first entry wins, so that an alias can't take a name away from its owner.
    return new Map(pairs.filter(([name]) => name).reverse());
  };
  const diagnostics = search.entries.filter(({ kind }) => kind === 'diagnostics');
  const codes = index(({ kind, code, aliases }) => (kind === 'diagnostics' ? [code, ...aliases.filter(isCode)] : []));
  const packages = index((entry) => [entry.package]);
  const properties = index((entry) => [entry.property]);
  const phrases = phrasesOf(diagnostics);
  return {
    byCode: (code) => codes.get(code.toLowerCase()) ?? null,
    byPackage: (id) => packages.get(id.toLowerCase()) ?? null,
    byProperty: (name) => properties.get(name.toLowerCase()) ?? null,
    byId: (...ids) =>
      ids.flatMap((id) => topics.flatMap((topic) => search.byId.get(`${topic.id}/${id}`) ?? [])).at(0) ?? null,
    byWords(message) {
      const words = fold(message);
      return phrases.find(({ phrase }) => words.includes(phrase))?.entry ?? null;
    },
  };
}

/** Shorter phrases stand in messages by chance. */
const MIN_PHRASE = 8;

/** Words that nearly every message of the analysis and nearly every remedy has. */
const COMMON = new Set(
  'assembly members member method type types code application which calls using used native compiling trimming warning'.split(
    ' ',
  ),
);

/** The names in a text, cut at capitals: `JsonSerializer.Deserialize` speaks of json, serializer and deserialize. */
function wordsOf(text: string): Set<string> {
  const words = text.slice(0, 2000).match(/\p{Lu}?\p{Ll}{3,}|\p{Lu}{3,}/gu) ?? [];
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word)));
}

function isCode(alias: string): boolean {
  return /^[A-Za-z]{1,12}\d{3,6}$/.test(alias);
}

/** Phrases of diagnostics without a code first, and the longer before the shorter: they say more. */
function phrasesOf(diagnostics: readonly Entry[]): { phrase: string; entry: Entry }[] {
  const all = diagnostics.flatMap((entry) =>
    entry.aliases.filter((alias) => !isCode(alias)).map((alias) => ({ phrase: fold(alias), entry })),
  );
  const telling = all.filter(
    ({ phrase, entry }) => phrase.length >= MIN_PHRASE && (!entry.code || phrase.includes(' ')),
  );
  return telling.sort((a, b) => Number(!!a.entry.code) - Number(!!b.entry.code) || b.phrase.length - a.phrase.length);
}

/** Quotes, capitals and blanks around colons differ from tool to tool. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/['"`´‘’“”]/g, '')
    .replace(/\s*:\s*/g, ': ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the first version that anybody judged can't do, an older one (or an older .NET) can't either; not the reverse. */
function olderThanAll(rows: readonly SupportRow[]): SupportRow | null {
  const [first] = [...rows].sort(
    (a, b) => Number(a.dotnet) - Number(b.dotnet) || (isAtLeast(a.version ?? '0', b.version ?? '0') ? 1 : -1),
  );
  return first?.status === 'unsupported' ? first : null;
}
