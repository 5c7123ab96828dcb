import type { Topic } from '../knowledge/types.ts';
import { normalize, phrasePattern } from '../search/text.ts';

/** Finds another technology that a question names; null if it names none, or the topic too ("Native AOT beside GraalVM"). */
export type Elsewhere = (question: string) => string | null;

export function createElsewhere(topics: readonly Topic[]): Elsewhere {
  const readers = topics.flatMap(createReader);
  return (question) => {
    const plain = normalize(question);
    return readers.map((read) => read(plain)).find((name) => name !== null) ?? null;
  };
}

// --- internal ---

function createReader({ name, id, vocabulary }: Topic): Elsewhere[] {
  if (vocabulary.elsewhere.length === 0) return [];
  const own = phrasePattern([name, id, name.replaceAll(' ', '')]);
  const others = phrasePattern(vocabulary.elsewhere);
  return [(plain) => (plain.search(own) >= 0 ? null : (plain.match(others)?.[0] ?? null))];
}
