import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { DataDirError, faultIn, faultOf } from './data-dir-fault.ts';
import { VERSION_FILE } from './disk-room.ts';

/**
 * The database's files below a folder, opened by nobody else. The first time they are unpacked as
 * PGlite's makers prepared them: to have them made here takes three times as long and 0.8 GB of
 * memory. Somebody killed while unpacking leaves a mark, and the next one begins anew. Throws
 * DataDirError for files that cannot be opened.
 */
export async function openCluster(folder: string): Promise<PGlite> {
  keepCompilingOnce();
  const dataDir = path.join(folder, 'database');
  const mark = path.join(folder, '.unfinished');
  if (existsSync(mark)) await rm(dataDir, { recursive: true, force: true });
  const isNew = !existsSync(path.join(folder, VERSION_FILE));
  if (isNew) await writeFile(mark, '');
  const options = {
    dataDir,
    ...(isNew && { loadDataDir: await preparedFiles() }),
    startParams: [
      ...PGlite.defaultStartParams,
      ...['-c', 'shared_buffers=16MB', '-c', 'wal_buffers=1MB'],
    ],
  };
  // It breaks down over its files with errors that say nothing of them, or with none at all.
  const database = await PGlite.create(options).catch(async (cause: unknown) => {
    const fault = faultOf(cause) ?? (await faultIn(dataDir));
    throw new DataDirError(fault, folder, { cause });
  });
  // Nobody has stored anything yet: the mark never stands beside an office's work.
  await rm(mark, { force: true });
  return database;
}

/**
 * The engine would compile the database's busy functions a second time for speed, and takes 0.5 GB
 * for it just when the service starts: for a sixth of the updates a second. Source: decision 0024.
 */
function keepCompilingOnce(): void {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
}

async function preparedFiles(): Promise<Blob> {
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs');
  return dataDir();
}
