import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import type { IncomingUpdate } from '../../src/usecases/ports/intake.ts';
import type { UnitOfWork } from '../../src/usecases/ports/unit-of-work.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const isServer = process.env['TEST_DATABASE_URL'] !== undefined;
const AT = new Date('2026-06-01T08:00:00+07:00');
const CHAT = { channel: 'telegram', chatId: '7' };
const PRESS: IncomingUpdate = {
  ...{ kind: 'choice', token: 't', messageId: '1', updateId: '1', chat: CHAT },
  ...{ isGroup: false, senderId: '7', senderName: null },
};

let database: DatabaseForTest;
let unitOfWork: UnitOfWork;
beforeEach(async () => {
  database = await databaseForTest();
  unitOfWork = createUnitOfWork(database);
});
afterEach(() => database.drop());

const add = () => unitOfWork.inOneStatement(({ inbox }) => inbox.add(PRESS, 'received', AT));
const isKept = async () => !(await add());

describe('a statement before a transaction', () => {
  it('is done when the transaction looks, and stands whatever becomes of that', async () => {
    const work = unitOfWork.inTransactionAfter(
      ({ inbox }) => inbox.add(PRESS, 'received', AT),
      async ({ inbox }, isNew) => {
        const seen = await inbox.next(CHAT, AT);
        throw new Error(`${seen?.update.updateId}, ${await isNew}`);
      },
    );
    await expect(work).rejects.toThrow('1, true');
    expect(await isKept()).toBe(true);
  });

  it('fails by itself', async () => {
    const value = unitOfWork.inTransactionAfter(
      () => database.db.execute(sql`select 1 / 0`),
      async ({ settings }, first) => {
        await settings.set('done', true);
        return first.catch(() => 'the first failed');
      },
    );
    expect(await value).toBe('the first failed');
    expect(await unitOfWork.inTransaction(({ settings }) => settings.get('done'))).toBe(true);
  });
});

describe('an update that is added', () => {
  const waitsForDisk = (open: Pick<DatabaseForTest['db'], 'execute'>) =>
    open.execute(sql`select current_setting('synchronous_commit') as waits`);

  it('does not wait for the disk, as whatever comes after it does', async () => {
    const [usual] = await waitsForDisk(database.db);
    const adding = await database.db.transaction(async (open) => {
      const { inOneStatement } = createUnitOfWork({ ...database, kind: 'postgres', db: open });
      await inOneStatement(({ inbox }) => inbox.add(PRESS, 'received', AT));
      return waitsForDisk(open);
    });
    const [after] = await waitsForDisk(database.db);

    expect(adding).toEqual([{ waits: 'off' }]);
    expect(after).toEqual(usual);
    expect(await isKept()).toBe(true);
  });

  // The embedded database waits for no disk.
  it.skipIf(!isServer)(
    'is on the disk once that is asked for, unless it is not there',
    async () => {
      await add();
      const [there] = await database.db.execute(sql`select pg_current_wal_insert_lsn() as lsn`);
      const safe = await unitOfWork.areSafe([{ ...PRESS, updateId: 'forgotten' }, PRESS]);
      const flushed = sql`select pg_current_wal_flush_lsn() >= ${there?.['lsn']}::pg_lsn as is`;
      expect(safe).toEqual([false, true]);
      expect(await database.db.execute(flushed)).toEqual([{ is: true }]);
    },
  );
});
