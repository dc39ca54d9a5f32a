import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCluster } from '../../src/store/embedded-cluster.ts';

describe('the files of the embedded database', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ckc-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are prepared as this version of PGlite would have made them', async () => {
    const prepared = await openCluster(folder);
    const made = await PGlite.create();

    expect(await catalogOf(prepared)).toEqual(await catalogOf(made));

    await prepared.close();
    await made.close();
  });

  it('are unpacked anew after somebody was killed while unpacking them', async () => {
    const dataDir = path.join(folder, 'database');
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'PG_VERSION'), '18');
    await writeFile(path.join(folder, '.unfinished'), '');

    const database = await openCluster(folder);

    expect((await database.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(existsSync(path.join(folder, '.unfinished'))).toBe(false);
    await database.close();
  });

  it('keep what was stored, from then on', async () => {
    const first = await openCluster(folder);
    await first.exec('create table note (text text)');
    await first.close();
    const version = await readFile(path.join(folder, 'database', 'PG_VERSION'), 'utf8');

    const again = await openCluster(folder);

    expect((await again.query('select * from note')).rows).toEqual([]);
    expect(await readFile(path.join(folder, 'database', 'PG_VERSION'), 'utf8')).toBe(version);
    await again.close();
  });
});

/** All that the server knows of itself, but the version's name and its statistics. */
async function catalogOf(database: PGlite): Promise<Record<string, readonly unknown[]>> {
  const tables = await database.query<{ name: string }>(
    `select relnamespace::regnamespace || '.' || relname as name from pg_class
      where relkind in ('r', 'v') and relname not in ('sql_implementation_info', 'pg_statistic')
        and relnamespace::regnamespace::text in ('pg_catalog', 'information_schema')
        and (relkind = 'r' or relname = 'pg_views') order by 1`,
  );
  const catalog: Record<string, readonly unknown[]> = {};
  for (const { name } of tables.rows) {
    catalog[name] = (await database.query(`select t::text from ${name} t order by 1`)).rows;
  }
  const { rows } = await database.query('select catalog_version_no from pg_control_system()');
  return { ...catalog, control: rows };
}
