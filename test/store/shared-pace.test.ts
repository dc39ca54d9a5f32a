import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer, type Pacer } from '../../src/channels/telegram/pacer.ts';
import { TELEGRAM_LIMITS } from '../../src/channels/telegram/pacing.ts';
import { waitMs } from '../../src/connect.ts';
import { type Database, openDatabase } from '../../src/store/database.ts';
import { createSharedPace } from '../../src/store/shared-pace.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

const hasServer = process.env['TEST_DATABASE_URL'] !== undefined;
const LIMITS = { ...TELEGRAM_LIMITS, overallPerSecond: 10, groupPerMinute: 4 };
const nowMs = () => performance.now();

// Only on a server can several processes send: the embedded database has one.
describe.skipIf(!hasServer)('the pace of several processes on one database', () => {
  let first: DatabaseForTest;
  const opened: Database[] = [];
  beforeAll(async () => {
    first = await databaseForTest();
    opened.push(await openDatabase(first.place), await openDatabase(first.place));
  });
  beforeEach(async () => {
    await first.sql`truncate sender, send_slot, chat_pace`.simple();
  });
  afterAll(async () => {
    for (const database of opened) await database.close();
    await first.drop();
  });

  const beat = (...ids: string[]) =>
    first.sql`insert into sender select id, now() from unnest(${ids}::text[]) id`;
  const paceOf = (database: Database, sender: string) =>
    createSharedPace(database, { channel: 'telegram', sender, nowMs, limits: LIMITS });
  /** A process as it is once the others know of it. */
  const aPacer = (database: Database, sender: string): Pacer =>
    createPacer({ nowMs, waitMs, limits: LIMITS, shared: paceOf(database, sender) });
  const threePacers = () =>
    [first, ...opened].map((database, index) => aPacer(database, `process ${index}`));

  it('lets all of them together send no more than the platform takes, and nearly that', async () => {
    await beat('process 0', 'process 1', 'process 2');
    const sentAt: number[] = [];

    await Promise.all(
      threePacers().flatMap((pacer, process) =>
        Array.from({ length: 15 }, (_, chat) =>
          pacer.run(
            { chatId: `${process}${chat}`, isGroup: false, isReply: false },
            async (leaves) => {
              leaves();
              sentAt.push(nowMs());
            },
          ),
        ),
      ),
    );

    const busiest = Math.max(
      ...sentAt.map((from) => sentAt.filter((at) => at >= from && at < from + 1_000).length),
    );
    expect(sentAt).toHaveLength(45);
    expect(busiest).toBeLessThanOrEqual(10);
  });

  it('keeps one chat to its limit, whoever writes to it', async () => {
    await beat('process 0', 'process 1', 'process 2');
    const sentAt: number[] = [];

    await Promise.all(
      threePacers().map((pacer) =>
        pacer.run({ chatId: '7', isGroup: false, isReply: false }, async (leaves) => {
          leaves();
          sentAt.push(nowMs());
        }),
      ),
    );

    const [one = 0, two = 0, three = 0] = sentAt;
    expect(two - one).toBeGreaterThan(990);
    expect(three - two).toBeGreaterThan(990);
  });

  it('gives a group so many messages a minute and no more', async () => {
    await beat('one', 'other');
    const pace = paceOf(first, 'one');
    const group = { chatId: '-7', isGroup: true, isReply: true };
    await speaking(pace);
    await first.sql`
      insert into chat_pace (channel, chat_id, due_at, sent_at)
      values ('telegram', '-7', clock_timestamp(), array_fill(clock_timestamp(), array[3]))`;

    expect(await pace.ask(group)).toMatchObject({ kind: 'go' });
    const refused = await pace.ask(group);

    expect(refused).toMatchObject({ kind: 'wait', whom: 'chat' });
    expect('ms' in refused && refused.ms).toBeGreaterThan(55_000);
  });

  it('takes a turn back of which nothing came', async () => {
    await beat('one', 'other');
    const pace = paceOf(first, 'one');
    await speaking(pace);
    const person = { chatId: '7', isGroup: false, isReply: false };
    const group = { chatId: '-7', isGroup: true, isReply: true };
    await first.sql`
      insert into chat_pace (channel, chat_id, due_at, sent_at)
      values ('telegram', '-7', clock_timestamp(), array_fill(clock_timestamp(), array[3]))`;

    for (const question of [person, group]) {
      const answer = await pace.ask(question);
      if (answer.kind !== 'go') throw new Error('It was its turn.');
      answer.finished(null);
      await vi.waitFor(async () => expect(await pace.ask(question)).toMatchObject({ kind: 'go' }));
      expect(await pace.ask(question)).toMatchObject({ kind: 'wait', whom: 'chat' });
    }
  });

  it('takes no turn back from a chat that others have had since', async () => {
    await beat('one', 'other');
    const pace = paceOf(first, 'one');
    await speaking(pace);
    const question = { chatId: '7', isGroup: false, isReply: false };

    const slow = await pace.ask(question);
    await first.sql`update chat_pace set due_at = clock_timestamp() + interval '1 second' where chat_id = '7'`;
    const { free: before } = await placesOf(first);
    if (slow.kind === 'go') slow.finished(null);
    await vi.waitFor(async () => expect((await placesOf(first)).free).toBeGreaterThan(before));

    expect(await pace.ask(question)).toMatchObject({ kind: 'wait', whom: 'chat' });
  });

  it('takes no place back while all are to be left alone', async () => {
    await beat('one', 'other');
    const [one, other] = [paceOf(first, 'one'), paceOf(first, 'other')];
    await speaking(one);

    const onTheWay = await one.ask({ chatId: '7', isGroup: false, isReply: true });
    for (const chatId of ['1', '2', '3']) await other.flooded(chatId, 1_500);
    if (onTheWay.kind === 'go') onTheWay.finished(null);
    const isDueAgain = async () =>
      first.sql`select 1 from chat_pace where chat_id = '7' and due_at <= clock_timestamp()`;
    await vi.waitFor(async () => expect(await isDueAgain()).toHaveLength(1));

    expect((await placesOf(first)).free).toBe(0);
  });

  it('leaves a chat alone which another process was told to, and all when many were', async () => {
    await beat('one', 'other');
    const [one, other] = [paceOf(first, 'one'), paceOf(first, 'other')];
    await speaking(one);
    const ask = async (chatId: string) => {
      const answer = await one.ask({ chatId, isGroup: false, isReply: true });
      return answer.kind === 'go' ? 'go' : `${answer.whom} ${Math.round(answer.ms / 1_000)} s`;
    };

    await other.flooded('1', 20_000);
    expect([await ask('1'), await ask('9')]).toEqual(['chat 20 s', 'go']);

    await other.flooded('2', 20_000);
    await other.flooded('3', 30_000);
    expect(await ask('9')).toMatch(/^all (30|29) s$/);
  });

  it('asks nothing of a process that is alone', async () => {
    await beat('one');
    const pace = paceOf(first, 'one');

    for (let count = 0; count < 40; count += 1) {
      const answer = await pace.ask({ chatId: '1', isGroup: false, isReply: false });
      expect(answer.kind).toBe('go');
    }

    expect(await first.sql`select * from send_slot`).toHaveLength(0);
  });

  it('keeps a newcomer silent until the others must have noticed', async () => {
    await beat('old', 'new');
    const pace = paceOf(first, 'new');

    const answer = await pace.ask({ chatId: '1', isGroup: false, isReply: true });

    expect(answer).toMatchObject({ kind: 'wait', whom: 'all' });
    expect('ms' in answer && answer.ms).toBeGreaterThan(2_000);
  });
});

async function placesOf({ sql }: DatabaseForTest): Promise<{ readonly free: number }> {
  const rows = await sql`
    select count(*) filter (where free_at <= clock_timestamp())::int as free from send_slot`;
  return { free: Number(rows[0]?.['free']) };
}

/** Waits out the newcomer's silence. */
async function speaking(pace: ReturnType<typeof createSharedPace>): Promise<void> {
  const question = { chatId: 'nobody', isGroup: false, isReply: true };
  for (;;) {
    const answer = await pace.ask(question);
    if (answer.kind === 'go') return;
    await waitMs(answer.ms);
  }
}
