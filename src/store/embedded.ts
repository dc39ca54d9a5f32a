import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DataDirError, type DataDirFault, faultOf } from './data-dir-fault.ts';
import { answers } from './embedded-socket.ts';

/** A unix socket's path may not be longer; the system would cut it off silently. */
const LONGEST_SOCKET_PATH = 103;

export class DataDirTooLongError extends Error {
  override readonly name = 'DataDirTooLongError';
}

/** No statement of ours takes so long, on the slowest of machines. */
const LONGEST_SILENCE_MS = 60_000;

export interface Served {
  readonly socketPath: string;
  /** Whether this process serves it; false from when its thread has ended. */
  isHost(): boolean;
  /**
   * Asks the thread for a sign, and tells whether it has owed one for too long: the database can get
   * into a state in which it turns in circles, as when the disk was full.
   */
  isStuck(): boolean;
  /** Breaks the thread off, as a kill would; of no effect where there is none. */
  end(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Finds the process that serves the embedded database of a folder on a socket beside it, or serves it
 * from here: in a thread of its own, so that it opens while the rest of the program is read, and
 * works while the rest works. Whoever is connected comes by the socket, we too. Source: decision 0025.
 *
 * Throws DataDirTooLongError where no socket fits in, and DataDirError for a folder of no use.
 */
export async function openEmbedded(
  dataDir: string,
  longestSilenceMs = LONGEST_SILENCE_MS,
): Promise<Served> {
  const folder = path.resolve(dataDir);
  const socketPath = path.join(folder, '.s.PGSQL.5432');
  if (Buffer.byteLength(socketPath) > LONGEST_SOCKET_PATH) {
    throw new DataDirTooLongError(`No socket fits into ${folder}`);
  }
  // Without a pause up to here, so that the thread is on its way before anything else is read.
  makeFolder(folder);
  if (existsSync(socketPath) && (await answers(socketPath))) {
    const nothing = async () => {};
    return { socketPath, isHost: () => false, isStuck: () => false, end: nothing, close: nothing };
  }
  return inThread(folder, socketPath, longestSilenceMs);
}

/** A sign that the thread gives whenever it is asked, unless it is at a statement. */
function createOwedSign(thread: Worker, longestMs: number) {
  let askedAt: number | null = null;
  thread.on('message', () => {
    askedAt = null;
  });
  return {
    isOverdue: () => {
      if (askedAt !== null) return performance.now() - askedAt > longestMs;
      askedAt = performance.now();
      thread.postMessage('sign');
      return false;
    },
  };
}

/** Whether it serves the folder, or why it cannot. */
async function firstMessage(thread: Worker): Promise<boolean | DataDirFault> {
  const [message] = await once(thread, 'message');
  // From `embedded-thread.ts` alone.
  return message;
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new DataDirError(faultOf(cause) ?? 'notAFolder', folder, { cause });
  }
}

async function inThread(
  folder: string,
  socketPath: string,
  longestSilenceMs: number,
): Promise<Served> {
  const thread = new Worker(new URL('../embedded-thread.ts', import.meta.url), {
    workerData: { folder, socketPath },
  });
  let isRunning = true;
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => {
      isRunning = false;
      resolve();
    });
  });
  const answer = await firstMessage(thread);
  // A thread that breaks down ends, and its socket with it: whoever watches takes over.
  thread.on('error', () => undefined);
  const owed = createOwedSign(thread, longestSilenceMs);
  const close = async () => {
    if (isRunning) thread.postMessage('close');
    await ended;
  };
  if (answer !== true) await close();
  if (typeof answer === 'string') throw new DataDirError(answer, folder);
  return {
    socketPath,
    isHost: () => isRunning,
    isStuck: () => isRunning && owed.isOverdue(),
    end: async () => {
      await thread.terminate();
      await ended;
    },
    close,
  };
}
