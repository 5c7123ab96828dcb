import { z } from 'zod';
import { MAX_CUSTOM_ID } from './limits.ts';

/** Raised when an id's meaning changes; ids of other generations get a clear message. */
const GENERATION = 'a1';

const entry = z.string().regex(/^[a-z0-9.+/-]{1,80}$/);
const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('share') }),
  z.object({ do: z.literal('delete'), argument: z.string().regex(/^\d{1,20}$/) }),
  z.object({ do: z.literal('version'), argument: entry }),
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('unhelpful'), argument: entry }),
  z.object({ do: z.literal('panel-show'), argument: entry }),
  z.object({ do: z.literal('panel-prerequisites') }),
  z.object({ do: z.literal('panel-library') }),
]);

/**
 * What a button, select or form does: `delete` with the id of the asker, `version`, `unhelpful` and `panel-show` with
 * the id of an entry. All that is needed is in the id, so that it works after a restart and on any process.
 */
export type Action = z.infer<typeof action>;

/** At most 100 characters: an entry's id has at most 80, which the lint checks. */
export function toCustomId(value: Action): string {
  const id = [GENERATION, value.do, ...('argument' in value ? [value.argument] : [])].join(':');
  return id.slice(0, MAX_CUSTOM_ID);
}

/** Null for an id that is stale, forged or somebody else's. */
export function parseCustomId(id: string): Action | null {
  const [generation, name, ...argument] = id.split(':');
  if (generation !== GENERATION) return null;
  const result = action.safeParse({ do: name, ...(argument.length > 0 ? { argument: argument.join(':') } : {}) });
  return result.success ? result.data : null;
}
