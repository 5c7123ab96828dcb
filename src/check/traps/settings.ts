import { quote } from '../quote.ts';
import { type Trap, when } from './trap.ts';

const SUPPRESSED = /\bIL[23]\d{3}\b/gi;

/** Switches that hide warnings or bring back what Native AOT lacks. */
export const SETTINGS: readonly Trap[] = [
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
];
