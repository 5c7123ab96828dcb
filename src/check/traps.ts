import type { ProjectView } from './project/view.ts';
import { systemOf } from './project/view.ts';
import { quote } from './quote.ts';

/** A contradiction or a trap in a project, with the entry that backs what is said of it. */
export interface Trap {
  /** Ids of entries, best first; a trap of which none exists is not reported. */
  entries: readonly string[];
  /** Picks the claim of the entry that is about the trap. */
  about: RegExp;
  /** What the project shows; null where the trap isn't there. */
  find(project: ProjectView): string | null;
  /** What to put into the project instead. */
  snippet?: string;
}

const when = (found: boolean, text: string) => (found ? text : null);
const ANALYZERS = ['IsAotCompatible', 'EnableAotAnalyzer'];
const SUPPRESSED = /\bIL[23]\d{3}\b/gi;
const AOT_CONDITION = `Condition="$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net8.0'))"`;

/** All traps, those that stop the publish first. */
export const TRAPS: readonly Trap[] = [
  {
    entries: ['diagnostics/netsdk1207', 'properties/publishaot'],
    about: /doesn't support/i,
    find: (p) =>
      when(
        p.tooOld.length > 0 &&
          p.values('PublishAot').some(({ value, condition }) => /^true$/i.test(value) && !condition),
        `\`PublishAot\` is set for ${p.tooOld.map((each) => quote(each)).join(', ')} too, which Native AOT can't publish.`,
      ),
    snippet: `<PublishAot ${AOT_CONDITION}>true</PublishAot>`,
  },
  {
    entries: ['diagnostics/netsdk1210', 'properties/isaotcompatible'],
    about: /without Native AOT analysis|needs `?net/i,
    find: (p) =>
      when(
        p.tooOld.length > 0 && ANALYZERS.some((name) => p.isAlways(name, 'true')),
        `${ANALYZERS.filter((name) => p.isAlways(name, 'true'))
          .map((name) => `\`${name}\``)
          .join(' and ')} is set for ${p.tooOld.map((each) => quote(each)).join(', ')} too.`,
      ),
    snippet: `<IsAotCompatible ${AOT_CONDITION}>true</IsAotCompatible>`,
  },
  {
    entries: ['diagnostics/publishtrimmed-implied-cannot-be-disabled', 'properties/publishtrimmed'],
    about: /false|implied/i,
    find: (p) =>
      when(p.aot && p.is('PublishTrimmed', 'false'), '`PublishTrimmed` is `false` together with `PublishAot`.'),
    snippet: '<!-- remove <PublishTrimmed>false</PublishTrimmed> -->\n<PublishAot>true</PublishAot>',
  },
  {
    entries: ['diagnostics/generatepackageonbuild-native-compilation', 'properties/publishaot'],
    about: /GeneratePackageOnBuild/i,
    find: (p) =>
      when(
        p.aot && p.is('GeneratePackageOnBuild', 'true'),
        '`GeneratePackageOnBuild` is on together with `PublishAot`.',
      ),
    snippet: '<GeneratePackageOnBuild>false</GeneratePackageOnBuild>',
  },
  {
    entries: ['diagnostics/dynamiccodesupport-cannot-be-true', 'properties/dynamiccodesupport'],
    about: /true/,
    find: (p) => when(p.aot && p.is('DynamicCodeSupport', 'true'), '`DynamicCodeSupport` is `true`.'),
  },
  {
    entries: ['compatibility/windows-forms'],
    about: /./,
    find: (p) =>
      when(
        p.is('UseWindowsForms', 'true'),
        `\`UseWindowsForms\` is set${p.is('_SuppressWinFormsTrimError', 'true') ? ', and its trimming error is suppressed' : ''}.`,
      ),
  },
  { entries: ['compatibility/wpf'], about: /./, find: (p) => when(p.is('UseWPF', 'true'), '`UseWPF` is set.') },
  {
    entries: ['compatibility/blazor-webassembly'],
    about: /./,
    find: (p) => when(/blazorwebassembly/i.test(p.sdk ?? ''), `The SDK is ${quote(p.sdk ?? '')}.`),
  },
  { entries: ['compatibility/maui'], about: /./, find: (p) => when(p.is('UseMaui', 'true'), '`UseMaui` is set.') },
  { entries: ['compatibility/winui'], about: /./, find: (p) => when(p.is('UseWinUI', 'true'), '`UseWinUI` is set.') },
  {
    entries: ['compatibility/dotnet-tools'],
    about: /./,
    find: (p) => when(p.is('PackAsTool', 'true'), '`PackAsTool` is set: the project is a .NET tool.'),
  },
  {
    entries: ['diagnostics/explicit-ilcompiler-reference'],
    about: /./,
    find: (p) =>
      when(
        p.hasPackage('Microsoft.DotNet.ILCompiler'),
        'The project refers to the package `Microsoft.DotNet.ILCompiler` itself.',
      ),
    snippet: '<!-- remove the PackageReference -->\n<PublishAot>true</PublishAot>',
  },
  {
    entries: ['properties/publishsinglefile', 'guides/vs-single-file', 'properties/publishaot'],
    about: /don't need|already|PublishSingleFile/i,
    find: (p) =>
      when(p.aot && p.is('PublishSingleFile', 'true'), '`PublishSingleFile` is on together with `PublishAot`.'),
    snippet: '<PublishAot>true</PublishAot>\n<!-- remove <PublishSingleFile> -->',
  },
  {
    entries: ['properties/publishreadytorun', 'guides/vs-readytorun', 'properties/publishaot'],
    about: /don't need it/i,
    find: (p) =>
      when(p.aot && p.is('PublishReadyToRun', 'true'), '`PublishReadyToRun` is on together with `PublishAot`.'),
    snippet: '<PublishAot>true</PublishAot>\n<!-- remove <PublishReadyToRun> -->',
  },
  {
    entries: ['properties/selfcontained', 'properties/publishaot'],
    about: /self-contained/i,
    find: (p) =>
      when(p.aot && p.is('SelfContained', 'false'), '`SelfContained` is `false` together with `PublishAot`.'),
  },
  {
    entries: ['properties/trimmode'],
    about: /Native AOT `partial`|kept as roots/i,
    find: (p) => when(p.is('TrimMode', 'partial') || p.is('TrimMode', 'copyused'), '`TrimMode` is not `full`.'),
    snippet: '<TrimMode>full</TrimMode>',
  },
  {
    entries: ['properties/jsonserializerisreflectionenabledbydefault', 'compatibility/system-text-json'],
    about: /brings back|may not work|might not work/i,
    find: (p) =>
      when(
        p.is('JsonSerializerIsReflectionEnabledByDefault', 'true'),
        '`JsonSerializerIsReflectionEnabledByDefault` is `true`.',
      ),
    snippet: '<JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>',
  },
  {
    entries: ['diagnostics/il2104', 'guides/suppress-warnings', 'guides/fix-warnings'],
    about: /NoWarn/i,
    find: (p) => {
      const hidden = p.values('NoWarn').flatMap(({ value }) => value.match(SUPPRESSED) ?? []);
      const codes = [...new Set(hidden)].slice(0, 12).map((code) => quote(code.toUpperCase()));
      return when(codes.length > 0, `\`NoWarn\` hides ${codes.join(', ')}.`);
    },
  },
  {
    entries: ['properties/suppresstrimanalysiswarnings', 'guides/suppress-warnings'],
    about: /./,
    find: (p) =>
      when(p.is('SuppressTrimAnalysisWarnings', 'true'), '`SuppressTrimAnalysisWarnings` hides every trim warning.'),
    snippet: '<SuppressTrimAnalysisWarnings>false</SuppressTrimAnalysisWarnings>',
  },
  {
    entries: ['properties/suppressaotanalysiswarnings', 'guides/suppress-warnings'],
    about: /./,
    find: (p) =>
      when(p.is('SuppressAotAnalysisWarnings', 'true'), '`SuppressAotAnalysisWarnings` hides every AOT warning.'),
    snippet: '<SuppressAotAnalysisWarnings>false</SuppressAotAnalysisWarnings>',
  },
  {
    entries: ['properties/builtincominteropsupport', 'compatibility/built-in-com'],
    about: /no built-in COM/i,
    find: (p) => when(p.is('BuiltInComInteropSupport', 'true'), '`BuiltInComInteropSupport` is `true`.'),
  },
  {
    entries: ['compatibility/binaryformatter', 'properties/enableunsafebinaryformatterserialization'],
    about: /./,
    find: (p) => when(p.is('EnableUnsafeBinaryFormatterSerialization', 'true'), '`BinaryFormatter` is switched on.'),
  },
  {
    entries: ['diagnostics/cross-os-native-compilation-not-supported', 'guides/cross-compilation'],
    about: /from one operating system|cross-OS/i,
    find: (p) => {
      const systems = [...new Set(p.runtimeIdentifiers.map(systemOf).filter((each) => each !== null))];
      const one = `The runtime identifier is ${p.runtimeIdentifiers.map((each) => quote(each)).join(', ')}: publish on that operating system.`;
      const many = `The runtime identifiers are of several operating systems (${systems.join(', ')}): each needs a machine of its own.`;
      return when(p.aot && systems.length > 0, systems.length > 1 ? many : one);
    },
  },
  {
    entries: ['properties/invariantglobalization', 'compatibility/globalization'],
    about: /ICU|size|true/i,
    find: (p) => {
      const image = [
        ...p.values('ContainerFamily'),
        ...p.values('ContainerBaseImage'),
        ...p.values('RuntimeIdentifier'),
      ];
      const small = image.some(({ value }) => /alpine|musl|chiseled|distroless/i.test(value));
      return when(small && !p.has('InvariantGlobalization'), '`InvariantGlobalization` is not set for a small image.');
    },
    snippet: '<InvariantGlobalization>true</InvariantGlobalization>',
  },
  {
    entries: ['properties/publishaot'],
    about: /Libraries use/i,
    find: (p) =>
      when(
        p.aot && p.is('OutputType', 'library') && !p.has('NativeLib'),
        'The project is a library and sets `PublishAot`.',
      ),
    snippet: '<IsAotCompatible>true</IsAotCompatible>',
  },
  {
    entries: ['properties/publishaot'],
    about: /turns on/i,
    find: (p) => {
      const app = p.is('OutputType', 'exe') || p.is('OutputType', 'winexe') || /\.(?:Web|Worker)$/i.test(p.sdk ?? '');
      const able = p.targetFrameworks.length > p.tooOld.length;
      return when(
        app && able && !p.has('PublishAot'),
        '`PublishAot` is not set here, so nothing is published with Native AOT.',
      );
    },
    snippet: '<PublishAot>true</PublishAot>',
  },
];
