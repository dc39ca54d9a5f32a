import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** All of this process's settings that a program of ours is run with. */
export const MACHINE: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  // Where processes that run one after the other keep what they have compiled.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};

/** Runs the real program in a process of its own, with nothing of this one's settings but the path. */
export function camket(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/main.ts', ...words], {
    env: { ...MACHINE, ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The same without holding up this process, for what the program asks of a server in it. */
export async function camketBeside(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Run> {
  const child = spawn(process.execPath, ['src/main.ts', ...words], {
    env: { ...MACHINE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [status] = await ended;
  return { status: status === null ? null : Number(status), stdout, stderr };
}

/** What a command printed with `--json`. */
export function json(run: Run): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(run.stdout));
}
