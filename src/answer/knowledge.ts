import type { Entry, Topic } from '../knowledge/types.ts';
import type { SearchData } from '../search/data.ts';
import { createSearch, type Search } from '../search/search.ts';
import type { Link } from './reply.ts';
import { createScope, type Scope } from './scope.ts';
import { MAX_RELATED } from './tuning.ts';
import { createWording, type Wording } from './wording.ts';

/** What answers are made from. */
export interface Knowledge {
  topics: readonly Topic[];
  search: Search;
  scope: Scope;
  wordingOf: (question: string) => Wording;
}

/** `data` is the search data of the same topics, where they were kept. */
export function createKnowledge(topics: readonly Topic[], data?: SearchData): Knowledge {
  const search = createSearch(topics, data);
  return { topics, search, scope: createScope(topics, search), wordingOf: createWording(topics) };
}

/** The topic of an entry. Throws if there is none, which loading rules out. */
export function topicOf(entry: Entry, { topics }: Knowledge): Topic {
  const topic = topics.find(({ id }) => entry.id.startsWith(`${id}/`));
  if (!topic) throw new Error(`no topic for ${entry.id}`);
  return topic;
}

/** The entries of these ids, as they are offered beside a reply: each once, and no more than fit. */
export function linksOf(ids: readonly string[], { search }: Knowledge): Link[] {
  const entries = [...new Set(ids)].flatMap((id) => search.byId.get(id) ?? []);
  return entries.slice(0, MAX_RELATED).map((entry) => ({ id: entry.id, title: titleOf(entry) }));
}

/** `IL3050: ...`, where the title doesn't say the code already. */
export function titleOf({ title, code }: Entry): string {
  return code && !title.includes(code) ? `${code}: ${title}` : title;
}
