import { z } from 'zod';
import { InputError } from '../errors.ts';
import { shortFramework } from './frameworks.ts';
import { isBuildTool } from './names.ts';
import type { PackageItem, Project } from './types.ts';

// Lock files of large solutions have some 2 MB.
const MAX_LENGTH = 20_000_000;
const MAX_DEPTH = 32;
/** Names of other JSON files of .NET, to say what was given instead. */
const OTHER_FILES: readonly (readonly [key: string, file: string])[] = [
  ['projectFileDependencyGroups', 'obj/project.assets.json'],
  ['runtimeTarget', 'a .deps.json file'],
  ['runtimeOptions', 'a .runtimeconfig.json file'],
  ['sdk', 'a global.json file'],
];

const lockFile = z.object({
  version: z.number(),
  dependencies: z.record(
    z.string().max(200),
    z.record(z.string().max(200), z.object({ type: z.string(), resolved: z.string().max(100).optional() })),
  ),
});

/** Reads packages.lock.json. Throws `InputError`. */
export function parseLock(text: string): Project {
  const parsed = lockFile.safeParse(parseJson(text));
  if (!parsed.success) throw new InputError(explain(text));
  const { dependencies } = parsed.data;
  const packages = new Map<string, PackageItem>();
  const buildOnly = new Set<string>();
  for (const group of Object.values(dependencies))
    for (const [id, { type, resolved = '' }] of Object.entries(group)) {
      if (type === 'Project') continue;
      if (isBuildTool(id)) buildOnly.add(id);
      else packages.set(id.toLowerCase(), merge(packages.get(id.toLowerCase()), id, resolved, type === 'Direct'));
    }
  return {
    sdk: null,
    targetFrameworks: [...new Set(Object.keys(dependencies).map(shortFramework))],
    properties: new Map(),
    packages: [...packages.values()].sort((a, b) => Number(b.direct) - Number(a.direct)),
    buildOnly: [...buildOnly],
    joined: [],
  };
}

// --- internal ---

function merge(known: PackageItem | undefined, id: string, version: string, direct: boolean): PackageItem {
  const versions = [...(known?.versions ?? [])];
  if (version && !versions.some(({ value }) => value === version)) versions.push({ value: version, condition: null });
  return { id, versions, direct: direct || (known?.direct ?? false), condition: null };
}

function parseJson(text: string): unknown {
  if (text.length > MAX_LENGTH) throw new InputError('This JSON is too large for a lock file (more than 20 MB).');
  if (depthOf(text) > MAX_DEPTH) throw new InputError(`This JSON is nested too deep (more than ${MAX_DEPTH} levels).`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    const cut = /unexpected end|unterminated/i.test(reason) ? 'it is truncated, it ends too early' : 'parsing failed';
    throw new InputError(`This is not valid JSON: ${cut}.`);
  }
}

/** How deep brackets nest, told without parsing: a parser would run out of stack. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (quoted && char === '\\') at++;
    else if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '{' || char === '[')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (char === '}' || char === ']')) depth--;
  }
  return deepest;
}

function explain(text: string): string {
  const other = OTHER_FILES.find(([key]) => text.includes(`"${key}"`))?.[1];
  return `This JSON is no packages.lock.json${other ? `, but ${other}` : ': it has no "version" and "dependencies"'}.`;
}
