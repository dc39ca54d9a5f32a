import { PgBoss } from 'pg-boss';
import { Telegraf } from 'telegraf';

/**
 * The least that a mailing on pg-boss can do: a job for each person, worked off in batches like ours,
 * with a message of its own for each, or with nothing. Prints the milliseconds that it took.
 */
const [connectionString = '', apiRoot = '', token = '', count = '0', kind = ''] =
  process.argv.slice(2);
const LANES = 6;
const QUEUE = 'mail';

const { telegram } = new Telegraf(token, { telegram: { apiRoot } });
const boss = new PgBoss({ connectionString, schedule: false, supervise: false });
await boss.start();
await boss.createQueue(QUEUE);
await boss.insert(
  QUEUE,
  Array.from({ length: Number(count) }, (_, index) => ({ data: { chatId: index + 1 } })),
);
let left = Number(count);
const began = performance.now();
await boss.work(
  QUEUE,
  { pollingIntervalSeconds: 1, batchSize: 50, burstWhenBatchFull: true },
  async (jobs: readonly { readonly data: { readonly chatId: number } }[]) => {
    const waiting = jobs.values();
    const lane = async () => {
      for (const { data } of waiting) {
        if (kind === 'messages') await telegram.sendMessage(data.chatId, 'xin chào');
        left -= 1;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    if (left > 0) return;
    process.stdout.write(`${performance.now() - began}`);
    setTimeout(() => process.exit(), 100);
  },
);
