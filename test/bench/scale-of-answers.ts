import { clockAt } from '../../src/clock.ts';
import { findAgencies } from '../../src/language/agency-names.ts';
import { openDatabase } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { createUnitOfWork } from '../../src/store/unit-of-work.ts';
import { planDeliveries } from '../../src/usecases/plan-deliveries.ts';
import { showDigest } from '../../src/usecases/show-digest.ts';
import { showOverdue } from '../../src/usecases/show-overdue.ts';
import { showStatus } from '../../src/usecases/show-status.ts';
import { createTickMemory } from '../../src/usecases/tick-memory.ts';
import { placeForTest } from '../store/database-for-test.ts';
import { fillOffice, type Size } from './country.ts';

/** What an office asks itself, in milliseconds. */
export interface Answers {
  readonly overdue: number;
  readonly digest: number;
  readonly status: number;
  /** The first look of a morning on which some are late, and one after everything was planned. */
  readonly due: number;
  readonly idleTick: number;
}

export const SIZES: readonly (Size & { readonly name: string })[] = [
  { name: '300 items', items: 300, itemsOfAgency: 15, history: 5 },
  { name: '60,000 items', items: 60_000, itemsOfAgency: 15, history: 5 },
  { name: '1,000,000 items', items: 1_000_000, itemsOfAgency: 15, history: 5 },
];

const RUNS = 3;

/** Monday morning in the second quarter, nobody's first rung, some reports of the first still missing. */
const NOW = '2026-04-06T08:30:00+07:00';

/** Answers over one office of a size: the median of some runs, after one that warms up. */
export async function answersAt(size: Size, server: string | undefined): Promise<Answers> {
  const { place, remove } = await placeForTest(server);
  const database = await openDatabase(place);
  await migrate(database);
  await fillOffice(database, size);
  const queue = {
    queueOn: () => ({
      enqueue: () => Promise.resolve(),
      queued: () => Promise.resolve(new Set<number>()),
    }),
  };
  const unitOfWork = createUnitOfWork(database, queue);
  const office = { ...unitOfWork, clock: clockAt(new Date(NOW)), timezone: 'Asia/Ho_Chi_Minh' };
  const memory = createTickMemory();
  const answers = {
    overdue: await median(() => showOverdue(office)),
    digest: await median(() => showDigest(office)),
    status: await median(() => showStatus(office, { query: 'xã số 7', find: findAgencies })),
    due: await once(() => planDeliveries(office)),
    idleTick: await median(() => planDeliveries(office, memory)),
  };
  await database.close();
  await remove();
  return answers;
}

async function median(work: () => Promise<unknown>): Promise<number> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) taken.push(await once(work));
  return taken.sort((left, right) => left - right)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
