import { readConditions } from '../../answer/conditions.ts';
import { type Knowledge, linksOf, titleOf, topicOf } from '../../answer/knowledge.ts';
import { plainReply } from '../../answer/reply.ts';
import { decideVerdict } from '../../answer/verdict.ts';
import type { Claim, Entry } from '../../knowledge/types.ts';
import { majorOf } from '../project/frameworks.ts';
import type { Project } from '../project/types.ts';
import { joinValues } from '../project/values.ts';
import { type ProjectView, viewProject } from '../project/view.ts';
import { harmless, quote } from '../quote.ts';
import { TRAPS } from '../traps/index.ts';
import type { CheckOptions, CheckReport, PackageReport } from '../types.ts';
import { item, NEXT_STEP, section, statement, TO_LOOK_AT, xml } from './claims.ts';
import { claimAbout, entriesOf, meaningOf, rowFor } from './entries.ts';
import { describePackages, judgePackage } from './packages.ts';

/** Properties that are described; more are listed in the JSON. */
const MAX_PROPERTIES = 15;

/** Reports what a project or lock file says: frameworks, traps, packages, properties, what to do next. */
export function reportProject(
  name: string,
  kind: 'project' | 'lock',
  project: Project,
  knowledge: Knowledge,
  options: CheckOptions,
): CheckReport {
  const view = viewProject(project);
  const dotnet = options.dotnet ?? newestOf(project.targetFrameworks);
  const packages = project.packages.map(({ id, versions, direct }) =>
    judgePackage({ id, version: joinValues(versions), direct }, dotnet, knowledge),
  );
  const trapped = findTraps(view, knowledge);
  const causes = [...new Set(trapped.map(({ entry }) => entry))];
  return {
    kind,
    error: null,
    targetFrameworks: project.targetFrameworks,
    properties: Object.fromEntries([...project.properties].map(([key, values]) => [key, joinValues(values)])),
    packages,
    diagnostics: [],
    causes: causes.map((entry) => ({ entry: entry.id, title: titleOf(entry) })),
    reply: plainReply(`Check of ${harmless(name, 80)}`, summarize(project, packages, trapped.length), {
      sections: [
        ...section('Target frameworks', describeFrameworks(view, knowledge)),
        ...section(
          TO_LOOK_AT,
          trapped.map(({ claim }) => claim),
        ),
        ...section('Packages', describePackages(shownOf(packages), dotnet, knowledge)),
        ...section('Properties', describeProperties(view, causes, knowledge)),
        ...section(NEXT_STEP, nextStep(view, trapped, packages, knowledge)),
      ],
      related: linksOf(
        causes.map(({ id }) => id),
        knowledge,
      ),
    }),
  };
}

// --- internal ---

interface Trapped {
  entry: Entry;
  claim: Claim;
}

function findTraps(view: ProjectView, knowledge: Knowledge): Trapped[] {
  return TRAPS.flatMap(({ entries, about, find, snippet }) => {
    const entry = entriesOf(knowledge).byId(...entries);
    const shown = entry && find(view);
    if (!entry || !shown) return [];
    const claim = claimAbout(entry, about);
    return [{ entry, claim: item(shown, claim, snippet ? xml(snippet) : claim?.code) }];
  });
}

function newestOf(frameworks: readonly string[]): string | null {
  const majors = frameworks.map(majorOf).filter((major) => major !== null);
  return majors.length > 0 ? String(Math.max(...majors)) : null;
}

function describeFrameworks({ targetFrameworks, tooOld }: ProjectView, knowledge: Knowledge): Claim[] {
  const entries = entriesOf(knowledge);
  const since = entries.byId('properties/publishaot', 'diagnostics/netsdk1207');
  const support = since && claimAbout(since, /came with \.NET 7/);
  return targetFrameworks.map((framework) => {
    if (tooOld.includes(framework)) return item(`${quote(framework)}: **no Native AOT**.`, support);
    const platform = platformOf(framework, knowledge);
    if (platform) return platform;
    if (majorOf(framework) === null) return statement(`${quote(framework)}: its value is not known here.`, [], 'item');
    return item(`${quote(framework)}: Native AOT is possible.`, targetFrameworks.length === 1 ? support : null);
  });
}

/** `net9.0-ios` stands and falls with the platform. */
function platformOf(framework: string, knowledge: Knowledge): Claim | null {
  const [, platform] = /^net\d+\.\d+-([a-z]+)/i.exec(framework) ?? [];
  const entry = platform ? entriesOf(knowledge).byId(`platforms/${platform.toLowerCase()}`) : null;
  if (!entry || !platform) return null;
  const conditions = {
    os: readConditions(platform).os,
    arch: usualArchitecture(platform),
    dotnet: String(majorOf(framework)),
  };
  const verdict = decideVerdict(entry, conditions, topicOf(entry, knowledge).vocabulary.releases);
  return item(`${quote(framework)}: ${verdict ? `**${verdict.line}**.` : ''}`, verdict?.note ?? meaningOf(entry));
}

/** A target framework names no architecture: that of nearly all machines is meant. */
function usualArchitecture(platform: string): 'x64' | 'arm64' {
  return /^(?:windows|linux)$/i.test(platform) ? 'x64' : 'arm64';
}

/** A lock file lists hundreds of transitive packages: of those only the known ones are of interest. */
function shownOf(packages: readonly PackageReport[]): PackageReport[] {
  return packages.filter(({ direct, verdict }) => direct || (verdict !== null && verdict !== 'supported'));
}

function describeProperties(view: ProjectView, told: readonly Entry[], knowledge: Knowledge): Claim[] {
  const entries = entriesOf(knowledge);
  const known = [...view.properties].flatMap(([name, values]) => {
    const entry = entries.byProperty(name);
    return entry && !told.includes(entry) ? [{ name, values, entry }] : [];
  });
  return known.slice(0, MAX_PROPERTIES).map(({ name, values, entry }) => {
    const settings = values.map(({ value, condition }) =>
      condition ? `${quote(value)} (if ${quote(condition, 100)})` : quote(value),
    );
    return item(`${quote(name)} is ${[...new Set(settings)].join(', ')}.`, meaningOf(entry));
  });
}

function nextStep(
  view: ProjectView,
  trapped: readonly Trapped[],
  packages: readonly PackageReport[],
  knowledge: Knowledge,
): Claim[] {
  const first = trapped.find(({ entry }) => !isFine(entry, view, knowledge)) ?? trapped[0];
  if (first) return [statement(`First: ${first.claim.text}`, first.claim.citations)];
  const worst = packages.find(({ verdict }) => verdict === 'unsupported');
  const entry = worst?.entry ? knowledge.search.byId.get(worst.entry) : undefined;
  const claim = entry && meaningOf(entry);
  if (worst && claim) return [statement(`First replace ${quote(worst.id)}. ${claim.text}`, claim.citations)];
  const guide = entriesOf(knowledge).byId(guideFor(view), 'properties/publishaot');
  const advice = guide && meaningOf(guide);
  return advice ? [statement(`${titleOf(guide)}. ${advice.text}`, advice.citations)] : [];
}

/** Something that is worth knowing and stands in nobody's way, such as an app model that is supported. */
function isFine(entry: Entry, { targetFrameworks }: ProjectView, knowledge: Knowledge): boolean {
  return rowFor(entry, '', newestOf(targetFrameworks), knowledge)?.status === 'supported';
}

/** Where somebody goes on whose project shows nothing wrong. */
function guideFor(view: ProjectView): string {
  if (view.aot) return 'guides/fix-warnings';
  return view.has('IsAotCompatible') ? 'guides/library-authors' : 'guides/publish-cli';
}

function summarize({ packages, buildOnly, joined }: Project, judged: readonly PackageReport[], traps: number): string {
  const bad = judged.filter(({ verdict }) => verdict === 'unsupported').length;
  const unknown = judged.filter(({ verdict }) => verdict === null).length;
  const left = buildOnly.length > 0 ? ` ${buildOnly.length} used only by the build left out.` : '';
  const look = `${traps} ${traps === 1 ? 'setting' : 'settings'} to look at`;
  const counts = `${packages.length} ${packages.length === 1 ? 'package' : 'packages'}`;
  const verdicts = packages.length > 0 ? ` (${bad} not supported, ${unknown} without a verdict here)` : '';
  const read =
    joined.length > 0 ? `Read together with ${joined.join(' and ')}.` : 'Only what stands in this file was read.';
  return `${look}, ${counts}${verdicts}.${left} ${read}`;
}
