import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertion } from '../../src/store/insert-many.ts';
import { choice } from '../../src/store/schema/conversation.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

let database: DatabaseForTest;
beforeEach(async () => {
  database = await databaseForTest();
});
afterEach(() => database.drop());

describe('statements', () => {
  it('are kept by a connection once they have come twice, however they are filled in', async () => {
    const kept = await database.db.transaction(async (open) => {
      for (const token of ['a', 'b', 'c']) {
        await open.select().from(choice).where(eq(choice.token, token));
        await open.execute(sql`select ${token}::text as once`);
      }
      await open.execute(sql`select 'only once' as alone`);
      return open.execute(sql`select statement from pg_prepared_statements`);
    });

    const texts = kept.map(({ statement }) => String(statement));
    expect(texts.filter((text) => text.includes('from "choice"'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('as once'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('as alone'))).toEqual([]);
  });

  it('are no more than a connection should hold', async () => {
    const held = await database.db.transaction(async (open) => {
      for (let columns = 1; columns <= 250; columns += 1) {
        const more = Array.from({ length: columns }, () => sql`, 1`);
        const grown = sql`select ${columns}::int ${sql.join(more)}`;
        await open.execute(grown);
        await open.execute(grown);
      }
      return open.execute(sql`select count(*)::int as count from pg_prepared_statements`);
    });

    expect(held[0]?.['count']).toBeGreaterThan(100);
    expect(held[0]?.['count']).toBeLessThanOrEqual(250);
  });
});

describe('rows that are added together', () => {
  const at = new Date('2026-05-20T02:00:00.123Z');
  const aChoice = (token: string) => ({
    token,
    question: 'q',
    channel: 'telegram',
    chatId: '7',
    personId: null,
    label: `“${token}” – 'mục' \\ 100%`,
    typed: '',
    action: { kind: 'status', words: ['đã "xong"', null] },
    expiresAt: at,
  });

  it('are stored as they are, in their order', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => aChoice(`t${119 - index}`));

    await database.db.transaction((open) => insertion(choice, { returning: {} })(open, rows));

    const stored = await database.db.transaction((open) =>
      open.select().from(choice).orderBy(choice.id),
    );
    expect(stored.map(({ id: _, ...row }) => row)).toEqual(rows);
  });
});
