import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { DataDirTooLongError } from '../../src/store/embedded.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { databaseForTest, placeForTest } from './database-for-test.ts';

describe('the database', () => {
  const cleanups: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const clean of cleanups.splice(0).reverse()) await clean();
  });

  it('serves three instances that start at once on an empty database', async () => {
    const { place, remove } = await placeForTest();
    cleanups.push(remove);

    const instances = await Promise.all(
      [1, 2, 3].map(async () => {
        const database = await openDatabase(place);
        await migrate(database);
        return database;
      }),
    );

    const counts = await Promise.all(
      instances.map((database) =>
        createUnitOfWork(database).inTransaction(({ calendar }) => calendar.list()),
      ),
    );
    for (const database of instances.toReversed()) await database.close();
    expect(counts.map((days) => days.length > 60)).toEqual([true, true, true]);
  });

  it('lets a second opener in by the socket of the first', async () => {
    const first = await databaseForTest();
    cleanups.push(first.drop);

    const second = await openDatabase(first.place);
    const days = await createUnitOfWork(second).inTransaction(({ calendar }) => calendar.list());
    await second.close();

    expect(second.isHost).toBe(false);
    expect(days).not.toEqual([]);
  });

  it('does not stop under somebody who came in by its socket', async () => {
    const first = await databaseForTest();
    const second = await openDatabase(first.place);

    const closing = first.drop();
    const days = await createUnitOfWork(second).inTransaction(({ calendar }) => calendar.list());
    await second.close();
    await closing;

    expect(days).not.toEqual([]);
  });

  it('takes over a socket that a dead process left behind', async () => {
    const { place, remove } = await placeForTest();
    cleanups.push(remove);
    await writeFile(path.join(place.dataDir, '.lock'), '');
    await writeFile(path.join(place.dataDir, '.s.PGSQL.5432'), '');

    const database = await openDatabase(place);
    cleanups.push(() => database.close());

    expect(await database.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });

  it('refuses a data folder whose socket path would be cut off', async () => {
    const opening = openDatabase({ dataDir: `/tmp/${'a'.repeat(100)}` });

    await expect(opening).rejects.toBeInstanceOf(DataDirTooLongError);
  });

  it.each([
    [
      'a file in its place',
      'notAFolder',
      async (dir: string) => {
        await rm(dir, { recursive: true });
        await writeFile(dir, 'of something else');
      },
    ],
    [
      'something in the way of its lock',
      'notAFolder',
      (dir: string) => mkdir(path.join(dir, '.lock')),
    ],
    [
      'damaged files',
      'damaged',
      async (dir: string) => {
        await mkdir(path.join(dir, 'database', 'global'), { recursive: true });
        await writeFile(path.join(dir, 'database', 'PG_VERSION'), '17\n');
        await writeFile(path.join(dir, 'database', 'global', 'pg_control'), 'no such thing');
      },
    ],
  ])('names what is wrong with a data folder: %s', async (_what, fault, spoil) => {
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'ck-'));
    cleanups.push(() => rm(dataDir, { recursive: true, force: true }));
    await spoil(dataDir);

    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ name: 'DataDirError', fault });
  });

  it('says that a server does not answer, without its password', async () => {
    const opening = openDatabase({
      databaseUrl: 'postgres://camket:geheim@127.0.0.1:1/camket',
      dataDir: os.tmpdir(),
    });

    await expect(opening).rejects.toMatchObject({ name: 'DatabaseUnreachableError' });
    await expect(opening).rejects.not.toThrow(/geheim/);
  });

  it('has a migration for every change of the schema', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ck-drift-'));
    cpSync('migrations', folder, { recursive: true });
    const before = readdirSync(folder);

    execFileSync('node_modules/.bin/drizzle-kit', [
      'generate',
      '--dialect=postgresql',
      '--schema=./src/store/schema/*.ts',
      `--out=${path.relative('.', folder)}`,
    ]);

    expect(readdirSync(folder)).toEqual(before);
    rmSync(folder, { recursive: true });
  });
});
