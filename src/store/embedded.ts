import { mkdir, rm } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { openCluster } from './embedded-cluster.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** A unix socket's path may not be longer; the system would cut it off silently. */
const LONGEST_SOCKET_PATH = 103;

/** How often, and how long apart, two processes that start at once look for each other's socket. */
const ATTEMPTS = 100;
const ATTEMPT_EVERY_MS = 100;

export class DataDirTooLongError extends Error {
  override readonly name = 'DataDirTooLongError';
}

export interface Served {
  readonly socketPath: string;
  readonly isHost: boolean;
  close(): Promise<void>;
}

/**
 * Serves the embedded database of a folder on a socket beside it, or finds the process that does.
 * The lock is a second socket, held from before the database opens: PGlite itself would let two
 * processes write to one folder and diverge.
 */
export async function openEmbedded(dataDir: string): Promise<Served> {
  const folder = path.resolve(dataDir);
  const socketPath = path.join(folder, '.s.PGSQL.5432');
  if (Buffer.byteLength(socketPath) > LONGEST_SOCKET_PATH) {
    throw new DataDirTooLongError(`No socket fits into ${folder}`);
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await answers(socketPath)) return { socketPath, isHost: false, close: async () => {} };
    const lock = await takeLock(path.join(folder, '.lock'));
    if (lock !== null) return serve(folder, socketPath, lock);
    await pause();
  }
  throw new Error(`Another process holds ${folder} without serving it.`);
}

async function serve(folder: string, socketPath: string, lock: net.Server): Promise<Served> {
  try {
    await rm(socketPath, { force: true });
    const database = await openCluster(folder);
    // Before the socket opens: nobody can be connected yet.
    await migrate(drizzle(database), { migrationsFolder });
    const server = new PGLiteSocketServer({ db: database, path: socketPath, maxConnections: 50 });
    await server.start();
    const close = async () => {
      await othersGone(server);
      await server.stop();
      await database.close();
      await rm(socketPath, { force: true });
      await closeServer(lock);
    };
    return { socketPath, isHost: true, close };
  } catch (error) {
    await closeServer(lock);
    throw error;
  }
}

/**
 * Waits for the commands that came in by our socket: to stop under them would cut them off. The wait
 * is bounded, so that one that hangs keeps nobody from stopping.
 */
async function othersGone(server: PGLiteSocketServer): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (server.getStats().activeConnections === 0) return;
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ATTEMPT_EVERY_MS));
}

/** The lock, or null while another live process holds it. A dead process's socket is taken over. */
async function takeLock(lockPath: string): Promise<net.Server | null> {
  const first = await listen(lockPath);
  if (first !== null) return first;
  if (await answers(lockPath)) return null;
  await rm(lockPath, { force: true });
  return listen(lockPath);
}

function listen(socketPath: string): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(socketPath, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function closeServer(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
