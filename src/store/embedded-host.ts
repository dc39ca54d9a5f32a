import { rm } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { DataDirError, faultOf } from './data-dir-fault.ts';
import { createAskRoom } from './disk-room.ts';
import { openCluster } from './embedded-cluster.ts';
import { answers } from './embedded-socket.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** How often, and how long apart, two processes that start at once look for each other's socket. */
const ATTEMPTS = 100;
const ATTEMPT_EVERY_MS = 100;

/** The embedded database as it is served here. */
export interface Hosted {
  /** Waits for who is connected, then closes the socket and the files. */
  close(): Promise<void>;
}

/**
 * Serves the database of a folder on its socket; null where another process serves it by now. The
 * lock is a second socket, held from before the database opens: PGlite itself would let two processes
 * write to one folder and diverge. Throws DataDirError for a folder of no use.
 */
export async function hostEmbedded(folder: string, socketPath: string): Promise<Hosted | null> {
  try {
    return await host(folder, socketPath);
  } catch (cause) {
    if (cause instanceof DataDirError) throw cause;
    const fault = faultOf(cause);
    throw fault === null ? cause : new DataDirError(fault, folder, { cause });
  }
}

async function host(folder: string, socketPath: string): Promise<Hosted | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await answers(socketPath)) return null;
    const lock = await takeLock(path.join(folder, '.lock'));
    if (lock !== null) return serve(folder, socketPath, lock);
    await pause();
  }
  throw new DataDirError('held', folder);
}

async function serve(folder: string, socketPath: string, lock: net.Server): Promise<Hosted> {
  try {
    await rm(socketPath, { force: true });
    await createAskRoom(folder)();
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
    return { close };
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

function closeServer(server: net.Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
