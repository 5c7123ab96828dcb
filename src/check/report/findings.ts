import { type Knowledge, titleOf } from '../../answer/knowledge.ts';
import type { Claim } from '../../knowledge/types.ts';
import type { AssemblyGroup, CodeGroup, Diagnostic } from '../log/types.ts';
import { quote } from '../quote.ts';
import { isPartOfDotnet } from './assemblies.ts';
import { continued, item, statement } from './claims.ts';
import { claimAbout, entriesOf, meaningOf, remedyOf } from './entries.ts';
import type { Explained } from './explained.ts';

/** What is described one by one; the rest is named. */
const MAX_BLOCKERS = 8;
const MAX_CODES = 12;
const MAX_PLACES = 3;

/** Errors that stop the build: what they say, what they mean, what to do. */
export function describeBlockers(blockers: readonly Explained[]): Claim[] {
  const claims = blockers.slice(0, MAX_BLOCKERS).flatMap((blocker, index) => {
    const told = blockers.slice(0, index).some(({ entry }) => entry !== null && entry === blocker.entry);
    return told ? [item(`${shown(blocker.finding)}: the same cause.`, null)] : describeBlocker(blocker);
  });
  const more = blockers.slice(MAX_BLOCKERS).map(({ finding }) => shown(finding));
  return more.length > 0 ? [...claims, item(`Also: ${more.slice(0, MAX_CODES).join(', ')}.`, null)] : claims;
}

/** Warnings of the analysis, most frequent first: meaning, fix, the first places. */
export function describeCodes(codes: readonly Explained[]): Claim[] {
  const groups = codes.flatMap(({ finding, entry }) => (isGroup(finding) ? [{ finding, entry }] : []));
  const sorted = groups.sort((a, b) => b.finding.count - a.finding.count);
  const claims = sorted.slice(0, MAX_CODES).flatMap(describeGroup);
  const more = sorted.slice(MAX_CODES).map(({ finding }) => shown(finding));
  return more.length > 0 ? [...claims, item(`Also: ${more.join(', ')}.`, null)] : claims;
}

/** What IL2104 and IL3053 mean, after the packages that they name; both have one remedy. */
export function describeRollUps(rollUps: readonly Explained[]): Claim[] {
  const remedy = rollUps.map(({ entry }) => entry && remedyOf(entry)).find((claim) => claim);
  const meanings = rollUps.flatMap(({ finding, entry }) =>
    entry ? [item(`${shown(finding)}:`, meaningOf(entry))] : [],
  );
  return remedy ? [...meanings, continued('**Fix:**', remedy)] : meanings;
}

/** What has nothing to do with Native AOT, and what nobody but the authors of .NET can change. */
export function describeRest(
  rest: readonly Explained[],
  assemblies: readonly AssemblyGroup[],
  knowledge: Knowledge,
): Claim[] {
  const known = rest.flatMap(({ finding, entry }) => (entry ? [{ finding, entry }] : []));
  const unknown = rest.filter(({ entry }) => !entry).map(({ finding }) => shown(finding));
  const ownOfDotnet = assemblies.filter(({ name }) => isPartOfDotnet(name)).map(({ name }) => quote(name));
  const aboutRuntime = entriesOf(knowledge).byCode('IL3053');
  return [
    ...known.slice(0, MAX_CODES).map(({ finding, entry }) => item(`${shown(finding)}:`, meaningOf(entry))),
    ...(unknown.length > 0
      ? [item(`${unknown.slice(0, 20).join(', ')}: these don't come from the AOT or trim analysis.`, null)]
      : []),
    ...(ownOfDotnet.length > 0 && aboutRuntime
      ? [
          item(
            `Part of .NET: ${ownOfDotnet.slice(0, MAX_CODES).join(', ')}.`,
            claimAbout(aboutRuntime, /runtime itself/),
          ),
        ]
      : []),
  ];
}

/** The one thing to do next, which is the remedy of what comes first. */
export function nextStep(blockers: readonly Explained[], codes: readonly Explained[]): Claim[] {
  const byCount = [...codes].sort((a, b) => countOf(b.finding) - countOf(a.finding));
  const rolledUp = codes.find(({ finding }) => finding.code === 'IL3053' || finding.code === 'IL2104');
  const first = blockers.find(({ entry }) => entry) ?? rolledUp ?? byCount.find(({ entry }) => entry);
  const entry = first?.entry ?? null;
  if (!entry) return [];
  const claim = remedyOf(entry, first ? messageOf(first.finding) : '') ?? meaningOf(entry);
  const after = blockers.length > 0 ? ' Then publish again: what follows may change.' : '';
  return claim ? [{ ...statement(`${titleOf(entry)}. ${claim.text}${after}`, claim.citations), ...codeOf(claim) }] : [];
}

// --- internal ---

function describeBlocker({ finding, entry }: Explained): Claim[] {
  const message = messageOf(finding);
  const head =
    isGroup(finding) && message ? `${shown(finding)} ${quote(message.replace(/[.:\s]+$/, ''))}` : shown(finding);
  const meaning = entry && meaningOf(entry);
  if (!entry || !meaning) return [item(`${head}: nothing is known here about this.`, null)];
  const remedy = remedyOf(entry, message);
  const said = item(`${head}.`, meaning, meaning.code);
  return remedy ? [said, continued('**Fix:**', remedy)] : [said];
}

function describeGroup({ finding, entry }: { finding: CodeGroup; entry: Explained['entry'] }): Claim[] {
  const places = finding.samples.slice(0, MAX_PLACES).map(placeOf).filter(Boolean);
  const more = finding.count > places.length ? ` and ${finding.count - places.length} more` : '';
  const where = places.length > 0 ? ` at ${places.join(', ')}${more}` : '';
  const meaning = entry && meaningOf(entry);
  if (!entry || !meaning)
    return [item(`${shown(finding)}${where}: no document that is known here describes it.`, null)];
  const remedy = remedyOf(entry, messageOf(finding));
  const head = item(`${shown(finding)}${where}:`, meaning);
  return remedy ? [head, continued('**Fix:**', remedy)] : [head];
}

/** The file and line, or the member that the compiler names where it knows no file. */
function placeOf({ origin, message }: CodeGroup['samples'][number]): string {
  const file = fileOf(origin);
  if (/\(\d/.test(file)) return quote(file, 80);
  const member = /^([^':]{3,200}\)):/.exec(message)?.[1];
  return member ? quote(member, 80) : file ? quote(file, 80) : '';
}

function shown(finding: CodeGroup | Diagnostic): string {
  const message = finding.code === null ? messageOf(finding).replace(/[.:\s]+$/, '') : '';
  if (!isGroup(finding)) return quote(finding.origin ? `${fileOf(finding.origin)}: ${message}` : message);
  return `${quote(finding.code)}${finding.count > 1 ? ` ×${finding.count}` : ''}`;
}

function messageOf(finding: CodeGroup | Diagnostic): string {
  return isGroup(finding) ? (finding.samples[0]?.message ?? '') : finding.message;
}

function fileOf(origin: string): string {
  return origin.slice(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
}

function isGroup(finding: CodeGroup | Diagnostic): finding is CodeGroup {
  return 'count' in finding;
}

function countOf(finding: CodeGroup | Diagnostic): number {
  return isGroup(finding) ? finding.count : 1;
}

function codeOf({ code }: Claim): Pick<Claim, 'code'> {
  return code ? { code } : {};
}
