import { type Knowledge, linksOf, titleOf } from '../../answer/knowledge.ts';
import { plainReply } from '../../answer/reply.ts';
import type { Entry } from '../../knowledge/types.ts';
import type { AssemblyGroup, CodeGroup, Diagnostic, LogFindings } from '../log/types.ts';
import { majorOf } from '../project/frameworks.ts';
import { harmless } from '../quote.ts';
import type { CheckOptions, CheckReport, PackageReport } from '../types.ts';
import { isPartOfDotnet, judgeAssembly } from './assemblies.ts';
import { NEXT_STEP, section } from './claims.ts';
import { entriesOf } from './entries.ts';
import type { Explained } from './explained.ts';
import { describeBlockers, describeCodes, describeRest, describeRollUps, nextStep } from './findings.ts';
import { describePackages } from './packages.ts';
import { type Concern, concernOf } from './rank.ts';

/** Reports what a log holds: what stops the build, packages that warn, the user's own code, what may stay. */
export function reportLog(
  name: string,
  findings: LogFindings,
  knowledge: Knowledge,
  options: CheckOptions,
): CheckReport {
  const explained = findings.codes.map((finding) => ({ finding, entry: entryOf(finding, knowledge) }));
  const uncoded = explainUncoded(findings.uncoded, explained, knowledge);
  const blockers = sortBlockers([...explained.filter(({ finding }) => isBlocker(finding)), ...uncoded]);
  const codes = explained.filter(({ finding }) => concernOf(finding.code, finding.severity) === 'code');
  const rest = explained.filter(({ finding }) => concernOf(finding.code, finding.severity) === 'other');
  const dotnet = options.dotnet ?? newestOf(findings.targetFrameworks);
  const isRollUp = ({ finding }: Explained) => finding.code === 'IL2104' || finding.code === 'IL3053';
  const packages = findings.assemblies.map((assembly) => judgeAssembly(assembly, dotnet, knowledge));
  const causes = [...blockers, ...codes].flatMap(({ entry }) => entry ?? []);
  const outside = packages.filter(({ id, entry }) => entry !== null || !isPartOfDotnet(id));
  const described = describePackages(outside, dotnet, knowledge, (report) => codesOf(report, findings.assemblies));
  return {
    kind: 'log',
    error: null,
    targetFrameworks: findings.targetFrameworks,
    properties: {},
    packages,
    diagnostics: explained.map(({ finding: { code, severity, ...group }, entry }) => ({
      code: code ?? '',
      count: 'count' in group ? group.count : 1,
      severity,
      entry: entry?.id ?? null,
    })),
    causes: [...new Set(causes)].map((entry) => ({ entry: entry.id, title: titleOf(entry) })),
    reply: plainReply(`Check of ${harmless(name, 80)}`, summarize(findings, blockers.length), {
      sections: [
        ...section('What stops the build', describeBlockers(blockers)),
        ...section('Packages that cause warnings', [...described, ...describeRollUps(codes.filter(isRollUp))]),
        ...section('Warnings in the code', describeCodes(codes.filter((code) => !isRollUp(code)))),
        ...section('What may stay', describeRest(rest, findings.assemblies, knowledge)),
        ...section(NEXT_STEP, nextStep(blockers, codes)),
      ],
      related: linksOf(
        causes.map(({ id }) => id),
        knowledge,
      ),
    }),
  };
}

// --- internal ---

/** A message that names the real cause (a command in MSB3073) is explained by that. */
function entryOf({ code, samples }: CodeGroup, knowledge: Knowledge): Entry | null {
  const entries = entriesOf(knowledge);
  if (concernOf(code, 'error') !== 'symptom') return entries.byCode(code);
  const specific = samples.flatMap(({ message }) => entries.byWords(message.slice(-SPECIFIC_RANGE)) ?? []);
  return specific[0] ?? entries.byCode(code);
}

/** The end of a failed command's message holds its exit code; its arguments tell nothing. */
const SPECIFIC_RANGE = 120;

/** Errors that the knowledge explains, and those that call themselves errors; other words are left. */
function explainUncoded(
  uncoded: readonly Diagnostic[],
  coded: readonly Explained[],
  knowledge: Knowledge,
): Explained[] {
  const entries = entriesOf(knowledge);
  const all = uncoded.map((finding) => ({
    finding,
    entry:
      entries.byWords(`${finding.origin} : ${finding.severity} : ${finding.message}`) ??
      entries.byWords(finding.message),
  }));
  const told = new Set(coded.map(({ entry }) => entry).filter((entry) => entry !== null));
  return all.filter(({ finding, entry }) => {
    if (entry) return !told.has(entry) || finding.severity === 'error';
    return finding.severity === 'error' || /not found|cannot|undefined|unable|failed/i.test(finding.message);
  });
}

function isBlocker({ code, severity }: CodeGroup): boolean {
  return !['code', 'other'].includes(concernOf(code, severity));
}

const ORDER = ['restore', 'sdk', 'toolchain', 'build', 'symptom'];

/** Causes before symptoms; what can be explained comes before what can't. */
function sortBlockers(blockers: readonly Explained[]): Explained[] {
  const rank = (blocker: Explained) => ORDER.indexOf(concernIn(blocker)) * 2 + (blocker.entry ? 0 : 1);
  return [...blockers].sort((a, b) => rank(a) - rank(b));
}

/** Words that are explained by the entry of a mere symptom are one themselves: "linker command failed". */
function concernIn({ finding, entry }: Explained): Concern {
  const explained = entry?.code ? concernOf(entry.code, 'error') : null;
  return explained === 'symptom' ? explained : concernOf(finding.code, finding.severity);
}

function codesOf({ id }: PackageReport, assemblies: readonly AssemblyGroup[]): string {
  const codes = assemblies.find(({ name }) => name === id)?.codes.keys() ?? [];
  return ` (${[...codes].join(', ')})`;
}

function newestOf(frameworks: readonly string[]): string | null {
  const majors = frameworks.map(majorOf).filter((major) => major !== null);
  return majors.length > 0 ? String(Math.max(...majors)) : null;
}

function summarize({ lines, codes, uncoded, truncated }: LogFindings, blockers: number): string {
  const count = (severity: string) =>
    codes.filter((group) => group.severity === severity).reduce((sum, group) => sum + group.count, 0);
  const counts = [plural(count('error'), 'error'), plural(count('warning'), 'warning')].filter(
    (text) => !/^0/.test(text),
  );
  const found = counts.length > 0 ? `${counts.join(' and ')} with a code` : 'No diagnostic with a code';
  const more = truncated ? ' There was more than is counted here.' : '';
  if (codes.length + uncoded.length === 0)
    return `Nothing found: no error and no warning in ${plural(lines, 'line')}. Paste what dotnet publish printed.`;
  const stops = blockers > 0 ? `${plural(blockers, 'problem')} may stop the build.` : 'Nothing in it stops the build.';
  return `${found} in ${plural(lines, 'line')}${counts.length > 0 ? ', each distinct one counted once' : ''}. ${stops}${more}`;
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
