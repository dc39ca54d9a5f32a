import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

describe('the audit chain', () => {
  let database: DatabaseForTest;
  beforeAll(async () => {
    database = await databaseForTest();
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    await database.sql`truncate audit_entry, audit_detail restart identity cascade`;
    await record('một');
    await record('hai');
    await record('ba');
  });

  it('is whole after every change that was recorded', async () => {
    expect(await verify()).toEqual({ ok: true, rows: 3, firstBroken: null });
  });

  it('names the row whose subject was changed', async () => {
    await database.sql`update audit_entry set subject = 'khác' where id = 2`;

    expect((await verify()).firstBroken).toEqual({ id: 2, reason: 'rowChanged' });
  });

  it('names the row after one that was taken out', async () => {
    await database.sql`delete from audit_detail where entry_id = 2`;
    await database.sql`delete from audit_entry where id = 2`;

    expect((await verify()).firstBroken).toEqual({ id: 3, reason: 'previousHashDiffers' });
  });

  it('names the row whose detail was changed', async () => {
    await database.sql`update audit_detail set detail = '{"after": 1}' where entry_id = 3`;

    expect((await verify()).firstBroken).toEqual({ id: 3, reason: 'detailChanged' });
  });

  it('stays whole when a detail is erased for the sake of a person', async () => {
    await database.sql`delete from audit_detail where entry_id = 1`;

    expect((await verify()).ok).toBe(true);
  });

  it('chains changes that are made side by side', async () => {
    await Promise.all(['bốn', 'năm', 'sáu', 'bảy'].map(record));

    expect(await verify()).toEqual({ ok: true, rows: 7, firstBroken: null });
  });

  it('loses the row together with a change that was undone', async () => {
    const failing = createUnitOfWork(database).inTransaction(async ({ audit }) => {
      await audit.record(entry('thôi'));
      throw new Error('the change failed');
    });

    await expect(failing).rejects.toThrow('the change failed');
    expect((await verify()).rows).toBe(3);
  });

  function verify() {
    return createUnitOfWork(database).inTransaction(({ audit }) => audit.verify());
  }

  function record(subject: string) {
    return createUnitOfWork(database).inTransaction(({ audit }) => audit.record(entry(subject)));
  }
});

function entry(subject: string) {
  return {
    actor: null,
    action: 'test.record',
    subject,
    before: { b: 1, a: 2 },
    after: { text: 'sau' },
    via: 'test',
    at: new Date('2026-06-01T01:00:00Z'),
  };
}
