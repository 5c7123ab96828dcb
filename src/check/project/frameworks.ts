import type { Conditional } from './types.ts';
import { expand, splitList } from './values.ts';

const SELF = /\$\(TargetFrameworks?\)/gi;

/** The target frameworks that the properties of a file name, in their order, each once. */
export function targetFrameworksOf(properties: ReadonlyMap<string, readonly Conditional[]>): string[] {
  const own = ['TargetFramework', 'TargetFrameworks'].flatMap((name) => properties.get(name) ?? []);
  const lists = own.flatMap(({ value }) => expand(value.replace(SELF, ''), properties));
  const legacy = (properties.get('TargetFrameworkVersion') ?? []).map(({ value }) =>
    value.replace(/^v(\d[\d.]*)$/i, (_, version: string) => `net${version.replaceAll('.', '')}`),
  );
  return [...new Set([...lists.flatMap(splitList), ...legacy])];
}

/** `.NETCoreApp,Version=v8.0` of a lock file becomes `net8.0`; `net8.0/win-x64` loses its runtime identifier. */
export function shortFramework(name: string): string {
  const [base = ''] = name.split('/');
  const [, family = '', version = ''] = /^\.?(\w+),Version=v([\d.]+)$/i.exec(base) ?? [];
  if (/^netcoreapp$/i.test(family)) return Number.parseInt(version, 10) >= 5 ? `net${version}` : `netcoreapp${version}`;
  if (/^netstandard$/i.test(family)) return `netstandard${version}`;
  if (/^netframework$/i.test(family)) return `net${version.replaceAll('.', '')}`;
  return base;
}

/** The major version of .NET that a target framework stands for; null for .NET Framework and .NET Standard. */
export function majorOf(framework: string): number | null {
  const [, core, major] = /^net(coreapp)?(\d{1,2})\.\d/i.exec(framework) ?? [];
  if (!major) return null;
  return core || Number(major) >= 5 ? Number(major) : null;
}
