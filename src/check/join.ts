import { dirname, isAbsolute, relative } from 'node:path';
import { type Input, nameOf } from './input.ts';
import type { PackageItem, Project } from './project/types.ts';

/** Completes each project with what MSBuild takes in by itself, where those files were given along with it. */
export function joinProjects(inputs: readonly Input[]): Input[] {
  const central = inputs.filter((input) => isNamed(input, 'Directory.Packages.props'));
  const shared = inputs.filter((input) => isNamed(input, 'Directory.Build.props'));
  return inputs.map((input) => {
    if (input.kind !== 'project' || central.includes(input) || shared.includes(input)) return input;
    const versions = projectOf(nearest(central, input.path));
    const common = projectOf(nearest(shared, input.path));
    return { ...input, project: withVersions(withShared(input.project, common), versions) };
  });
}

// --- internal ---

function isNamed({ path, kind }: Input, name: string): boolean {
  return kind === 'project' && nameOf(path).toLowerCase() === name.toLowerCase();
}

/** Of the folder of the project and those above it, the first that has the file. */
function nearest(files: readonly Input[], path: string): Input | undefined {
  const above = files.filter((file) => isAbove(dirname(file.path), dirname(path)));
  return above.sort((a, b) => b.path.length - a.path.length)[0];
}

function isAbove(folder: string, below: string): boolean {
  const way = relative(folder, below);
  return !isAbsolute(way) && !way.split(/[\\/]/).includes('..');
}

function projectOf(input: Input | undefined): Project | null {
  return input?.kind === 'project' ? input.project : null;
}

/** Directory.Packages.props: the version of each package whose reference gives none. */
function withVersions(project: Project, central: Project | null): Project {
  if (!central) return project;
  const versions = new Map(central.packages.map((item) => [item.id.toLowerCase(), item.versions]));
  const complete = (item: PackageItem) =>
    item.versions.length > 0 ? item : { ...item, versions: versions.get(item.id.toLowerCase()) ?? [] };
  return {
    ...project,
    packages: project.packages.map(complete),
    joined: [...project.joined, 'Directory.Packages.props'],
  };
}

/** Directory.Build.props: properties that the project doesn't set itself, and further packages. */
function withShared(project: Project, shared: Project | null): Project {
  if (!shared) return project;
  const own = new Set(project.packages.map(({ id }) => id.toLowerCase()));
  return {
    ...project,
    targetFrameworks: project.targetFrameworks.length > 0 ? project.targetFrameworks : shared.targetFrameworks,
    properties: new Map([...shared.properties, ...project.properties]),
    packages: [...project.packages, ...shared.packages.filter(({ id }) => !own.has(id.toLowerCase()))],
    buildOnly: [...new Set([...project.buildOnly, ...shared.buildOnly])],
    joined: [...project.joined, 'Directory.Build.props'],
  };
}
