import { citationsOf, type Reply, type Verdict } from '../answer/reply.ts';
import type { Citation, Claim, Status } from '../knowledge/types.ts';

/** How a terminal marks a piece of text; the identity where there are no colours. */
export interface Style {
  title(text: string): string;
  heading(text: string): string;
  quiet(text: string): string;
  verdict(text: string, status: Status): string;
}

const same = (text: string) => text;
export const PLAIN: Style = { title: same, heading: same, quiet: same, verdict: same };

const MARKS: Record<Status, string> = {
  supported: '✓',
  partial: '◐',
  experimental: '⚗',
  unsupported: '✗',
  unknown: '?',
};

/** A reply as text for people: verdict, claims with numbered citations, the pages, what is near. */
export function renderText(reply: Reply, style: Style = PLAIN): string {
  const citations = citationsOf(reply);
  const number = (citation: Citation) => citations.findIndex(({ url }) => url === citation.url) + 1;
  const blocks = [
    style.title(reply.title),
    reply.verdict ? renderVerdict(reply.verdict, number, style) : '',
    reply.notice ?? '',
    ...reply.sections.flatMap(({ heading, claims }) => [
      heading ? style.heading(heading) : '',
      ...renderClaims(claims, number),
    ]),
    citations.length > 0 ? renderSources(citations, style) : '',
    reply.related.length > 0 ? style.quiet(renderRelated(reply)) : '',
  ];
  return blocks.filter(Boolean).join('\n\n');
}

// --- internal ---

type Number = (citation: Citation) => number;

function renderVerdict({ status, line, history, note, evidence }: Verdict, number: Number, style: Style): string {
  const lines = [
    style.verdict(`${MARKS[status]} ${line}`, status),
    note ? renderClaim(note, number) : '',
    history.length > 0 ? history.join(' · ') : '',
    evidence ? `Evidence: ${evidence}.` : '',
  ];
  return lines.filter(Boolean).join('\n');
}

/** Claims that go on in the line of the one before are joined; a code block ends its line. */
function renderClaims(claims: readonly Claim[], number: Number): string[] {
  const lines: { text: string; item: boolean }[] = [];
  for (const claim of claims) {
    const text = renderClaim(claim, number);
    const last = lines.at(-1);
    if (claim.lead === 'continued' && last) last.text += ` ${text}`;
    else lines.push({ text: claim.lead === 'item' ? `- ${text}` : text, item: claim.lead === 'item' });
  }
  return lines.reduce<string[]>((blocks, { text, item }, index) => {
    if (item && lines[index - 1]?.item) blocks.push(`${blocks.pop()}\n${text}`);
    else blocks.push(text);
    return blocks;
  }, []);
}

function renderClaim({ plain, citations, code }: Claim, number: Number): string {
  const marks = [...new Set(citations.map(number))].map((n) => `[${n}]`).join('');
  const sentence = `${plain}${marks ? ` ${marks}` : ''}`;
  return code ? `${sentence}\n\n${indent(code.value)}` : sentence;
}

function indent(code: string): string {
  return code
    .split('\n')
    .map((line) => (line ? `    ${line}` : ''))
    .join('\n');
}

function renderSources(citations: readonly Citation[], style: Style): string {
  const lines = citations.map(({ title, url, verified }, index) => {
    const age = verified ? `, checked ${verified.date}` : '';
    return `[${index + 1}] ${title}${age}\n    ${url}`;
  });
  return [style.heading('Sources'), ...lines].join('\n');
}

function renderRelated({ related, answered }: Reply): string {
  return `${answered ? 'See also' : 'Nearest'}: ${related.map(({ title }) => title).join(' · ')}`;
}
