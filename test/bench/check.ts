import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { checkText } from '../../src/check/check.ts';
import { realKnowledge } from '../bot.ts';

/** Sizes of the generated logs, in megabytes. */
const SIZES = [1, 10, 100];
const CHILD = fileURLToPath(new URL(`check-log${import.meta.url.slice(-3)}`, import.meta.url));
const PACKAGES = 60;
const ROUNDS = 20;

/** Speed and peak memory of the log parser, and the time for a project with many packages. */
export async function benchCheck(): Promise<string[]> {
  const logs: string[] = [];
  for (const size of SIZES) logs.push(await inChild(size));
  return [...logs, benchProject()];
}

// --- internal ---

/** A process of its own, so that the peak is that of one log. */
async function inChild(size: number): Promise<string> {
  const child = fork(CHILD, [String(size)], { execArgv: [] });
  const [line] = await once(child, 'message');
  return String(line);
}

function benchProject(): string {
  const known = realKnowledge.search.entries.flatMap((entry) => entry.package ?? []);
  const references = Array.from({ length: PACKAGES }, (_, index) => {
    const id = index % 2 === 0 ? (known[index % Math.max(known.length, 1)] ?? 'A') : `Acme.Library${index}`;
    return `<PackageReference Include="${id}" Version="8.0.${index}" />`;
  });
  const project =
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework><PublishAot>true</PublishAot>' +
    `</PropertyGroup><ItemGroup>${references.join('\n')}</ItemGroup></Project>`;
  const bytes = new TextEncoder().encode(project);
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    checkText('App.csproj', bytes, realKnowledge, { dotnet: null });
    return performance.now() - start;
  });
  const [first = 0] = times;
  const median = times.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
  return `project with ${PACKAGES} packages: ${median.toFixed(1)} ms (median of ${ROUNDS}), ${first.toFixed(1)} ms the first time`;
}
