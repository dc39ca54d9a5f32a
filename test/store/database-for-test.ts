import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { type Database, openDatabase, type Place } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';

export interface DatabaseForTest extends Database {
  /** Where a second process would find it. */
  readonly place: Place;
  drop(): Promise<void>;
}

const testServer = process.env['TEST_DATABASE_URL'];

/** An empty database of its own with the real migrations: embedded, or on TEST_DATABASE_URL. */
export async function databaseForTest(): Promise<DatabaseForTest> {
  const { place, remove } = await preparedPlace();
  const database = await openDatabase(place);
  await migrate(database);
  const drop = async () => {
    await database.close();
    await remove();
  };
  return { ...database, place, drop };
}

/** Made once a run by `test/template.ts`; absent outside of it. */
const template = process.env['TEST_TEMPLATE'];

/** A place whose database has its tables already, where it is embedded: that takes seconds else. */
export async function preparedPlace(): Promise<{ place: Place; remove(): Promise<void> }> {
  const prepared = await placeForTest();
  const { databaseUrl, dataDir } = prepared.place;
  if (databaseUrl === undefined && template !== undefined) {
    await cp(path.join(template, 'database'), path.join(dataDir, 'database'), { recursive: true });
  }
  return prepared;
}

/** A place where nothing has been opened yet; embedded where no server is named. */
export async function placeForTest(
  server = testServer,
): Promise<{ place: Place; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'ck-'));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  if (server === undefined) return { place: { dataDir }, remove: removeFolder };
  const name = `camket_${path.basename(dataDir).replace(/\W/g, '').toLowerCase()}`;
  await onServer(server, (sql) => sql.unsafe(`create database ${name}`));
  const databaseUrl = new URL(server);
  databaseUrl.pathname = `/${name}`;
  const remove = async () => {
    await onServer(server, (sql) => sql.unsafe(`drop database ${name} with (force)`));
    await removeFolder();
  };
  return { place: { dataDir, databaseUrl: databaseUrl.href }, remove };
}

async function onServer(
  server: string,
  work: (sql: postgres.Sql) => Promise<unknown>,
): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
