import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import type { IncomingUpdate } from '../../src/usecases/ports/intake.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const hasServer = process.env['TEST_DATABASE_URL'] !== undefined;
const AT = new Date('2026-06-01T08:00:00+07:00');
const SINCE = new Date('2026-06-01T07:55:00+07:00');
const CHAT = { channel: 'telegram', chatId: '7' };

const sayAt = (updateId: string, chatId = CHAT.chatId): IncomingUpdate => ({
  ...{ kind: 'text', text: 'một việc', updateId, chat: { ...CHAT, chatId } },
  ...{ isGroup: false, senderId: chatId, senderName: null },
});

describe('updates that come at once', () => {
  let database: DatabaseForTest;
  beforeAll(async () => {
    database = await databaseForTest();
  });
  afterAll(() => database.drop());

  it('are stored once each, and wait in their chats until an answer is on its way there', async () => {
    const { inTransaction } = createUnitOfWork(database);
    const chats = ['7', '8', '9'].map((chatId) => ({ ...CHAT, chatId }));

    const added = await inTransaction(async ({ inbox }) => [
      ...(await inbox.addAll([sayAt('1'), sayAt('2', '8'), sayAt('2', '8')], AT)),
      ...(await inbox.addAll([sayAt('2', '8'), sayAt('3')], AT)),
    ]);
    const before = await inTransaction(({ inbox }) => inbox.areWaiting(chats, SINCE));
    const after = await inTransaction(async ({ inbox, deliveries }) => {
      await deliveries.plan({
        ...{ key: 'reply:telegram:0', kind: 'reply', personId: null, address: chats[1] ?? CHAT },
        ...{ isGroup: false, payload: null, dueAt: AT },
      });
      return inbox.areWaiting(chats, SINCE);
    });
    const taken = await inTransaction(({ inbox }) => inbox.next(CHAT, SINCE));

    expect(added).toEqual([true, true, false, false, true]);
    expect(before).toEqual([true, true, false]);
    expect(after).toEqual([true, false, false]);
    expect(taken).toMatchObject({ attempts: 0, update: sayAt('1') });
  });
});

// Only on a server can several processes act: the embedded database has one.
describe.skipIf(!hasServer)('two processes at one chat', () => {
  let first: DatabaseForTest;
  let second: Database;
  beforeAll(async () => {
    first = await databaseForTest();
    second = await openDatabase(first.place);
  });
  afterAll(async () => {
    await second.close();
    await first.drop();
  });

  const waitsForALock = async () => {
    for (;;) {
      const [row] = await first.sql`
        select count(*)::int as waiting from pg_locks where not granted`;
      if (row?.['waiting'] === 1) return;
    }
  };

  it('leave the next update alone while the answer to the one before is on its way', async () => {
    const one = createUnitOfWork(first);
    const other = createUnitOfWork(second);
    await one.inTransaction(async ({ inbox }) => {
      await inbox.add(sayAt('1'), 'received', AT);
      await inbox.add(sayAt('2'), 'received', AT);
    });

    let found: Promise<string | undefined> | undefined;
    await one.inTransaction(async ({ inbox, deliveries }) => {
      const taken = await inbox.next(CHAT, SINCE);
      expect(taken?.update).toEqual(sayAt('1'));
      await inbox.settle(taken?.id ?? 0, 'settled', AT);
      found = other.inTransaction(
        async (stores) => (await stores.inbox.next(CHAT, SINCE))?.update.updateId,
      );
      await waitsForALock();
      await deliveries.plan({
        ...{ key: 'reply:telegram:1', kind: 'reply', personId: null, address: CHAT },
        ...{ isGroup: false, payload: null, dueAt: AT },
      });
    });

    expect(await found).toBeUndefined();
  });
});
