import type { Knowledge } from '../../answer/knowledge.ts';
import type { AssemblyGroup } from '../log/types.ts';
import type { PackageReport } from '../types.ts';
import { entriesOf } from './entries.ts';
import { judgeEntry, judgePackage } from './packages.ts';

/** Assemblies of .NET itself, whose warnings nobody outside can mend. */
const PART_OF_DOTNET =
  /^(?:System|Microsoft\.AspNetCore|Microsoft\.VisualBasic|Microsoft\.CSharp|WindowsBase|Presentation\w*|mscorlib|netstandard)(?:\.|$)/;

/** What an assembly of .NET stands for, where an entry speaks of that. */
const FEATURES: readonly (readonly [assembly: RegExp, entry: string])[] = [
  [/^Microsoft\.AspNetCore\.Mvc\b/, 'compatibility/mvc'],
  [/^Microsoft\.AspNetCore\.(?:Components\.Server|Blazor)\b/, 'compatibility/blazor-server'],
  [/^Microsoft\.AspNetCore\.SignalR\b/, 'compatibility/signalr'],
  [/^Microsoft\.AspNetCore\.Identity\b/, 'compatibility/aspnet-identity'],
  [/^System\.Windows\.Forms\b/, 'compatibility/windows-forms'],
  [/^(?:PresentationFramework|PresentationCore|WindowsBase)\b/, 'compatibility/wpf'],
  [/^System\.Private\.Xml$|^System\.Xml\.XmlSerializer$/, 'compatibility/xmlserializer'],
  [
    /^System\.(?:Private\.DataContractSerialization|Runtime\.Serialization\.\w+)$/,
    'compatibility/datacontractserializer',
  ],
  [/^System\.Linq\.Expressions$/, 'compatibility/linq-expressions'],
  [/^System\.Data\.Common$/, 'compatibility/dataset'],
  [/^System\.ComponentModel\.TypeConverter$/, 'compatibility/typedescriptor'],
  [/^Microsoft\.CSharp$/, 'compatibility/dynamic-keyword'],
  [/^System\.Management$/, 'compatibility/system-management'],
  [/^System\.DirectoryServices\b/, 'compatibility/system-directoryservices'],
];

export function isPartOfDotnet(assembly: string): boolean {
  return PART_OF_DOTNET.test(assembly);
}

/** The package of an assembly: by its name, which most packages share, by its path, or by the family it is named after. */
export function judgeAssembly(
  { name, package: origin }: AssemblyGroup,
  dotnet: string | null,
  knowledge: Knowledge,
): PackageReport {
  const entries = entriesOf(knowledge);
  const version = origin?.version ?? '';
  const feature = FEATURES.find(([assembly]) => assembly.test(name))?.[1];
  const entry =
    entries.byPackage(name) ??
    (origin ? entries.byPackage(origin.id) : null) ??
    (feature ? entries.byId(feature) : null) ??
    familyOf(name)
      .map(entries.byPackage)
      .find((found) => found !== null);
  if (!entry) return judgePackage({ id: name, version, direct: false }, dotnet, knowledge);
  return judgeEntry(entry, { id: name, version, direct: false }, dotnet, knowledge);
}

// --- internal ---

/** `Microsoft.EntityFrameworkCore.Relational` ships with `Microsoft.EntityFrameworkCore`. One word is no family. */
function familyOf(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(2).map((_, index) => parts.slice(0, parts.length - 1 - index).join('.'));
}
