import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAskedBefore } from '../../src/store/asked-before.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

/** Which of the statements, asked one after the other in a transaction, reach the database. */
async function reaching(
  statements: readonly (string | readonly [text: string, parameter: unknown])[],
  rows: readonly unknown[] = [],
): Promise<string[]> {
  const once = createAskedBefore()();
  const reached: string[] = [];
  for (const statement of statements) {
    const [text, parameter] = typeof statement === 'string' ? [statement] : statement;
    const parameters = parameter === undefined ? [] : [parameter];
    await once({ text, parameters, isInValues: true }, async () => {
      reached.push(text);
      return rows;
    });
  }
  return reached;
}

describe('what a transaction has read', () => {
  it('is not read again', async () => {
    expect(await reaching(['select 1', 'select 1', 'select 2', 'select 1'])).toHaveLength(2);
    expect(
      await reaching([
        ['select $1', 'a'],
        ['select $1', 'b'],
        ['select $1', 'a'],
      ]),
    ).toHaveLength(2);
  });

  it.each([
    'update item set name = null',
    'insert into item values (1)',
    'with gone as (delete from item returning id) select id from gone',
    'select id from item for update',
    'select id\nfrom item\nFOR NO KEY UPDATE skip locked',
    'select pg_advisory_xact_lock(1)',
    "select set_config('synchronous_commit', 'off', true)",
  ])('is read again after «%s», which is always asked', async (change) => {
    const all = ['select 1', change, 'select 1', change];
    expect(await reaching(all)).toEqual(all);
  });

  it('is read again where it is long', async () => {
    const many = Array.from({ length: 501 }, (_, id) => ({ id }));
    expect(await reaching(['select 1', 'select 1'], many)).toHaveLength(2);
  });
});

describe('a chat that is read, asked something and read in one transaction', () => {
  let database: DatabaseForTest;
  beforeAll(async () => {
    database = await databaseForTest();
  });
  afterAll(() => database.drop());

  it('has the new question', async () => {
    const { inTransaction } = createUnitOfWork(database);
    const chat = { channel: 'telegram', chatId: '7' };
    const asked = { question: 'q', expects: null, askedAt: new Date('2026-05-20T02:00:00Z') };

    const questions = await inTransaction(async ({ conversations }) => {
      const before = await conversations.find(chat);
      await conversations.ask(chat, asked);
      return [before.question, (await conversations.find(chat)).question];
    });

    expect(questions).toEqual([null, 'q']);
  });
});
