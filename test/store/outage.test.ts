import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { isOutage } from '../../src/store/outage.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { StoreUnavailableError } from '../../src/usecases/ports/unit-of-work.ts';
import { type DatabaseProxy, openDatabaseProxy } from '../storm/database-proxy.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const hasServer = process.env['TEST_DATABASE_URL'] !== undefined;

describe.skipIf(!hasServer)('a transaction on a database that breaks off', () => {
  let database: DatabaseForTest;
  let proxy: DatabaseProxy;
  beforeEach(async () => {
    database = await databaseForTest();
    const { hostname: host, port } = new URL(database.place.databaseUrl ?? '');
    proxy = await openDatabaseProxy({ host, port: Number(port || 5432) });
  });
  afterEach(async () => {
    await proxy.close();
    await database.drop();
  });

  it('says so, whatever it was at, and the next one is done when the database is back', async () => {
    const url = new URL(database.place.databaseUrl ?? '');
    url.host = `127.0.0.1:${proxy.port}`;
    const away = await openDatabase({ ...database.place, databaseUrl: url.href });
    const { inTransaction, inOneStatement } = createUnitOfWork(away);

    const broken = inTransaction(async ({ settings }) => {
      await settings.set('said', 'before');
      proxy.cut();
      await settings.set('said', 'after');
    });
    await expect(broken).rejects.toThrow(StoreUnavailableError);
    expect(await inTransaction(({ settings }) => settings.get('said'))).toBeNull();

    const alone = inOneStatement(async ({ inbox }) => {
      proxy.cut();
      return inbox.waitingChats();
    });
    await expect(alone).rejects.toThrow(StoreUnavailableError);
    expect(await inOneStatement(({ inbox }) => inbox.waitingChats())).toEqual([]);
    await away.close();
  });

  it('is no excuse for a fault of our own', async () => {
    const { inTransaction } = createUnitOfWork(database);
    const wrong = inTransaction(({ people }) =>
      people.linkAccount(404, 'telegram', '1', new Date(0)),
    );
    await expect(wrong).rejects.not.toThrow(StoreUnavailableError);
  });
});

describe('an outage', () => {
  const failing = (code: string) => Object.assign(new Error('as planned'), { code });

  it.each([
    'ECONNREFUSED',
    'CONNECTION_CLOSED',
    '57P01',
    '53300',
    '08006',
    '40P01',
    '55P03',
    '57014',
    '58030',
    '58P01',
    '42501',
  ])('is seen by the code %s, also behind another error', (code) => {
    expect(isOutage(failing(code))).toBe(true);
    expect(isOutage(new Error('failed query', { cause: failing(code) }))).toBe(true);
  });

  it.each(['23505', '22P02', '42P01', '25001'])('is not meant by the code %s', (code) => {
    expect(isOutage(failing(code))).toBe(false);
  });

  it('is not seen in what is no error', () => {
    expect(isOutage('ECONNREFUSED')).toBe(false);
  });
});
