import { createHash } from 'node:crypto';
import { own } from './own.ts';
import type { Diagnostic } from './types.ts';

/** ` [C:\App\App.csproj::TargetFramework=net8.0]` at the end of a line: whose build said it. */
const PROJECT = /\s*\[([^[\]]{1,400}\.(?:\w{0,12}proj|slnx?|cs|props|targets)\s?(?:::?[^[\]]{0,200})?)\]\s*$/;
/** Arcade, the .NET team's build, puts its category before the message in one of two copies. */
const TELEMETRY = /\(NETCORE_ENGINEERING_TELEMETRY=\w{1,40}\)\s*/;
/** Origins that are told apart under one code, file name and message. */
const MAX_ORIGINS = 200;

/** Takes the project's suffix off a message; a build that another build runs leaves two. */
export function splitProject(message: string): { message: string; project: string | null } {
  let bare = message.trimEnd();
  let project: string | null = null;
  for (let round = 0; round < MAX_SUFFIXES; round++) {
    const match = PROJECT.exec(bare.slice(-PROJECT_RANGE));
    if (!match) break;
    bare = bare.slice(0, bare.length - match[0].length);
    project ??= match[1] ?? null;
  }
  return { message: bare.replace(TELEMETRY, '').trim(), project };
}

/** Tells whether a diagnostic was met before: the same code, place and message, however they were printed. */
export class Occurrences {
  readonly #origins = new Map<string, string[]>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get full(): boolean {
    return this.#origins.size >= this.#limit;
  }

  /** `first` is the message as far as its first line says it: wrapped copies may have swallowed a line too many. */
  isNew({ code, origin, message }: Diagnostic, first: string): boolean {
    const place = toPlace(origin);
    const name = place.slice(place.lastIndexOf('/') + 1);
    const keyOf = (text: string) => digest(`${code}\n${name}\n${text.replace(/\s+/g, '')}`);
    const whole = keyOf(message);
    const start = first === message ? whole : keyOf(first);
    const known = (key: string) => this.#origins.get(key)?.some((other) => isSamePlace(other, place)) ?? false;
    if (known(whole) || known(start) || known(`${STARTS}${whole}`)) return false;
    if (this.full) return false;
    this.#remember(whole, place);
    if (start !== whole) this.#remember(`${STARTS}${start}`, place);
    return true;
  }

  #remember(key: string, place: string): void {
    const places = this.#origins.get(key);
    if (!places) this.#origins.set(key, [own(place)]);
    else if (places.length < MAX_ORIGINS) places.push(own(place));
  }
}

// --- internal ---

const PROJECT_RANGE = 700;
const MAX_SUFFIXES = 3;
/** Marks the key of a first line, which alone tells nothing about another first line. */
const STARTS = '^';

/** Windows doesn't tell capitals apart, and a path is printed with either slash, absolute or relative. */
function toPlace(origin: string): string {
  const bare = origin.toLowerCase().replace(/\s+/g, '').replace(/\\/g, '/');
  return bare.replace(/\(0(?:,0)*\)$/, '').replace(/^(?:\.{1,2}\/)+/, '');
}

/** A relative path is the end of the absolute one. */
function isSamePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short !== '' && long.endsWith(`/${short}`);
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
