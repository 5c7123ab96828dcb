import { majorOf } from './frameworks.ts';
import type { Conditional, Project } from './types.ts';
import { splitList } from './values.ts';

/** Questions that the rules ask about a project. */
export interface ProjectView extends Project {
  values(name: string): readonly Conditional[];
  /** One of the property's values is this one. */
  is(name: string, value: string): boolean;
  /** The property has the value whatever the conditions. */
  isAlways(name: string, value: string): boolean;
  has(name: string): boolean;
  /** Native AOT is on, at least under some condition. */
  aot: boolean;
  hasPackage(id: string): boolean;
  runtimeIdentifiers: string[];
  /** Frameworks that Native AOT can't publish for. */
  tooOld: string[];
}

/** The first version of .NET with Native AOT for a target framework, as NETSDK1207 and NETSDK1210 have it. */
const FIRST_AOT = 7;

export function viewProject(project: Project): ProjectView {
  const values = (name: string) => project.properties.get(name) ?? [];
  const is = (name: string, value: string) => values(name).some((each) => each.value.toLowerCase() === value);
  const ids = new Set(project.packages.map(({ id }) => id.toLowerCase()));
  return {
    ...project,
    values,
    is,
    isAlways: (name, value) => values(name).some((each) => each.value.toLowerCase() === value && !each.condition),
    has: (name) => values(name).length > 0,
    aot: is('PublishAot', 'true'),
    hasPackage: (id) => ids.has(id.toLowerCase()),
    runtimeIdentifiers: ['RuntimeIdentifier', 'RuntimeIdentifiers'].flatMap((name) =>
      values(name).flatMap(({ value }) => splitList(value)),
    ),
    tooOld: project.targetFrameworks.filter((framework) => isTooOld(framework)),
  };
}

/** The operating system of a runtime identifier, as people say it; null for `$(Rid)`. */
export function systemOf(rid: string): string | null {
  const [, name] = /^(win|linux|osx|ios|android|maccatalyst|tvos|browser|freebsd)/i.exec(rid) ?? [];
  return name?.toLowerCase() ?? null;
}

// --- internal ---

function isTooOld(framework: string): boolean {
  if (!/^net/i.test(framework)) return false;
  return (majorOf(framework) ?? 0) < FIRST_AOT;
}
