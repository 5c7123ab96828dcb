import { type Knowledge, titleOf } from '../../answer/knowledge.ts';
import { plainReply, type Reply } from '../../answer/reply.ts';
import { STATUS_LABELS } from '../../answer/verdict.ts';
import type { Claim, Entry } from '../../knowledge/types.ts';
import { quote } from '../quote.ts';
import type { CheckReport, PackageReport } from '../types.ts';
import { NEXT_STEP, section, statement, TO_LOOK_AT } from './claims.ts';
import { meaningOf } from './entries.ts';

/** Lines of one kind; what is beyond can still be opened. */
const MAX_LINES = 12;
/** Answers that are offered in full; more fit into no select. */
const MAX_OPEN = 25;
/** Characters of a meaning, which is one line on a screen of usual width. */
const MAX_MEANING = 160;

/** The reports as one short reply: each cause once, with one line of meaning and its page; all can be opened in full. */
export function compactReply(reports: readonly CheckReport[], knowledge: Knowledge): Reply {
  const several = reports.length > 1;
  const [first] = reports;
  if (!first) return plainReply('Nothing to check', 'Give a log, a project file or a lock file.', { answered: false });
  const entries = reports.flatMap((report) => entriesIn(report, knowledge));
  return plainReply(
    several ? `${reports.length} files` : first.reply.title,
    reports.map(({ reply }) => (several ? `${reply.title}: ${reply.notice}` : (reply.notice ?? ''))).join('\n'),
    {
      answered: reports.some(({ reply }) => reply.answered),
      sections: reports.flatMap((report) =>
        sectionsOf(report, knowledge).map(({ heading, claims }) => ({
          heading: several ? `${report.reply.title}: ${heading}` : heading,
          claims,
        })),
      ),
      related: [...new Set(entries)].slice(0, MAX_OPEN).map((entry) => ({ id: entry.id, title: titleOf(entry) })),
    },
  );
}

// --- internal ---

function entriesIn({ causes, packages }: CheckReport, { search }: Knowledge): Entry[] {
  const ids = [...causes.map(({ entry }) => entry), ...packages.filter(isDoubtful).map(({ entry }) => entry)];
  return ids.flatMap((id) => search.byId.get(id ?? '') ?? []);
}

function sectionsOf(report: CheckReport, knowledge: Knowledge) {
  const { kind, reply } = report;
  const keep = (name: string) => reply.sections.filter(({ heading }) => heading === name);
  const causes = kind === 'log' ? section('In this order', causeLines(report, knowledge)) : keep(TO_LOOK_AT);
  return [...causes, ...section('Packages', packageLines(report, knowledge)), ...keep(NEXT_STEP)];
}

function causeLines({ causes, diagnostics }: CheckReport, { search }: Knowledge): Claim[] {
  const lines = causes.slice(0, MAX_LINES).flatMap(({ entry: id, title }) => {
    const entry = search.byId.get(id);
    const codes = diagnostics.filter((found) => found.entry === id);
    const label = codes.map(({ code, count }) => `${code}${count > 1 ? ` ×${count}` : ''}`).join(', ') || title;
    return entry ? [line(label, entry)] : [];
  });
  const strange = diagnostics.filter(({ entry }) => entry === null).map(({ code }) => quote(code));
  const more = causes.slice(MAX_LINES).map(({ title }) => title);
  return [
    ...lines,
    ...(more.length > 0 ? [statement(`Also: ${more.slice(0, MAX_LINES).join('; ')}.`, [], 'item')] : []),
    ...(strange.length > 0 ? [statement(`Nothing here about ${strange.slice(0, 20).join(', ')}.`, [], 'item')] : []),
  ];
}

function packageLines({ packages }: CheckReport, { search }: Knowledge): Claim[] {
  return packages
    .filter(isDoubtful)
    .slice(0, MAX_LINES)
    .flatMap(({ id, version, verdict, entry: at }) => {
      const entry = at ? search.byId.get(at) : undefined;
      if (!entry || !verdict) return [];
      return [line(`${quote(`${id} ${version}`.trim())} (${STATUS_LABELS[verdict].toLowerCase()})`, entry)];
    });
}

function isDoubtful({ verdict, entry }: PackageReport): boolean {
  return entry !== null && verdict !== null && verdict !== 'supported';
}

/** What an entry says first, in one line that links to where it is said. */
function line(label: string, entry: Entry): Claim {
  const meaning = meaningOf(entry);
  const [page] = meaning?.citations ?? [];
  const said = firstSentence(meaning?.text ?? entry.title);
  // Most entries of diagnostics begin with their code, which needs no saying twice.
  const text = entry.code && said.startsWith(`${entry.code} `) ? said.slice(entry.code.length) : `: ${said}`;
  const claim = statement(`**${label}**${text}`, [], 'item');
  if (!page) return claim;
  return { ...claim, text: `${claim.text} ([page](${page.url}))`, plain: `${claim.plain} (${page.url})` };
}

/** Cut at a word where it is longer than a line; a code span that would be cut through goes as a whole. */
function firstSentence(text: string): string {
  const [sentence = text] = text.split(/(?<=[.!?])\s+(?=[A-Z`"])/);
  if (sentence.length <= MAX_MEANING) return sentence;
  const cut = sentence.slice(0, sentence.lastIndexOf(' ', MAX_MEANING));
  const open = (cut.match(/`/g) ?? []).length % 2 === 1;
  return `${open ? cut.slice(0, cut.lastIndexOf('`')) : cut}…`;
}
