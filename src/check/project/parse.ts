import { InputError } from '../errors.ts';
import { targetFrameworksOf } from './frameworks.ts';
import { attributeOf, readPackage } from './packages.ts';
import type { Conditional, PackageItem, Project } from './types.ts';
import { type Element, parseXml } from './xml.ts';

/** Elements that a project file or a pasted part of one may begin with. */
const ROOTS = /^(?:\w+:)?(?:Project|PropertyGroup|ItemGroup|PackageReference|PackageVersion|Target|ImportGroup|Sdk)$/i;
/** Longest value that is kept. */
const MAX_VALUE = 1000;
const MAX_PROPERTIES = 2000;

/** Reads a project file, a props file or a part of one. Throws `InputError`. */
export function parseProject(text: string, spell: (name: string) => string): Project {
  const roots = parseXml(text);
  const [first] = roots;
  if (!first) throw new InputError('The file is empty: it has no XML element.');
  const reader = new ProjectReader(spell);
  if (ROOTS.test(first.name)) reader.readGroups(roots, null);
  else if (/^[A-Z]/.test(first.name) && first.name !== 'Configuration') reader.readProperties(roots, null);
  else
    throw new InputError(`The root element is <${first.name.slice(0, 40)}>, not <Project>: this is no project file.`);
  return reader.finish();
}

// --- internal ---

class ProjectReader {
  readonly #properties = new Map<string, Conditional[]>();
  readonly #packages = new Map<string, PackageItem>();
  readonly #central = new Map<string, PackageItem>();
  readonly #buildOnly = new Set<string>();
  readonly #spell: (name: string) => string;
  #sdk: string | null = null;

  constructor(spell: (name: string) => string) {
    this.#spell = spell;
  }

  readGroups(elements: readonly Element[], outer: string | null): void {
    for (const element of elements) {
      const name = localName(element);
      const condition = both(outer, attributeOf(element, 'Condition'));
      if (name === 'project' || name === 'sdk') this.#sdk ??= attributeOf(element, name === 'sdk' ? 'Name' : 'Sdk');
      if (name === 'propertygroup') this.readProperties(element.children, condition);
      else if (name === 'itemgroup') for (const item of element.children) this.#readItem(item, condition);
      else if (/^package(?:reference|version)$/.test(name)) this.#readItem(element, outer);
      else if (/^(?:project|choose|when|otherwise|target)$/.test(name)) this.readGroups(element.children, condition);
    }
  }

  readProperties(elements: readonly Element[], outer: string | null): void {
    for (const element of elements) {
      if (this.#properties.size >= MAX_PROPERTIES) return;
      const value = element.text
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .slice(0, MAX_VALUE);
      if (value === '' || element.children.length > 0) continue;
      const name = this.#spell(element.name.replace(/^\w+:/, ''));
      const values = this.#properties.get(name) ?? [];
      this.#properties.set(name, [...values, { value, condition: both(outer, attributeOf(element, 'Condition')) }]);
    }
  }

  finish(): Project {
    const central = (id: string) => this.#central.get(id)?.versions ?? [];
    const packages = [...this.#packages].map(([key, item]) =>
      item.versions.length > 0 ? item : { ...item, versions: central(key) },
    );
    return {
      sdk: this.#sdk,
      targetFrameworks: targetFrameworksOf(this.#properties),
      properties: this.#properties,
      packages: packages.length > 0 ? packages : [...this.#central.values()],
      buildOnly: [...this.#buildOnly],
      joined: [],
    };
  }

  #readItem(element: Element, outer: string | null): void {
    const found = readPackage(element, this.#properties);
    if (!found) return;
    const items = found.central ? this.#central : this.#packages;
    const condition = both(outer, attributeOf(element, 'Condition'));
    for (const id of found.ids) {
      const key = id.toLowerCase();
      if (found.removes) {
        if (!condition) items.delete(key);
      } else if (found.isBuildOnly(id)) this.#buildOnly.add(id);
      else items.set(key, merge(items.get(key), id, found.versions, condition));
    }
  }
}

function merge(known: PackageItem | undefined, id: string, versions: readonly string[], condition: string | null) {
  const added = versions.map((value) => ({ value, condition }));
  return { id: known?.id ?? id, versions: [...(known?.versions ?? []), ...added], direct: true, condition };
}

function both(outer: string | null, own: string | null): string | null {
  return [outer, own].filter(Boolean).join(' and ') || null;
}

function localName({ name }: Element): string {
  return name.replace(/^\w+:/, '').toLowerCase();
}
