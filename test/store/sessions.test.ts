import { eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertion } from '../../src/store/insert-many.ts';
import { isOutage } from '../../src/store/outage.ts';
import { setting } from '../../src/store/schema/setting.ts';
import { createSessions } from '../../src/store/sessions.ts';
import { openDatabaseProxy } from '../storm/database-proxy.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const addSettings = insertion(setting, { returning: {} });

/** Its failure is told by the transaction. */
function unawaited(asked: Promise<unknown>): void {
  asked.catch(() => undefined);
}

const isServer = process.env['TEST_DATABASE_URL'] !== undefined;

describe('a transaction', () => {
  let database: DatabaseForTest;
  beforeEach(async () => {
    database = await databaseForTest();
  });
  afterEach(() => database.drop());

  const write = (open: Pick<DatabaseForTest['db'], 'insert'>, key: string) =>
    open.insert(setting).values({ key, value: 1 });
  const written = () =>
    database.db.transaction(async (open) =>
      (await open.select().from(setting)).map(({ key }) => key),
    );

  it('that took no notice of a failure commits nothing, and says so', async () => {
    const work = database.db.transaction(async (open) => {
      await write(open, 'first');
      await open.execute(sql`select 1 / 0`).catch(() => undefined);
    });

    await expect(work).rejects.toThrow(/division by zero/);
    expect(await written()).not.toContain('first');
  });

  it('commits what it has asked and not waited for', async () => {
    await database.db.transaction(async (open) => {
      for (const key of ['one', 'two']) unawaited(addSettings(open, [{ key, value: 1 }]));
    });

    expect(await written()).toEqual(expect.arrayContaining(['one', 'two']));
  });

  it('commits nothing where something failed that it did not wait for', async () => {
    const work = database.db.transaction(async (open) => {
      await write(open, 'before');
      unawaited(addSettings(open, [{ key: 'before', value: 2 }]));
      unawaited(addSettings(open, [{ key: 'after', value: 1 }]));
    });

    await expect(work).rejects.toThrow(/duplicate key/);
    expect(await written()).not.toEqual(expect.arrayContaining(['before']));
    expect(await written()).not.toEqual(expect.arrayContaining(['after']));
  });

  it('writes in the order of asking, also beside what it reads first', async () => {
    const keys = await database.db.transaction(async (open) => {
      unawaited(addSettings(open, [{ key: 'written', value: 1 }]));
      return (await open.select().from(setting)).map(({ key }) => key);
    });

    expect(keys).toContain('written');
  });

  it('names what failed first, not that the rest was not done', async () => {
    const work = database.db.transaction(async (open) => {
      await open.execute(sql`select 1 / 0`).catch(() => undefined);
      await write(open, 'later');
    });

    await expect(work).rejects.toThrow(/division by zero/);
  });

  it('does nothing of what goes on beside its failure', async () => {
    let beside: Promise<void> = Promise.resolve();
    const work = database.db.transaction(async (open) => {
      const writing = async () => {
        for (let index = 0; index < 100; index += 1) {
          await write(open, `beside ${index}`).catch(() => undefined);
        }
      };
      beside = writing();
      await open.execute(sql`select 1`);
      throw new Error('no');
    });

    await expect(work).rejects.toThrow('no');
    await beside;
    expect((await written()).filter((key) => key.startsWith('beside'))).toEqual([]);
  });

  it('does nothing more once it has ended', async () => {
    const end = Promise.withResolvers<void>();
    let late: Promise<unknown> = Promise.resolve();
    await database.db.transaction(async (open) => {
      late = end.promise.then(() => write(open, 'late'));
    });
    end.resolve();

    await expect(late).rejects.toThrow();
    expect(await written()).not.toContain('late');
  });

  // The embedded database ends no connections.
  describe.skipIf(!isServer)('whose connection the server ends', () => {
    it.each(['between two statements', 'during a statement'])(
      'is undone whole, %s, and the next one goes on',
      async (when) => {
        const work = database.db.transaction(async (open) => {
          await write(open, 'before');
          const [row] = await open.execute(sql`select pg_backend_pid() as pid`);
          const asleep =
            when === 'during a statement' ? open.execute(sql`select pg_sleep(60)`) : null;
          await database.sql`select pg_terminate_backend(${Number(row?.['pid'])}::int, 5000)`;
          await asleep?.catch(() => undefined);
          await write(open, 'after').catch(() => undefined);
          await write(open, 'again');
        });

        expect(await work.catch(isOutage)).toBe(true);
        expect(await written()).not.toContain('before');
        await write(database.db, 'next');
        expect(await written()).toContain('next');
        await database.db.delete(setting).where(eq(setting.key, 'next'));
      },
    );

    it('does not hold up those beside it, nor end the process', async () => {
      const ends = Array.from({ length: 30 }, async (_, index) => {
        const work = database.db.transaction(async (open) => {
          await open.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
          await write(open, `doomed ${index}`);
        });
        return work.catch(isOutage);
      });

      expect(await Promise.all(ends)).toEqual(ends.map(() => true));
      expect((await written()).filter((key) => key.startsWith('doomed'))).toEqual([]);
    });
  });
});

describe.skipIf(!isServer)('a connection', () => {
  it('that was opened while the database was read only is not kept', async () => {
    const database = await databaseForTest();
    const { db, place } = database;
    const name = new URL(place.databaseUrl ?? '').pathname.slice(1);
    const write = (value: number) =>
      db.transaction((open) => addSettings(open, [{ key: `${value}`, value }]));
    const readOnly = (state: string) =>
      database.sql.unsafe(`alter database "${name}" set default_transaction_read_only = ${state}`);
    await readOnly('on');
    await db.execute(sql`select pg_terminate_backend(pg_backend_pid())`).catch(() => undefined);

    expect(await write(1).catch(isOutage)).toBe(true);
    await readOnly('off');
    await write(2);

    expect(await db.select().from(setting)).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: '2' })]),
    );
    await database.drop();
  });

  it('that says nothing any more is cut, and the work on it may be done again', async () => {
    const { place, drop } = await databaseForTest();
    const { hostname: host, port, pathname } = new URL(place.databaseUrl ?? '');
    const proxy = await openDatabaseProxy({ host, port: Number(port || 5432) });
    const options = { greeting: 'select 1', mostLendings: 9, max: 1, longestLendingMs: 300 };
    const sessions = createSessions({
      ...options,
      open: (onclose) =>
        postgres(`postgres://postgres@127.0.0.1:${proxy.port}${pathname}`, {
          max: 1,
          fetch_types: false,
          onclose,
        }),
    });
    const ask = () => sessions.use(({ sql: own }) => own.unsafe('select 2 as two').simple());
    await ask();

    proxy.delay(600_000);
    expect(await ask().catch(isOutage)).toBe(true);
    proxy.delay(0);
    expect(await ask()).toEqual([{ two: 2 }]);

    await sessions.close();
    await proxy.close();
    await drop();
  });

  it('is not lent once the database is closed, nor to who waited for one', async () => {
    const { place, drop } = await databaseForTest();
    const opened: unknown[] = [];
    const open = (onclose: () => void) => {
      opened.push(onclose);
      return postgres(place.databaseUrl ?? '', { max: 1, fetch_types: false, onclose });
    };
    const options = { greeting: 'select 1', mostLendings: 9, max: 1, longestLendingMs: 60_000 };
    const sessions = createSessions({ open, ...options });
    const ask = () => sessions.use(({ sql: own }) => own.unsafe('select 2').simple());

    await ask();
    const [asked, late] = [ask(), ask()].map((one) => one.catch(isOutage));
    await sessions.close();
    await asked;

    expect(await late).toBe(true);
    expect(await ask().catch(isOutage)).toBe(true);
    expect(opened).toHaveLength(1);
    await drop();
  });

  it('is lent for so long only, and another takes its place', async () => {
    const { place, drop } = await databaseForTest();
    const open = (onclose: () => void) =>
      postgres(place.databaseUrl ?? '', { max: 1, fetch_types: false, onclose });
    const options = {
      greeting: 'set statement_timeout = 5000',
      mostLendings: 3,
      max: 1,
      longestLendingMs: 60_000,
    };
    const sessions = createSessions({ open, ...options });
    const lent: string[] = [];

    for (let lending = 0; lending < 7; lending += 1) {
      const [row] = await sessions.use(
        ({ sql }) =>
          sql`select pg_backend_pid() as pid, current_setting('statement_timeout') as greeted`,
      );
      lent.push(`${row?.['pid']} ${row?.['greeted']}`);
    }
    await sessions.close();
    await drop();

    const [first, , , second, , , third] = lent;
    expect(lent).toEqual([first, first, first, second, second, second, third]);
    expect(new Set(lent).size).toBe(3);
    expect(first).toMatch(/ 5s$/);
  });
});
