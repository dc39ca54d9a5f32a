import { statfs } from 'node:fs/promises';
import path from 'node:path';

/**
 * Of which the embedded database takes nothing down any more: it cannot live through a write that finds
 * no room, while one that was not tried may be tried again.
 */
const LEAST_ROOM = 64 * 2 ** 20;

/** Is there from the first start on, below the data folder. */
export const VERSION_FILE = path.join('database', 'PG_VERSION');

/** How long an answer holds: the disk is asked before everything that the database is asked. */
const KNOWN_MS = 500;

/** There is no room on the disk. Its code is the server's own for that. Source: PostgreSQL, appendix A. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
  readonly code = '53100';
}

/** Throws DiskFullError where the folder's disk is full, and the system's error where it is gone. */
export type AskRoom = () => Promise<void>;

interface Room {
  /** Bytes. */
  readonly least?: number;
  /** A file that is always there, below the folder: what is written after it was removed goes nowhere. */
  readonly kept?: string;
}

export function createAskRoom(
  folder: string,
  { least = LEAST_ROOM, kept = '.' }: Room = {},
): AskRoom {
  let askedAt = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(true);
  return async () => {
    if (performance.now() - askedAt > KNOWN_MS) {
      askedAt = performance.now();
      answer = hasRoom(path.join(folder, kept), least);
      // Looked at by whoever asks.
      answer.catch(() => undefined);
    }
    if (!(await answer)) throw new DiskFullError(`There is no room in ${folder}.`);
  };
}

async function hasRoom(file: string, least: number): Promise<boolean> {
  const { bavail, bsize } = await statfs(file);
  return bavail * bsize >= least;
}
