import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { err, type Result } from '../../domain/result.ts';
import type { ImportedPaper } from './paper.ts';
import type { Refusal } from './refusal.ts';

/** What a reading may take; past it, its process is ended and the paper refused. */
export interface ReadingLimits {
  readonly timeoutMs: number;
  /** Of the whole process: what a library unpacks stands outside the heap. */
  readonly memoryMegabytes: number;
}

const LIMITS: ReadingLimits = { timeoutMs: 60_000, memoryMegabytes: 480 };

/** Of that, for objects: the engine needs the rest. */
const HEAP_MEGABYTES = 320;

export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly memoryMegabytes: number;
}

/** What the process of a reading hands back. */
export type ReadingAnswer =
  | { readonly result: Result<ImportedPaper, Refusal> }
  | { readonly failure: string };

/** A reading that broke down by a fault of ours, not of the paper. */
export class ReadingFailedError extends Error {
  override readonly name = 'ReadingFailedError';
}

/**
 * Reads a paper in a process of its own, so that no file can hold up or bring down the service: not
 * by its time, not by its memory. The process gets no environment, may read nothing but the program
 * itself, write nothing and start nothing. Source: decision record 0018.
 */
export function readPaperAside(
  bytes: Uint8Array,
  fileName: string,
  { timeoutMs, memoryMegabytes }: ReadingLimits = LIMITS,
): Promise<Result<ImportedPaper, Refusal>> {
  const child = startReader();
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    child.on('message', (answer: ReadingAnswer) => {
      if ('failure' in answer) reject(new ReadingFailedError(answer.failure));
      else resolve(answer.result);
      child.kill('SIGKILL');
    });
    child.on('error', reject);
    // After an answer this changes nothing.
    child.on('exit', (status, signal) => {
      clearTimeout(timer);
      if (signal === null) reject(new ReadingFailedError(`The reader ended with ${status}`));
      else resolve(err({ code: isLate ? 'fileTooLarge' : 'decompressionLimit' }));
    });
    child.send({ bytes, fileName, memoryMegabytes } satisfies ReadingTask);
  });
}

function startReader(): ChildProcess {
  const program = fileURLToPath(new URL('../../..', import.meta.url));
  return fork(fileURLToPath(new URL('./reader.ts', import.meta.url)), {
    env: {},
    execArgv: [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      '--max-semi-space-size=8',
      '--permission',
      `--allow-fs-read=${program}`,
      '--allow-worker',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}
