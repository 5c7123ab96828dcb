import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** A built program that runs while something is measured. */
export interface Program {
  child: ChildProcess;
  /** What it logged when it was ready. */
  ready: Record<string, unknown>;
  stop(): Promise<void>;
}

/** Starts a built program and waits until it logs a line with the message `ready`. */
export async function startProgram(file: string, env: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, [...(await startFlags()), file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (data) => {
      text += data;
      const line = text.split('\n').find((candidate) => candidate.includes('"msg":"ready"'));
      if (!line) return;
      // What is logged afterwards is read, so that the program can go on, and forgotten.
      child.stdout.removeAllListeners('data').resume();
      resolve(JSON.parse(line));
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return {
    child,
    ready,
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Resident memory of a process in MB, where /proc tells it. */
export async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

// --- internal ---

/** The flags of Node with which `npm start` runs, so that what is measured is what people run. */
async function startFlags(): Promise<string[]> {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(await readFile('package.json', 'utf8')));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
