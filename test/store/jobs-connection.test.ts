import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { JobsConnection } from '../../src/store/database.ts';
import { openJobsConnection } from '../../src/store/jobs-connection.ts';
import { type DatabaseProxy, openDatabaseProxy } from '../storm/database-proxy.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

describe('the job engine’s connection', () => {
  let database: DatabaseForTest;
  let proxy: DatabaseProxy;
  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  it('outlives a database that breaks off in the middle of a question', async () => {
    database = await databaseForTest();
    proxy = await openDatabaseProxy(addressOf(database.jobsConnection));
    const heard: Error[] = [];
    const jobs = openJobsConnection(throughDoor(database.jobsConnection, proxy.port), (error) => {
      heard.push(error);
    });
    await jobs.executeSql('select 1');

    proxy.delay(60_000);
    const asked = jobs.executeSql('select 2');
    asked.catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    proxy.cut();

    await expect(asked).rejects.toThrow();
    proxy.delay(0);
    expect((await jobs.executeSql('select 3 as three')).rows).toEqual([{ three: 3 }]);
    expect(heard).not.toEqual([]);
    await jobs.close();
  });
});

function addressOf(connection: JobsConnection) {
  if ('connectionString' in connection) {
    const { hostname, port } = new URL(connection.connectionString);
    return { host: hostname, port: Number(port || 5432) };
  }
  return { path: path.join(connection.host, `.s.PGSQL.${connection.port}`) };
}

function throughDoor(connection: JobsConnection, port: number): JobsConnection {
  if (!('connectionString' in connection)) return { ...connection, host: '127.0.0.1', port };
  const url = new URL(connection.connectionString);
  url.host = `127.0.0.1:${port}`;
  return { connectionString: url.href };
}
