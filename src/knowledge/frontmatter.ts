import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problems } from './problems.ts';

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Splits a Markdown file into its YAML front matter and its body; `bodyLine` is the body's first line in the file. */
export function splitFrontMatter(text: string): { yaml: string | null; body: string; bodyLine: number } {
  const match = FENCE.exec(text);
  if (!match) return { yaml: null, body: text, bodyLine: 1 };
  return { yaml: match[1] ?? '', body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

/** Parses YAML and validates it; on failure every problem is reported and nothing is returned. */
export function parseYaml<T extends z.ZodType>(
  schema: T,
  yaml: string,
  file: string,
  problems: Problems,
  firstLine = 1,
): z.output<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  for (const error of document.errors)
    problems.add(
      file,
      lines.linePos(error.pos[0]).line + firstLine - 1,
      `the YAML can't be read: ${firstSentence(error.message)}`,
      'Put values that hold ": " or "#" in quotation marks.',
    );
  if (document.errors.length) return null;
  const result = schema.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.add(file, fieldName(issue.path), issue.message, 'knowledge/README.md shows the form.');
  return null;
}

// --- internal ---

function fieldName(path: PropertyKey[]): string {
  return path.length ? `field ${path.map(String).join('.')}` : 'front matter';
}

function firstSentence(message: string): string {
  return message.split(/ at line |\n/)[0] ?? message;
}
