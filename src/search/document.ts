import type { Entry } from '../knowledge/types.ts';
import { namesOfEntry } from './names.ts';

/** What of an entry is searched; the fields are weighed in tuning.ts. */
export interface Document {
  id: number;
  names: string;
  title: string;
  asks: string;
  headings: string;
  body: string;
}

export function toDocument(entry: Entry, id: number): Document {
  const { title, asks, sections } = entry;
  const claims = sections.flatMap((section) => section.claims);
  return {
    id,
    names: namesOfEntry(entry).join('\n'),
    title,
    asks: asks.join('\n'),
    headings: sections.map(({ heading }) => heading ?? '').join('\n'),
    body: claims.map(({ text, code }) => `${text}\n${code?.value ?? ''}`).join('\n'),
  };
}
