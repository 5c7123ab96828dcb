import type { Source, Topic } from '../knowledge/types.ts';
import type { Checked, Finding } from './check.ts';

/** The report for people, and whether every page that could be had is in order. */
export function renderReport(checked: readonly Checked[]): { text: string; ok: boolean } {
  const of = (state: Finding['state']) => checked.filter(({ finding }) => finding.state === state);
  const changed = checked.filter(({ finding }) => finding.state === 'verified' && finding.changed);
  const parts = [
    `${of('verified').length} of ${checked.length} pages verified.`,
    listOf('Missing: cite another page, or take the claims back', of('missing')),
    listOf('Moved: put the new address into sources.yaml', of('moved')),
    listOf('Lost a cited heading: read the page again', of('lost')),
    listOf('Changed since they were read: read them again', changed),
    listOf('Not checked', of('not checked')),
  ];
  const ok = ['missing', 'moved', 'lost'].every((state) => checked.every(({ finding }) => finding.state !== state));
  return { text: `${parts.filter(Boolean).join('\n\n')}\n`, ok };
}

/** How old the last checks are, without asking anybody. */
export function renderAges({ name, sources }: Topic): string {
  const all = Object.values(sources);
  const dates = all.flatMap(({ verified }) => verified?.date ?? []).sort();
  const never = all.filter(({ verified }) => verified === null);
  const ages = dates.length > 0 ? `verified between ${dates[0]} and ${dates.at(-1)}` : 'none verified yet';
  return `${name}: ${all.length} pages, ${ages}, ${never.length} never.\n`;
}

// --- internal ---

function listOf(title: string, checked: readonly Checked[]): string {
  if (checked.length === 0) return '';
  return `${title} (${checked.length}):\n${checked.map(({ source, finding }) => `  ${nameOf(source)}${detailOf(finding)}`).join('\n')}`;
}

function nameOf({ id, repo, path, url }: Source): string {
  return `${id} (${repo && path ? `${repo}, ${path}` : url})`;
}

function detailOf(finding: Finding): string {
  if (finding.state === 'moved') return `: to ${finding.to}`;
  if (finding.state === 'lost') return `: ${finding.anchors.map((anchor) => `#${anchor}`).join(', ')}`;
  if (finding.state === 'not checked') return `: ${finding.why}`;
  return '';
}
