import type { Entry } from '../knowledge/types.ts';
import type { Question } from './question.ts';
import { MAX_NAME_WORDS } from './tuning.ts';

/** Names, as their atoms with blanks between, to the positions of the entries that bear them. */
export type Names = ReadonlyMap<string, readonly number[]>;

/** What a question names of an entry. */
export interface NamedEntry {
  /** How rare the words of its longest name are, in words that stand in one entry only. */
  rarity: number;
  /** The words of all its names. */
  atoms: ReadonlySet<string>;
}

/** A name of an entry that stands in a question. */
interface NameHit {
  /** Position of the entry in the index. */
  entry: number;
  /** The atoms of the name, in a row. */
  atoms: string[];
  /** Where in the question it begins, in atoms. */
  at: number;
  /** How rare its words are together. */
  rarity: number;
}

/** Every name of an entry: title, aliases, code, package, property. */
export function namesOfEntry(entry: Entry): string[] {
  const names = [entry.title, entry.code, entry.package, entry.property, ...entry.aliases];
  return names.filter((name): name is string => name !== null);
}

/** The names of all entries, by their atoms with blanks between. */
export function collectNames(entries: readonly Entry[], atomsOf: (text: string) => string[]): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  for (const [index, entry] of entries.entries())
    for (const key of new Set(
      namesOfEntry(entry)
        .flatMap(spellings)
        .map((name) => atomsOf(name).join(' ')),
    )) {
      const owners = byName.get(key);
      if (owners) owners.push(index);
      else if (key) byName.set(key, [index]);
    }
  return byName;
}

/** The entries that a question names. Names count by how rare they are: `MakeGenericType` tells much, `Options` little. */
export function findNamed(question: Question, names: Names): ReadonlyMap<number, NamedEntry> {
  const rarityOf = (atoms: readonly string[]) =>
    atoms.reduce((sum, atom) => sum + question.rarityOf(atom), 0) / question.rarest;
  const named = new Map<number, NamedEntry>();
  for (const { entry, atoms, rarity } of findNames(question.atoms, names, rarityOf)) {
    const known = named.get(entry);
    named.set(entry, {
      rarity: Math.max(known?.rarity ?? 0, rarity),
      atoms: new Set([...(known?.atoms ?? []), ...atoms]),
    });
  }
  return named;
}

// --- internal ---

/** People write `signalr` for SignalR, which has no humps to be cut at. */
function spellings(name: string): string[] {
  return [name, name.toLowerCase()];
}

/**
 * Every run of words of a question that is a name. A run inside a name that tells more is left to the entry of that one;
 * "dapper aot" tells no more than "dapper" in a question on AOT.
 */
function findNames(
  question: readonly string[],
  names: Names,
  rarityOf: (atoms: readonly string[]) => number,
): NameHit[] {
  const hits: NameHit[] = [];
  for (let at = 0; at < question.length; at++)
    for (let size = Math.min(MAX_NAME_WORDS, question.length - at); size > 0; size--) {
      const atoms = question.slice(at, at + size);
      const rarity = rarityOf(atoms);
      for (const entry of names.get(atoms.join(' ')) ?? []) hits.push({ entry, atoms, at, rarity });
    }
  return hits.filter((hit) => !hits.some((other) => other.rarity > hit.rarity && contains(other, hit)));
}

function contains(outer: NameHit, inner: NameHit): boolean {
  return outer.at <= inner.at && outer.at + outer.atoms.length >= inner.at + inner.atoms.length;
}
