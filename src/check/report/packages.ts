import { type Knowledge, titleOf } from '../../answer/knowledge.ts';
import { STATUS_LABELS } from '../../answer/verdict.ts';
import type { Claim, Entry } from '../../knowledge/types.ts';
import { harmless, quote } from '../quote.ts';
import type { PackageReport } from '../types.ts';
import { continued, item, statement } from './claims.ts';
import { entriesOf, meaningOf, rowFor } from './entries.ts';

/** Packages without an entry that are named one by one. */
const MAX_NAMED = 30;

type Reference = Pick<PackageReport, 'id' | 'version' | 'direct'>;

/** Looks a package up: the verdict for that version, or null where nothing is known. */
export function judgePackage(reference: Reference, dotnet: string | null, knowledge: Knowledge): PackageReport {
  const entry = entriesOf(knowledge).byPackage(reference.id);
  return entry ? judgeEntry(entry, reference, dotnet, knowledge) : { ...reference, verdict: null, entry: null };
}

/** What an entry says of a package in that version. */
export function judgeEntry(
  entry: Entry,
  { id, version, direct }: Reference,
  dotnet: string | null,
  knowledge: Knowledge,
): PackageReport {
  const status = rowFor(entry, entry.package ? version : '', dotnet, knowledge)?.status;
  return { id, version, direct, verdict: status && status !== 'unknown' ? status : null, entry: entry.id };
}

/** What to say of packages, those that can't work first; `note` is what an input shows of each. */
export function describePackages(
  packages: readonly PackageReport[],
  dotnet: string | null,
  knowledge: Knowledge,
  note: (report: PackageReport) => string = () => '',
): Claim[] {
  const known = packages.filter(({ entry }) => entry !== null).sort((a, b) => rankOf(a) - rankOf(b));
  const described = known.flatMap((report) => describe(report, dotnet, knowledge, note(report)));
  const unknown = packages.filter(({ entry }) => entry === null);
  return [...described, ...nameUnknown(unknown, note)];
}

// --- internal ---

const ORDER: readonly PackageReport['verdict'][] = ['unsupported', 'experimental', 'partial', null, 'supported'];

function rankOf({ verdict }: PackageReport): number {
  return ORDER.indexOf(verdict);
}

function describe(report: PackageReport, dotnet: string | null, knowledge: Knowledge, note: string): Claim[] {
  const entry = report.entry ? knowledge.search.byId.get(report.entry) : undefined;
  if (!entry) return [];
  const row = rowFor(entry, report.version, dotnet, knowledge);
  const label = report.verdict ? STATUS_LABELS[report.verdict].toLowerCase() : 'nothing documented for this version';
  const said = report.verdict ? (row?.note ?? meaningOf(entry)) : meaningOf(entry);
  const since = row?.version ? `, documented for ${row.version}` : '';
  const head = item(`${nameOf(report)}${note}: **${label}**${since}.`, said);
  const instead = entry.instead.flatMap((id) => knowledge.search.byId.get(id) ?? []).map(titleOf);
  const meaning = meaningOf(entry);
  if (instead.length === 0 || !meaning) return [head];
  return [head, continued('', statement(`Instead: ${instead.join(', ')}.`, meaning.citations))];
}

/** Silence is no verdict: what nobody documented is said to be unknown. */
function nameUnknown(packages: readonly PackageReport[], note: (report: PackageReport) => string): Claim[] {
  if (packages.length === 0) return [];
  const names = packages.slice(0, MAX_NAMED).map((report) => `${nameOf(report)}${note(report)}`);
  const more = packages.length > MAX_NAMED ? ` and ${packages.length - MAX_NAMED} more` : '';
  return [statement(`No verdict is known here for ${names.join(', ')}${more}.`, [], 'item')];
}

function nameOf({ id, version }: PackageReport): string {
  return quote(version ? `${harmless(id)} ${harmless(version)}` : id);
}
