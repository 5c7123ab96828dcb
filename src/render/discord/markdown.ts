import type { Reply, Verdict } from '../../answer/reply.ts';
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

/** `citations` are those of the reply, in the order of their numbers. */
export function renderTexts(reply: Reply, citations: readonly Citation[]): Texts {
  const numbers = new Map(citations.map(({ url }, index) => [url, index + 1]));
  const head = [`### ${escapeText(reply.title)}`, reply.verdict ? renderVerdict(reply.verdict, numbers) : ''];
  const body = [
    escapeText(reply.notice ?? ''),
    ...reply.sections.flatMap((section) => renderSection(section, numbers)),
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

/** The number that each page has among the sources, by its address. */
type Numbers = ReadonlyMap<string, number>;

function renderVerdict({ status, line, history, note, evidence }: Verdict, numbers: Numbers): string {
  const lines = [
    `${MARKS[status]} **${line}**`,
    note ? renderClaim(note, numbers) : '',
    history.length > 0 ? `-# ${history.join(' · ')}` : '',
    evidence ? `-# Evidence: ${evidence}` : '',
  ];
  return lines.filter(Boolean).join('\n');
}

function renderSection({ heading, claims }: Section, numbers: Numbers): string[] {
  const blocks: string[] = heading ? [`**${escapeText(heading)}**`] : [];
  for (const claim of claims) {
    const text = renderClaim(claim, numbers);
    const last = blocks.at(-1);
    if (claim.lead === 'continued' && last) blocks[blocks.length - 1] = `${last} ${text}`;
    else if (claim.lead === 'item' && last?.startsWith('- ')) blocks[blocks.length - 1] = `${last}\n- ${text}`;
    else blocks.push(claim.lead === 'item' ? `- ${text}` : text);
  }
  return blocks;
}

function renderClaim({ text, citations, code }: Claim, numbers: Numbers): string {
  const cited = new Set(citations.map(({ url }) => numbers.get(url)));
  const marks = [...cited].map((number) => `\\[${number}\\]`).join('');
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
