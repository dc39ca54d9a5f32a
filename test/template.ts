import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/store/database.ts';
import { startJobs } from '../src/store/jobs.ts';
import { migrate } from '../src/store/migrate.ts';

let dataDir = '';

/** Makes one empty database for the whole run: to copy it costs a tenth of making it. */
export async function setup(): Promise<void> {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'ckt-'));
  const database = await openDatabase({ dataDir });
  await migrate(database);
  const jobs = await startJobs(database, { isWorker: false, onError: () => {} });
  await jobs.stop();
  await database.close();
  process.env['TEST_TEMPLATE'] = dataDir;
  process.env['NODE_COMPILE_CACHE'] = path.join(dataDir, 'compiled');
}

export async function teardown(): Promise<void> {
  // A process that ends may still be writing what it compiled.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10 });
}
