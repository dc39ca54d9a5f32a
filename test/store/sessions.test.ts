import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isOutage } from '../../src/store/outage.ts';
import { setting } from '../../src/store/schema/setting.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

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
