import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Jobs, startJobs } from '../../src/store/jobs.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import type { Stores } from '../../src/usecases/ports/unit-of-work.ts';
import { type DatabaseForTest, databaseForTest } from './database-for-test.ts';

let database: DatabaseForTest;
let jobs: Jobs;
beforeAll(async () => {
  database = await databaseForTest();
  jobs = await startJobs(database, { isWorker: false, onError: () => undefined });
});
afterAll(async () => {
  await jobs.stop();
  await database.drop();
});

const inOffice = <Value>(work: (stores: Stores) => Promise<Value>) =>
  createUnitOfWork(database, jobs).inTransaction(work);
const queued = (isHeldToo: boolean) => inOffice((stores) => stores.jobs.queued({ isHeldToo }));

it('tells a delivery that a job waits for from one that a process has in hand', async () => {
  await inOffice((stores) => stores.jobs.enqueue([7, 8]));
  expect([...(await queued(true))].toSorted()).toEqual([7, 8]);

  const begun = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  await jobs.work({
    deliver: async (id) => {
      if (id === 8) return;
      begun.resolve();
      await done.promise;
    },
    giveUp: () => Promise.resolve(),
  });
  await begun.promise;
  expect(await queued(false)).toEqual(new Set());
  expect((await queued(true)).has(7)).toBe(true);
  done.resolve();
});
