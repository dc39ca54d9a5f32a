import { sql } from 'drizzle-orm';
import { type Clock, fromDrizzle, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { JobQueue } from '../usecases/ports/job-queue.ts';
import type { Database, Db } from './database.ts';
import { openJobsConnection } from './jobs-connection.ts';

const QUEUE = 'deliver';
const DEAD_QUEUE = 'deliver_dead';

/**
 * Jobs that are taken and composed together, while the ones before them go out. At a platform's pace of
 * 30 a second the last of them leaves two seconds after it was composed. Source: decision 0028.
 */
const JOBS_AT_ONCE = 25;
const HANDS = 2;

/** After this a job is handed out anew, where its process no longer answers; a claim holds anyway. */
const EXPIRY_S = 120;

/**
 * Real seconds: back-off knows nothing of the service's clock. As often as a working day has room
 * for, since a platform may be away for hours and a reminder must not die of it. Source: decision 15.
 */
const RETRIES = { retryLimit: 120, retryDelay: 5, retryBackoff: true, retryDelayMax: 300 };

/** Of the machine's own count: a worker would sleep for as long as the clock was set back. */
const STEADY_CLOCK: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout,
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval,
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};

const Job = z.object({ deliveryId: z.number() });

/** Throws to be asked again later. */
export interface DeliveryWorker {
  deliver(deliveryId: number): Promise<void>;
  /** Every attempt has failed. */
  giveUp(deliveryId: number): Promise<void>;
}

export interface Jobs {
  /** The queue as one open transaction sees it. */
  queueOn(db: Db): JobQueue;
  /** From now on this process takes jobs. */
  work(worker: DeliveryWorker): Promise<void>;
  /** Jobs in hand end first. */
  stop(): Promise<void>;
}

/** For commands that plan nothing. */
export const NO_QUEUE: JobQueue = {
  enqueue: () => Promise.reject(new Error('This command has no job engine.')),
  queued: () => Promise.resolve(new Set()),
};

/** Starts the engine on the office's database; its tables come with the first start. */
export async function startJobs(
  { jobsConnection, askRoom }: Pick<Database, 'jobsConnection' | 'askRoom'>,
  { isWorker, onError }: { readonly isWorker: boolean; readonly onError: (error: Error) => void },
): Promise<Jobs> {
  const db = openJobsConnection(jobsConnection, onError, askRoom);
  const boss = new PgBoss({ db, schedule: false, supervise: isWorker, clock: STEADY_CLOCK });
  boss.on('error', onError);
  await boss.start();
  await boss.createQueue(DEAD_QUEUE);
  await boss.createQueue(QUEUE, { ...RETRIES, deadLetter: DEAD_QUEUE, expireInSeconds: EXPIRY_S });
  return {
    queueOn: (open) => ({
      enqueue: async (deliveryIds) => {
        if (deliveryIds.length === 0) return;
        const jobs = deliveryIds.map((deliveryId) => ({ data: { deliveryId } }));
        await boss.insert(QUEUE, jobs, { db: fromDrizzle(open, sql) });
      },
      queued: async ({ isHeldToo }) => {
        // The states of a job are ordered, and a job that is in hand is `active`.
        const end = isHeldToo ? 'completed' : 'active';
        const rows = await open.execute(
          sql`select data from pgboss.job where name = ${QUEUE} and state < ${end}`,
        );
        return new Set(rows.map(({ data }) => Job.parse(data).deliveryId));
      },
    }),
    work: async (worker) => {
      const options = {
        pollingIntervalSeconds: 1,
        batchSize: JOBS_AT_ONCE,
        localConcurrency: HANDS,
        burstWhenBatchFull: true,
        perJobResults: true,
      } as const;
      await boss.work(QUEUE, options, (jobs) =>
        Promise.all(
          jobs.map(async ({ id, data }) => ({ id, status: await outcomeOf(worker, data) })),
        ),
      );
      await boss.work(DEAD_QUEUE, { pollingIntervalSeconds: 10 }, ([job]) =>
        worker.giveUp(Job.parse(job?.data).deliveryId),
      );
    },
    stop: async () => {
      await boss.stop({ graceful: true, timeout: 20_000 });
      await db.close();
    },
  };
}

async function outcomeOf(worker: DeliveryWorker, data: unknown): Promise<'completed' | 'failed'> {
  return worker.deliver(Job.parse(data).deliveryId).then(
    () => 'completed',
    () => 'failed',
  );
}
