import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockAt } from '../../src/clock.ts';
import { actOnNext, type ChatNeeds } from '../../src/conversation/chat-worker.ts';
import { createLastRead } from '../../src/conversation/last-read.ts';
import { secrets } from '../../src/secrets.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import type { IncomingUpdate } from '../../src/usecases/ports/intake.ts';
import { type DatabaseForTest, databaseForTest } from '../store/database-for-test.ts';

const AT = new Date('2026-06-01T08:00:00+07:00');
const CHAT = { channel: 'telegram', chatId: '7' };
const ASKED: IncomingUpdate = {
  ...{ kind: 'text', text: 'trợ giúp', updateId: '1', chat: CHAT },
  ...{ isGroup: false, senderId: '7', senderName: null },
};

let database: DatabaseForTest;
beforeAll(async () => {
  database = await databaseForTest();
});
afterAll(() => database.drop());

describe('what cannot be read ahead', () => {
  it('is not tried again, so that nobody waits for ever for what did not need it', async () => {
    const unitOfWork = createUnitOfWork(database);
    const lastRead = createLastRead();
    lastRead.note(CHAT, { setIds: [Number.NaN], agencyIds: [1] });
    const needs: ChatNeeds = {
      ...{ ...unitOfWork, clock: clockAt(AT), timezone: 'Asia/Ho_Chi_Minh', secrets, lastRead },
      language: 'vi',
      sender: 'one',
      botName: () => null,
    };
    await unitOfWork.inTransaction(({ inbox }) => inbox.add(ASKED, 'received', AT));

    await expect(actOnNext(needs, CHAT, { update: ASKED })).rejects.toThrow('NaN');

    expect(await actOnNext(needs, CHAT, { update: ASKED })).toHaveLength(1);
  });
});
