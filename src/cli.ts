import { Command, CommanderError } from 'commander';
import { commands } from '../commands/index.ts';
import { type Bot, createBot } from './bot.ts';
import { loadConfig } from './config.ts';
import { UserError } from './errors.ts';
import { KnowledgeError } from './knowledge/problems.ts';
import { openKnowledge } from './open.ts';
import { type AskFlags, runAsk } from './transports/cli/ask.ts';
import type { CheckFlags } from './transports/cli/check.ts';
import type { VerifyFlags } from './transports/cli/verify.ts';

/** Bad use, as the contract of the command line wants it. */
const EXIT_USAGE = 2;

const program = new Command('ask-aot').exitOverride();

program
  .command('ask')
  .description('answer a question, a batch of questions, or keep asking')
  .argument('[question...]')
  .option('--json', 'one JSON object a line')
  .option('--dotnet <version>', 'the .NET version that the answer is for')
  .option('--batch <file>', 'one {"question"} a line in, one answer a line out; - reads standard input')
  .action(async (words: string[], flags: AskFlags) => {
    const { stdin, stdout, env } = process;
    await runAsk(words, flags, await openBot(), { stdin, stdout, noColour: Boolean(env.NO_COLOR) });
  });

program
  .command('check')
  .description('explain build output, project files and lock files')
  .argument('<file...>', 'files to read; - is standard input')
  .option('--json', 'one JSON object a file')
  .option('--dotnet <version>', 'the .NET version that the verdicts are for')
  .action(async (files: string[], flags: CheckFlags) => {
    const { stdin, stdout, stderr, env } = process;
    const { KNOWLEDGE_DIR, CACHE_DIR } = loadConfig();
    const loaded = await openKnowledge(KNOWLEDGE_DIR, CACHE_DIR);
    const { runCheck } = await import('./transports/cli/check.ts');
    const terminal = { stdin, stdout, stderr, noColour: Boolean(env.NO_COLOR) };
    process.exitCode = await runCheck(files, flags, loaded, terminal);
  });

const knowledge = program.command('knowledge').description('work on the knowledge');

knowledge
  .command('lint')
  .description('report every problem in all knowledge files')
  .action(async () => print(await (await knowledgeCli()).runLint(loadConfig().KNOWLEDGE_DIR)));

knowledge
  .command('fix')
  .description('mend what can be mended without judgement')
  .action(async () => print(await (await knowledgeCli()).runFix(loadConfig().KNOWLEDGE_DIR)));

knowledge
  .command('verify')
  .description('check that every cited page exists and has the cited headings')
  .option('--docs <dir>', 'look into clones below this folder instead of the network')
  .option('--write', 'write the date and commit of what was verified into the knowledge')
  .option('--offline', 'ask nobody; only tell how old the checks are')
  .action(async (flags: VerifyFlags) => {
    const { runVerify } = await import('./transports/cli/verify.ts');
    const { text, ok } = await runVerify(loadConfig(), flags, process.stderr);
    print(text);
    if (!ok) process.exitCode = 1;
  });

knowledge
  .command('export')
  .description('print the whole database as JSON')
  .option('--out <file>', 'write it to a file')
  .action(async ({ out }: { out?: string }) =>
    print(await (await knowledgeCli()).runExport(loadConfig().KNOWLEDGE_DIR, out)),
  );

knowledge
  .command('schema')
  .description("print the JSON Schema of an entry's front matter, for editors")
  .action(async () => print((await knowledgeCli()).runSchema()));

// Whoever reads the output may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

// --- internal ---

async function openBot(): Promise<Bot> {
  const { KNOWLEDGE_DIR, CACHE_DIR } = loadConfig();
  const loaded = await openKnowledge(KNOWLEDGE_DIR, CACHE_DIR);
  return createBot({
    commands,
    knowledge: () => loaded,
    onFault: (error) => process.stderr.write(`${String(error)}\n`),
  });
}

/** What only some commands need is loaded when one of them runs. */
function knowledgeCli() {
  return import('./transports/cli/knowledge.ts');
}

function print(text: string): void {
  process.stdout.write(text);
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  return error instanceof KnowledgeError ? 1 : EXIT_USAGE;
}
