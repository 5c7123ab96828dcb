import { Occurrences, splitProject } from './identity.ts';
import { MAX_ASSEMBLIES, MAX_CODES, MAX_DISTINCT, MAX_SAMPLES, MAX_UNCODED } from './limits.ts';
import { own } from './own.ts';
import type { AssemblyGroup, CodeGroup, Diagnostic, LogFindings, Severity } from './types.ts';

/** Collects diagnostics, each distinct occurrence once, in bounded memory. */
export class Findings {
  readonly #codes = new Map<string, CodeGroup>();
  readonly #assemblies = new Map<string, AssemblyGroup>();
  readonly #uncoded = new Map<string, Diagnostic>();
  readonly #frameworks = new Set<string>();
  readonly #occurrences = new Occurrences(MAX_DISTINCT);
  #dropped = false;

  /** `first` is the diagnostic's message as its first line has it. */
  add(found: Diagnostic, first: string): void {
    const { message, project } = splitProject(found.message);
    const diagnostic = { ...found, message };
    if (project) this.addFrameworks(project);
    if (!diagnostic.code) this.#addUncoded(diagnostic);
    else if (this.#occurrences.isNew(diagnostic, splitProject(first).message)) this.#count(diagnostic, diagnostic.code);
    this.#dropped ||= this.#occurrences.full;
  }

  /** Target frameworks stand in project suffixes and in the paths of the output. */
  addFrameworks(text: string): void {
    if (this.#frameworks.size >= MAX_FRAMEWORKS) return;
    for (const [, name] of text.slice(0, FRAMEWORK_RANGE).matchAll(FRAMEWORK))
      if (name && !this.#frameworks.has(name)) this.#frameworks.add(own(name));
  }

  read(lines: number): LogFindings {
    return {
      lines,
      codes: [...this.#codes.values()],
      assemblies: [...this.#assemblies.values()],
      uncoded: [...this.#uncoded.values()],
      targetFrameworks: [...this.#frameworks],
      truncated: this.#dropped,
    };
  }

  #count(diagnostic: Diagnostic, code: string): void {
    const { severity, origin, message } = diagnostic;
    const group = this.#codes.get(code);
    if (!group && this.#codes.size >= MAX_CODES) {
      this.#dropped = true;
      return;
    }
    const sample = () => ({ origin: own(origin.slice(0, MAX_SHOWN)), message: own(message.slice(0, MAX_SHOWN)) });
    if (!group) this.#codes.set(own(code), { code: own(code), severity, count: 1, samples: [sample()] });
    else {
      group.count++;
      group.severity = worse(group.severity, severity);
      if (group.samples.length < MAX_SAMPLES) group.samples.push(sample());
    }
    this.#countAssembly(diagnostic, code);
  }

  /** IL2104 and IL3053 name the assembly whose warnings they stand for. */
  #countAssembly({ message, origin }: Diagnostic, code: string): void {
    if (code !== 'IL2104' && code !== 'IL3053') return;
    const name = /'([^']{1,200})'/.exec(message)?.[1] ?? '';
    if (!name || (!this.#assemblies.has(name) && this.#assemblies.size >= MAX_ASSEMBLIES)) return;
    const [, id, version] =
      /[\\/]([\w.-]{1,100})[\\/](\d[\w.+-]{0,60})[\\/](?:lib|runtimes|ref)[\\/]/.exec(origin) ?? [];
    const group = this.#assemblies.get(name) ?? {
      name: own(name),
      package: id && version ? { id: own(id), version: own(version) } : null,
      codes: new Map(),
    };
    group.codes.set(code, (group.codes.get(code) ?? 0) + 1);
    this.#assemblies.set(group.name, group);
  }

  #addUncoded(diagnostic: Diagnostic): void {
    const key = own(diagnostic.message.replace(/\s+/g, '').slice(0, MAX_SHOWN));
    if (this.#uncoded.has(key)) return;
    if (this.#uncoded.size >= MAX_UNCODED) this.#dropped = true;
    else {
      const origin = own(diagnostic.origin.slice(0, MAX_SHOWN));
      this.#uncoded.set(key, { ...diagnostic, origin, message: own(diagnostic.message.slice(0, MAX_SHOWN)) });
    }
  }
}

// --- internal ---

const MAX_FRAMEWORKS = 20;
const FRAMEWORK_RANGE = 2000;
/** Characters kept of an origin or a message; shown are fewer. */
const MAX_SHOWN = 400;
const FRAMEWORK =
  /(?:TargetFramework=|[\\/](?:bin|obj)[\\/](?:\w{1,20}[\\/])?|\s)((?:net\d{1,2}\.\d|netcoreapp\d\.\d|netstandard\d\.\d|net4\d{1,2})(?:-[a-z]{3,12}[\d.]{0,16})?)(?=$|[\s\\/\],)])/g;

function worse(a: Severity, b: Severity): Severity {
  const order: readonly Severity[] = ['message', 'warning', 'error'];
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}
