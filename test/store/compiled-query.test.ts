import { and, asc, eq, getTableColumns, ne, sql } from 'drizzle-orm';
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
    class Undone extends Error {}
    let inside: unknown;

    const undone = db.transaction(async (open) => {
      await createInbox(open).settle(3, 'settled', AT);
      inside = await byIds(open, { ids: '{3}' });
      throw new Undone();
    });

    await expect(undone).rejects.toThrow(Undone);
    expect(inside).toMatchObject([{ state: 'settled', settledAt: AT }]);
    expect(await byIds(db, { ids: '{3}' })).toMatchObject([{ state: 'received', settledAt: null }]);
  });

  it('takes only its values from outside, so that a kept plan knows which rows are meant', async () => {
    const ofWaiting = compiled<{ chatId: string }>()(getTableColumns(inboundUpdate), (db) =>
      db
        .select()
        .from(inboundUpdate)
        .where(
          and(
            eq(inboundUpdate.chatId, sql.placeholder('chatId')),
            eq(inboundUpdate.state, 'received'),
            ne(inboundUpdate.updateId, "it's 'not' $1 \\ 'this'"),
          ),
        ),
    );

    const kept = await database.db.transaction(async (open) => {
      expect(await ofWaiting(open, { chatId: '7' })).toHaveLength(2);
      expect(await ofWaiting(open, { chatId: '8' })).toHaveLength(0);
      return open.execute(sql`
        select parameter_types::text as taken from pg_prepared_statements
        where statement like '%"inbound_update"."update_id" <>%' and statement not like '%taken%'`);
    });

    expect(kept).toMatchObject([{ taken: '{text}' }]);
  });
});

function sayAt(updateId: string): IncomingUpdate {
  return {
    ...{ kind: 'text', text: 'một việc', updateId, chat: { channel: 'telegram', chatId: '7' } },
    ...{ isGroup: false, senderId: null, senderName: null },
  };
}
