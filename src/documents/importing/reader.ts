import { Worker } from 'node:worker_threads';
import { readPaper } from './index.ts';
import type { ReadingAnswer, ReadingTask } from './reading-process.ts';

/** The process in which a paper is read: one task in, one answer out. */
process.once('message', async (task: ReadingTask) => {
  const watch = new Worker(new URL('./memory-watch.ts', import.meta.url), {
    workerData: task.memoryMegabytes,
  });
  watch.unref();
  process.send?.(await answer(task));
});

async function answer({ bytes, fileName }: ReadingTask): Promise<ReadingAnswer> {
  try {
    return { result: await readPaper(bytes, fileName) };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
