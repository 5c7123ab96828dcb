import { defineCommand, type InputFile } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { dotnet, readDotnet } from './options.ts';

/** Files of one message that are read; Discord allows ten, and a report of more is read by nobody. */
const MAX_FILES = 4;

const TEXTUAL = /\.(?:txt|log|csproj|fsproj|vbproj|props|targets|json|xml|md|out)$/i;

export const check = defineCommand({
  name: 'check',
  description: 'Explain publish output or a project file: causes first, then warnings, with fixes',
  onMessage: 'Explain AOT warnings',
  options: {
    text: { type: 'text', description: 'Build output or a project file, pasted', maxLength: 6000 },
    file: {
      type: 'file',
      description: 'Build output, a project file or packages.lock.json',
      fileTypes: ['.txt', '.log', '.csproj', '.fsproj', '.vbproj', '.props', '.targets', '.json'],
    },
    dotnet,
  },
  async run({ text, file = [], dotnet }, knowledge) {
    const options = readDotnet(dotnet);
    // The parsers of logs and projects are loaded with the first check: answering a question needs none of them.
    const { checkInputs, compactReply, readInput } = await import('../src/check/index.ts');
    const files = file.filter(({ name }) => TEXTUAL.test(name)).slice(0, MAX_FILES);
    if (!text?.trim() && files.length === 0)
      throw new UserError('There is no text here, and no attachment that is a log, a project file or a lock file.');
    const pasted = text?.trim() ? [{ name: 'the text', bytes: new TextEncoder().encode(text) }] : [];
    const given = [...pasted, ...(await Promise.all(files.map(read)))];
    const inputs = given.map(({ name, bytes }) => readInput(name, bytes, knowledge));
    return compactReply(checkInputs(inputs, knowledge, options), knowledge);
  },
});

// --- internal ---

async function read(file: InputFile): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: file.name, bytes: await file.read() };
}
