import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Bot } from '../../bot.ts';
import { toJson } from '../../render/json.ts';

const line = z.object({ question: z.string(), dotnet: z.union([z.string(), z.number()]).optional() });

/** Answers one JSON object a line, in order; a bad line gives `{"error"}` in its place. */
export async function* answerBatch(
  input: Readable,
  bot: Bot,
  dotnet?: string,
): AsyncGenerator<Record<string, unknown>> {
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    const parsed = parseLine(text);
    if ('error' in parsed) yield parsed;
    else yield toJson(parsed.question, await ask(parsed));
  }

  async function ask({ question, dotnet: own }: z.infer<typeof line>) {
    const version = own === undefined ? dotnet : String(own);
    return bot.handle({ command: 'ask', args: { question, ...(version === undefined ? {} : { dotnet: version }) } });
  }
}

// --- internal ---

function parseLine(text: string): z.infer<typeof line> | { error: string } {
  try {
    const parsed = line.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    return { error: 'The line must be an object with "question", a string, and perhaps "dotnet".' };
  } catch {
    return { error: 'The line is not JSON.' };
  }
}
