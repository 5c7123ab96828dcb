import { z } from 'zod';
import { ARCHITECTURES, EVIDENCE, STATUSES, SYSTEMS } from './types.ts';

// One schema a file kind, for shape only; what the values mean together is checked by the rules in rules/.
// The descriptions become the editors' JSON Schema (`npm run knowledge -- schema`).

const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);
const phrase = (max: number) => z.string().trim().min(2).max(max);
const reference = z
  .string()
  .regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]*$/, 'must be kind/slug, such as guides/what-is-native-aot');
const date = z.string().regex(/^\d{4}(-\d{2}){0,2}$/, 'must be "YYYY", "YYYY-MM" or "YYYY-MM-DD", in quotation marks');
const productVersion = z.string().regex(/^\d+$/, 'must be a version in quotation marks, such as "8"');

const supportRow = z
  .strictObject({
    dotnet: productVersion.describe('.NET version from which the row holds, until a later row says otherwise.'),
    status: z.enum(STATUSES).describe('The verdict; unknown where no document settles it.'),
    note: z.string().min(5).max(400).optional().describe('One cited sentence; needed unless supported or unsupported.'),
    os: list(z.enum(SYSTEMS)).describe('The row holds for these operating systems only.'),
    arch: list(z.enum(ARCHITECTURES)).describe('The row holds for these architectures only.'),
    version: z.string().min(1).max(40).optional().describe('Package version from which the row holds.'),
    evidence: z.enum(EVIDENCE).optional().describe("What a package's verdict rests on."),
    asOf: date.optional().describe('Date of the evidence.'),
  })
  .describe('One verdict.');

/** Front matter of an entry. */
export const frontMatter = z.strictObject({
  title: phrase(100).describe('What the entry is about, in the words people search with.'),
  aliases: list(phrase(120)).describe('Other names of exactly this; an alias belongs to one entry only.'),
  asks: list(phrase(400)).describe('Ways in which people put the question, error texts included.'),
  support: list(supportRow).describe('Verdicts per .NET version, oldest first.'),
  instead: list(reference).describe('Entries that say what to use instead, as kind/slug.'),
  related: list(reference).pipe(z.array(z.string()).max(5)).describe('Neighbouring entries, as kind/slug; at most 5.'),
  code: z
    .string()
    .regex(/^[A-Z]{2,10}\d{2,6}$/, 'must be a diagnostic code such as IL3050')
    .optional()
    .describe('Diagnostic code; the file has its name in lower case.'),
  package: z.string().min(2).max(100).optional().describe('NuGet id; the file has its name in lower case.'),
  property: z
    .string()
    .regex(/^[A-Za-z][\w.:]*$/, 'must be a property name such as PublishAot')
    .optional()
    .describe('MSBuild property; the file has its name in lower case.'),
  default: z.string().max(200).optional().describe("The property's default value."),
  since: z.string().max(60).optional().describe('Version that brought the property.'),
});
export type FrontMatter = z.infer<typeof frontMatter>;

const source = z.strictObject({
  title: phrase(200),
  url: z.url({ protocol: /^https$/ }).describe('Rendered page, without an anchor.'),
  repo: z
    .string()
    .regex(/^[\w.-]+\/[\w.-]+$/)
    .optional(),
  path: z.string().min(1).optional().describe('File inside the repository.'),
  verified: z
    .strictObject({ date: z.iso.date(), commit: z.string().min(6).optional() })
    .optional()
    .describe('When, and at which commit, the page was read.'),
  anchors: list(z.string().min(1)).describe('Anchors of its headings; none for a page without headings.'),
});

/** `sources.yaml`: every page that may be cited, by id. */
export const sourcesFile = z.record(z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'must be lower case'), source);

/** `vocabulary.yaml`: how people write about the topic. */
export const vocabularyFile = z.strictObject({
  releases: z
    .strictObject({ first: productVersion, newest: productVersion, preview: productVersion.nullable().default(null) })
    .default({ first: '1', newest: '1', preview: null }),
  synonyms: list(z.array(phrase(60)).min(2)).describe('Lines of equivalent phrases; the first is what entries say.'),
  pairs: z
    .record(z.string().regex(/^[a-z]+$/), z.array(z.array(phrase(60)).min(1)).min(2))
    .default({})
    .describe('Kinds of things of which a question may name two, to get from one to the other: the names of each.'),
  common: list(z.string()).describe('Words in nearly every question, which tell nothing.'),
  signals: list(z.string()).describe('Words that show that a question is about the topic.'),
  elsewhere: list(z.string()).describe('Names of other technologies, which make an answer unlikely.'),
  home: list(z.string()).describe('Words that make a question ours although it names another technology.'),
  unsettled: list(z.string()).describe(
    'Phrases of questions that no document settles, such as on money: they make an answer unlikely.',
  ),
  ownNames: list(z.string().min(2)).describe('What names of the product itself begin with.'),
  codes: list(z.string()).describe('What the diagnostic codes of other tools begin with.'),
  popular: list(reference).describe('Entries that are offered before anything is typed.'),
});

/** `tells.yaml`: what single words of a question tell, as `npm run fit` finds it. */
export const tellsFile = z.record(z.string(), z.number()).default({});

/** The JSON Schema of an entry's front matter, for editors. */
export function frontMatterSchema(): object {
  return z.toJSONSchema(frontMatter, { io: 'input' });
}
