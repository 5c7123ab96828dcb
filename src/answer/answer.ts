import type { Claim, Entry, Section } from '../knowledge/types.ts';
import type { Hit } from '../search/hit.ts';
import { abstain } from './abstain.ts';
import { choose } from './choose.ts';
import { type Conditions, readConditions } from './conditions.ts';
import { type Knowledge, linksOf, titleOf, topicOf } from './knowledge.ts';
import type { Reply, Verdict } from './reply.ts';
import { ANSWER_THRESHOLD, CLOSE_SCORE, MAX_CLOSE, MAX_COMBINED, MAX_LEAD } from './tuning.ts';
import { decideVerdict, STATUS_LABELS, versionsOf } from './verdict.ts';

/** What is asked beside the question itself. */
export interface AskOptions {
  conditions?: Partial<Conditions>;
  /** Leaves out entries that can't be the answer, such as all but diagnostics. */
  accept?: (entry: Entry) => boolean;
}

/** Answers a question, or abstains. Pure: the same question gets the same reply. */
export function answer(question: string, knowledge: Knowledge, options: AskOptions = {}): Reply {
  const found = knowledge.search.find(question, options.accept);
  const refused = knowledge.scope(question, found.question);
  const [first, ...others] = found.hits;
  if (!first || refused) return abstain(refused, found.hits, knowledge);
  const wording = knowledge.wordingOf(question);
  const { hits, confidence } = choose([first, ...others], found.question, wording);
  if (confidence < ANSWER_THRESHOLD) return abstain(wording.outside, hits, knowledge, confidence);
  const conditions = { ...readConditions(question), ...withoutNulls(options.conditions) };
  const reply = { ...replyFrom(hits[0].entry, conditions, knowledge), confidence };
  return combine(reply, hits, conditions, knowledge);
}

/** Replies without conditions, of which there is one an entry; most clicks and look-ups ask for these. */
const plainReplies = new WeakMap<Entry, Reply>();

/** The reply that an entry gives under the conditions. Not to be changed: the next one who asks may get the same. */
export function replyFrom(entry: Entry, conditions: Conditions, knowledge: Knowledge): Reply {
  if (conditions.dotnet ?? conditions.os ?? conditions.arch) return makeReply(entry, conditions, knowledge);
  const known = plainReplies.get(entry);
  if (known) return known;
  const reply = makeReply(entry, conditions, knowledge);
  plainReplies.set(entry, reply);
  return reply;
}

// --- internal ---

function makeReply(entry: Entry, conditions: Conditions, knowledge: Knowledge): Reply {
  const releases = topicOf(entry, knowledge).vocabulary.releases;
  const verdict = decideVerdict(entry, conditions, releases);
  return {
    answered: true,
    id: entry.id,
    kind: entry.kind,
    title: titleOf(entry),
    verdict,
    notice:
      verdict?.status === 'unknown' ? 'The documents that we know do not settle this; here is what they say.' : null,
    sections: entry.sections,
    related: linksOf([...entry.instead, ...entry.related], knowledge),
    versions: versionsOf(entry),
    confidence: 1,
    panel: null,
  };
}

function withoutNulls(conditions: Partial<Conditions> = {}): Partial<Conditions> {
  return Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== null && value !== undefined));
}

/** Adds what the question may be about as well: its other diagnostics, and entries that are nearly as close. */
function combine(reply: Reply, hits: readonly Hit[], conditions: Conditions, knowledge: Knowledge): Reply {
  const [best, ...rest] = hits;
  const codes = rest.filter(({ code }) => code >= 0).slice(0, MAX_COMBINED - 1);
  const close = rest
    .filter((hit) => !codes.includes(hit) && hit.score >= CLOSE_SCORE * (best?.score ?? 0))
    .slice(0, MAX_CLOSE);
  const others = [...codes, ...close].map(({ entry }) => replyFrom(entry, conditions, knowledge));
  const sections = others.map(({ title, verdict, sections: [first] }) => lead(title, verdict, first?.claims ?? []));
  const ids = [...others.map(({ id }) => id ?? ''), ...reply.related.map(({ id }) => id)];
  return { ...reply, sections: [...reply.sections, ...sections], related: linksOf(ids, knowledge) };
}

/** The verdict and the first paragraph of an entry, under its title. */
function lead(title: string, verdict: Verdict | null, claims: readonly Claim[]): Section {
  const end = claims.findIndex(({ lead: begins }, index) => index > 0 && begins === 'paragraph');
  const first = end < 0 ? claims : claims.slice(0, end);
  const heading =
    verdict && verdict.status !== 'unknown' ? `${title} (${STATUS_LABELS[verdict.status].toLowerCase()})` : title;
  return { heading: `See also: ${heading}`, claims: first.slice(0, MAX_LEAD) };
}
