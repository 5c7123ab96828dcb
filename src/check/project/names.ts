/** Properties without an entry of their own that are spelled as the SDK does; MSBuild ignores capitals. */
const KNOWN = [
  ...['TargetFramework', 'TargetFrameworks', 'TargetFrameworkVersion', 'OutputType', 'RuntimeIdentifier'],
  ...['RuntimeIdentifiers', 'SelfContained', 'PublishAot', 'PublishTrimmed', 'PublishSingleFile', 'PublishReadyToRun'],
  ...['IsAotCompatible', 'IsTrimmable', 'TrimMode', 'TrimmerSingleWarn', 'EnableAotAnalyzer', 'EnableTrimAnalyzer'],
  ...['UseWPF', 'UseWindowsForms', 'UseWinUI', 'UseMaui', 'InvariantGlobalization', 'InvariantTimezone', 'NoWarn'],
  ...['JsonSerializerIsReflectionEnabledByDefault', 'WarningsAsErrors', 'TreatWarningsAsErrors', 'PackAsTool'],
  ...['StripSymbols', 'OptimizationPreference', 'IlcOptimizationPreference', 'NativeLib', 'LangVersion', 'Nullable'],
  ...['EnableConfigurationBindingGenerator', 'EnableRequestDelegateGenerator', 'InterceptorsNamespaces'],
  ...['InterceptorsPreviewNamespaces', 'EFOptimizeContext', 'EFScaffoldModelStage', 'EFPrecompileQueriesStage'],
  ...['_SuppressWinFormsTrimError', '_SuppressWpfTrimError', 'ManagePackageVersionsCentrally', 'ImplicitUsings'],
  ...['StackTraceSupport', 'EventSourceSupport', 'UseSystemResourceKeys', 'DebuggerSupport', 'Version'],
  ...['SuppressTrimAnalysisWarnings', 'SuppressAotAnalysisWarnings', 'GeneratePackageOnBuild', 'AllowUnsafeBlocks'],
];

/** Gives a property the spelling of the SDK, or of an entry, whatever capitals a file uses. */
export function createSpelling(more: readonly string[]): (name: string) => string {
  const known = new Map([...KNOWN, ...more].map((name) => [name.toLowerCase(), name]));
  return (name) => known.get(name.toLowerCase()) ?? name;
}

// Packages that only the build uses. Their names tell; assets often don't, as Microsoft.EntityFrameworkCore.Design shows,
// which NuGet adds with the same PrivateAssets and IncludeAssets as an analyzer.
const BUILD_ONLY = new RegExp(
  [
    /(?:^|\.)(?:\w*analy[sz]ers?|codefix(?:es)?|codestyle|refactorings?)(?:\.|$)/,
    /analy[sz]ers?$/,
    /^(?:stylecop|roslynator|sonaranalyzer|meziantou\.analyzer|securitycodescan|asyncfixer|errorprone)\b/,
    /\bsourcelink\b/,
    /^(?:minver|gitversion|gitversion\.msbuild|gitversiontask|nerdbank\.gitversioning|gitinfo|husky|husky\.net)$/,
    /^(?:polysharp|isexternalinit|nullable|referencetrimmer|dotnet\.reproduciblebuilds(?:\.isolated)?)$/,
    /^microsoft\.(?:netframework\.referenceassemblies|build\.tasks\.git|codecoverage|net\.illink\.tasks)/,
    /^microsoft\.visualstudio\.azure\.containers\.tools\.targets$/,
    /^(?:coverlet\.msbuild|csharpier\.msbuild|dotnet-format|microsoft\.net\.compilers(?:\.toolset)?)$/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Tells whether a package is an analyzer or a build tool by its name. */
export function isBuildTool(id: string): boolean {
  return BUILD_ONLY.test(id);
}
