import { SaxesParser } from 'saxes';
import { InputError } from '../errors.ts';

/** An element of a project file. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

// Real project files stay far below these.
const MAX_LENGTH = 5_000_000;
// Conditions nest with Choose and When; the deepest real files have some ten levels.
const MAX_DEPTH = 64;
const MAX_ELEMENTS = 100_000;

/**
 * Parses XML, or a part of a file without its root. No DTD and no entities beyond the predefined; nothing is read from
 * disk or network. Throws `InputError`.
 */
export function parseXml(text: string): Element[] {
  if (text.length > MAX_LENGTH) throw new InputError('This XML is too large for a project file (more than 5 MB).');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let count = 0;
  const parser = new SaxesParser({ fragment: !/^\s*<(?:\?xml|!DOCTYPE)/i.test(text) });
  parser.on('error', (error) => {
    throw new InputError(explain(error, text));
  });
  parser.on('doctype', refuseDoctype);
  parser.on('opentag', ({ name, attributes }) => {
    if (++count > MAX_ELEMENTS) throw new InputError('This XML has too many elements for a project file.');
    if (open.length > MAX_DEPTH) throw new InputError(`This XML is nested too deep (more than ${MAX_DEPTH} levels).`);
    const values = Object.entries(attributes).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : value.value,
    ]);
    const element: Element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (value: string) => {
    const current = open.at(-1);
    if (current) current.text += value;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => open.pop());
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, PROLOG))) refuseDoctype();
  parser.write(text).close();
  return root.children;
}

// --- internal ---

/** Characters in which a DOCTYPE is looked for before anything is parsed, so that its entities cost no time. */
const PROLOG = 4096;

function refuseDoctype(): never {
  throw new InputError('The file has a DOCTYPE. A DTD and its entities are refused; a project file needs none.');
}

function explain(error: Error, text: string): string {
  const truncated = /unclosed tag|unexpected end/i.test(error.message) && !/<\/\s*Project\s*>\s*$/i.test(text);
  const why = truncated ? 'it ends too early, truncated before </Project>' : error.message.slice(0, MAX_REASON);
  return `This XML is not well-formed: ${why}.`;
}

const MAX_REASON = 160;
