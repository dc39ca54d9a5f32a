import { asc, getTableColumns, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiled, idList } from '../../src/store/compiled-query.ts';
import type { Db } from '../../src/store/database.ts';
import { createInbox } from '../../src/store/inbox.ts';
import { inboundUpdate } from '../../src/store/schema/inbound-update.ts';
import type { IncomingUpdate } from '../../src/usecases/ports/intake.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const AT = new Date('2026-06-01T08:00:00.123+07:00');

const amongIds = (db: Db, ids: unknown) =>
  db
    .select()
    .from(inboundUpdate)
    .where(sql`${inboundUpdate.id} = any(${ids}::int[])`)
    .orderBy(asc(inboundUpdate.id));

const byIds = compiled<{ ids: string }>()(getTableColumns(inboundUpdate), (db) =>
  amongIds(db, sql.placeholder('ids')),
);

describe('a question whose SQL is written once', () => {
  let database: DatabaseForTest;
  beforeAll(async () => {
    database = await databaseForTest();
    const inbox = createInbox(database.db);
    for (const updateId of ['1', '2', '3']) {
      await inbox.add(sayAt(updateId), updateId === '2' ? 'refused' : 'received', AT);
    }
  });
  afterAll(() => database.drop());

  it.each([{ ids: [] }, { ids: [2] }, { ids: [3, 1, 99] }])(
    'reads what the builder reads: $ids',
    async ({ ids }) => {
      const rows = await byIds(database.db, { ids: idList(ids) });

      expect(rows).toEqual(await amongIds(database.db, idList(ids)));
    },
  );

  it('is asked by any connection, and sees what that one has not committed', async () => {
    const { db } = database;
    await db
      .transaction(async (open) => {
        await createInbox(open).settle(3, 'settled', AT);

        expect(await byIds(open, { ids: '{3}' })).toMatchObject([
          { state: 'settled', settledAt: AT },
        ]);
        open.rollback();
      })
      .catch(() => undefined);

    expect(await byIds(db, { ids: '{3}' })).toMatchObject([{ state: 'received', settledAt: null }]);
  });
});

function sayAt(updateId: string): IncomingUpdate {
  return {
    ...{ kind: 'text', text: 'một việc', updateId, chat: { channel: 'telegram', chatId: '7' } },
    ...{ isGroup: false, senderId: null, senderName: null },
  };
}
