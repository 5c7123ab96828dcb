import { systemOf } from '../project/view.ts';
import { quote } from '../quote.ts';
import { type Trap, when } from './trap.ts';

/** How the project is published. */
export const PUBLISH: readonly Trap[] = [
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
