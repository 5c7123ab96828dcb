import type { Citation, Claim, Code, Section } from '../../knowledge/types.ts';
import { bare } from '../quote.ts';

/** Sections of a full report that the short one takes over. */
export const NEXT_STEP = 'Next step';
export const TO_LOOK_AT = 'What to look at';

/** A statement of a report: what the input shows, said with the citations of what explains it. */
export function statement(text: string, citations: readonly Citation[] = [], lead: Claim['lead'] = 'paragraph'): Claim {
  return { text, plain: bare(text), citations: [...citations], lead };
}

/** An item of a list: what the input shows, and what an entry says of it. */
export function item(shown: string, claim: Claim | null, code?: Code): Claim {
  const said = claim ? statement(`${shown} ${claim.text}`, claim.citations, 'item') : statement(shown, [], 'item');
  return code ? { ...said, code } : said;
}

/** Goes on in the line before; a claim's code block comes along. */
export function continued(before: string, claim: Claim): Claim {
  const text = before ? `${before} ${claim.text}` : claim.text;
  return { ...claim, text, plain: bare(text), lead: 'continued' };
}

/** A section, or nothing where there is nothing to say. */
export function section(heading: string, claims: readonly Claim[]): Section[] {
  return claims.length > 0 ? [{ heading, claims: [...claims] }] : [];
}

export function xml(value: string): Code {
  return { lang: 'xml', value };
}
