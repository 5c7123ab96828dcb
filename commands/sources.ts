import { answer } from '../src/answer/answer.ts';
import type { Knowledge } from '../src/answer/knowledge.ts';
import { citationsOf, plainReply, type Reply } from '../src/answer/reply.ts';
import { defineCommand } from '../src/command.ts';
import { toCitation } from '../src/knowledge/citations.ts';
import type { Citation, Claim, Section, Source, Specification } from '../src/knowledge/types.ts';
import { findEntry, suggestEntries } from './options.ts';

export const sources = defineCommand({
  name: 'sources',
  description: 'The pages that answers rest on, with their age',
  options: {
    about: {
      type: 'text',
      description: 'Only the pages about this; all sources of the topic by default',
      maxLength: 200,
      complete: (typed, knowledge) => suggestEntries(typed, knowledge, () => true),
    },
  },
  run({ about }, knowledge) {
    if (about?.trim()) return sourcesAbout(about, knowledge);
    const sections = knowledge.topics.flatMap(({ specification }) => sourcesOf(specification));
    const names = knowledge.topics.map(({ name }) => name).join(', ');
    return plainReply(`Sources about ${names}`, 'Name a subject to get the pages about it.', { sections });
  },
});

// --- internal ---

function sourcesAbout(about: string, knowledge: Knowledge): Reply {
  const entry = findEntry(about, knowledge);
  const reply = entry ? null : answer(about, knowledge);
  if (reply && !reply.answered) return reply;
  const citations = citationsOf(
    entry ? { verdict: null, sections: entry.sections } : { verdict: null, sections: reply?.sections ?? [] },
  );
  const title = entry?.title ?? reply?.title ?? about;
  return plainReply(`Sources about ${title}`, '', {
    notice: null,
    id: entry?.id ?? reply?.id ?? null,
    sections: [{ heading: null, claims: citations.map(toClaim) }],
  });
}

function sourcesOf({ official, primary, secondary }: Specification): Section[] {
  const section = (heading: string, list: readonly Source[]): Section => ({
    heading,
    claims: list.map((source) => toClaim(toCitation(source, null))),
  });
  return [section('Official', official), section('Primary', primary), section('Secondary', secondary)].filter(
    ({ claims }) => claims.length > 0,
  );
}

function toClaim(citation: Citation): Claim {
  const { title, repo, path, verified, anchor } = citation;
  const where = repo && path ? ` (${repo}, \`${path}\`)` : '';
  const heading = anchor ? `, section \`#${anchor}\`` : '';
  const commit = verified?.commit ? ` at commit ${verified.commit.slice(0, 9)}` : '';
  const age = verified ? `, checked ${verified.date}${commit}` : ', not checked yet';
  const text = `${title}${where}${heading}${age}`;
  return { text, plain: text.replaceAll('`', ''), citations: [citation], lead: 'item' };
}
