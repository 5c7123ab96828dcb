import { quote } from '../quote.ts';
import { type Trap, when } from './trap.ts';

const ANALYZERS = ['IsAotCompatible', 'EnableAotAnalyzer'];
const AOT_CONDITION = `Condition="$([MSBuild]::IsTargetFrameworkCompatible('$(TargetFramework)', 'net8.0'))"`;

/** Settings that stop the publish. */
export const ERRORS: readonly Trap[] = [
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
];
