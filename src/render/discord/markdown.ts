import { citationsOf, type Reply, type Verdict } from '../../answer/reply.ts';
import type { Citation, Claim, Section, Status } from '../../knowledge/types.ts';

/** What of a reply is text on Discord, in the order of its weight: the first must fit, the last may go. */
export interface Texts {
  head: string;
  body: string;
  sources: string;
}

const MARKS: Record<Status, string> = {
  supported: '✅',
  partial: '🟡',
  experimental: '🧪',
  unsupported: '❌',
  unknown: '❔',
};

export function renderTexts(reply: Reply): Texts {
  const citations = citationsOf(reply);
  const head = [`### ${escapeText(reply.title)}`, reply.verdict ? renderVerdict(reply.verdict, citations) : ''];
  const body = [
    escapeText(reply.notice ?? ''),
    ...reply.sections.flatMap((section) => renderSection(section, citations)),
  ];
  return {
    head: head.filter(Boolean).join('\n'),
    body: body.filter(Boolean).join('\n\n'),
    sources: citations.map(renderSource).join('\n'),
  };
}

/** Text that isn't ours to format: Markdown and mentions in it are shown as they stand. */
function escapeText(text: string): string {
  return text.replace(/[\\*_~`|>#[\]()<@-]/g, (char) => `\\${char}`);
}

// --- internal ---

function renderVerdict({ status, line, history, note, evidence }: Verdict, citations: readonly Citation[]): string {
  const lines = [
    `${MARKS[status]} **${line}**`,
    note ? renderClaim(note, citations) : '',
    history.length > 0 ? `-# ${history.join(' · ')}` : '',
    evidence ? `-# Evidence: ${evidence}` : '',
  ];
  return lines.filter(Boolean).join('\n');
}

function renderSection({ heading, claims }: Section, citations: readonly Citation[]): string[] {
  const blocks: string[] = heading ? [`**${escapeText(heading)}**`] : [];
  for (const claim of claims) {
    const text = renderClaim(claim, citations);
    const last = blocks.at(-1);
    if (claim.lead === 'continued' && last) blocks[blocks.length - 1] = `${last} ${text}`;
    else if (claim.lead === 'item' && last?.startsWith('- ')) blocks[blocks.length - 1] = `${last}\n- ${text}`;
    else blocks.push(claim.lead === 'item' ? `- ${text}` : text);
  }
  return blocks;
}

function renderClaim({ text, citations, code }: Claim, all: readonly Citation[]): string {
  const numbers = [...new Set(citations.map(({ url }) => all.findIndex((citation) => citation.url === url) + 1))];
  const marks = numbers.map((number) => `\\[${number}\\]`).join('');
  const sentence = marks ? `${text} ${marks}` : text;
  return code ? `${sentence}\n\`\`\`${code.lang}\n${code.value}\n\`\`\`` : sentence;
}

function renderSource({ title, url, anchor, verified }: Citation, index: number): string {
  const where = anchor ? ` › ${anchor}` : '';
  const age = verified ? ` (${verified.date})` : '';
  return `-# ${index + 1}. [${linkText(title + where)}](${url})${age}`;
}

/** Brackets would end the link. */
function linkText(text: string): string {
  return text.replace(/[[\]]/g, '').replaceAll('`', "'");
}
