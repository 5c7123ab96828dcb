import { quote } from '../quote.ts';
import { type Trap, when } from './trap.ts';

/** App models and references that decide whether Native AOT is possible. */
export const MODELS: readonly Trap[] = [
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
];
