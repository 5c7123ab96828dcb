import type { Entry, Status, SupportRow, Vocabulary } from '../knowledge/types.ts';
import type { Conditions } from './conditions.ts';
import type { Verdict } from './reply.ts';

export const STATUS_LABELS: Record<Status, string> = {
  supported: 'Supported',
  partial: 'Partially supported',
  experimental: 'Experimental',
  unsupported: 'Not supported',
  unknown: 'Not documented',
};

type Releases = Vocabulary['releases'];

/** The verdict of an entry under the conditions; null for an entry that gives none. The default version is the newest. */
export function decideVerdict(entry: Entry, conditions: Conditions, releases: Releases): Verdict | null {
  if (entry.support.length === 0) return null;
  const dotnet = conditions.dotnet ?? releases.newest;
  if (Number(dotnet) < Number(releases.first)) return tooEarly(dotnet, releases);
  const row = chooseRow(entry.support, { ...conditions, dotnet });
  const status = row?.status ?? 'unknown';
  return {
    status,
    dotnet,
    line: verdictLine(status, dotnet, row, releases),
    history: historyOf(entry.support, conditions, releases),
    note: row?.note ?? null,
    evidence: row ? evidenceOf(row) : null,
  };
}

/** The versions from which an entry's verdict is another one. */
export function versionsOf(entry: Entry): string[] {
  return [...new Set(entry.support.map(({ dotnet }) => dotnet))].sort((a, b) => Number(a) - Number(b));
}

/**
 * The row that holds: of those for the version and the conditions, the latest; of two for one version, the one that
 * names the conditions. A row for something special that was not asked about comes last. Null if no row holds.
 */
export function chooseRow(rows: readonly SupportRow[], { dotnet, os, arch }: Conditions): SupportRow | null {
  const holding = rows.filter(
    (row) =>
      Number(row.dotnet) <= Number(dotnet) &&
      (!os || row.os.length === 0 || row.os.includes(os) || (os === 'linux-musl' && row.os.includes('linux'))) &&
      (!arch || row.arch.length === 0 || row.arch.includes(arch)),
  );
  const rank = (row: SupportRow): number => {
    const special = (row.os.length > 0 && !os) || (row.arch.length > 0 && !arch);
    const named = (row.os.length > 0 && os ? 1 : 0) + (row.arch.length > 0 && arch ? 1 : 0);
    return (special ? 0 : 1000) + Number(row.dotnet) * 10 + named;
  };
  return holding.reduce<SupportRow | null>((best, row) => (best && rank(best) > rank(row) ? best : row), null);
}

// --- internal ---

function tooEarly(dotnet: string, { first }: Releases): Verdict {
  const line = `${STATUS_LABELS.unsupported} in .NET ${dotnet}: .NET ${first} is the first version`;
  return { status: 'unsupported', dotnet, line, history: [], note: null, evidence: null };
}

function verdictLine(status: Status, dotnet: string, row: SupportRow | null, { preview }: Releases): string {
  const version = dotnet === preview ? `.NET ${dotnet} (preview)` : `.NET ${dotnet}`;
  const where = row && row.os.length + row.arch.length > 0 ? ` on ${[...row.os, ...row.arch].join(', ')}` : '';
  const since = row?.version ? `, from package version ${row.version} on` : '';
  return `${STATUS_LABELS[status]} in ${version}${where}${since}`;
}

function historyOf(rows: readonly SupportRow[], conditions: Conditions, { newest }: Releases): string[] {
  const versions = [...new Set(rows.map(({ dotnet }) => dotnet))].sort((a, b) => Number(a) - Number(b));
  const steps = versions.map((dotnet) => ({ dotnet, status: chooseRow(rows, { ...conditions, dotnet })?.status }));
  const changes = steps.filter(({ status }, index) => status && status !== steps[index - 1]?.status);
  if (changes.length < 2) return [];
  return changes.map(({ dotnet, status = 'unknown' }, index) => {
    const last = index === changes.length - 1 && Number(dotnet) <= Number(newest);
    return `.NET ${dotnet}${last ? ' and later' : ''}: ${STATUS_LABELS[status].toLowerCase()}`;
  });
}

function evidenceOf({ evidence, asOf }: SupportRow): string | null {
  if (!evidence) return null;
  return asOf ? `${evidence}, as of ${asOf}` : evidence;
}
