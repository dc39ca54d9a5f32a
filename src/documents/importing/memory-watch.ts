import { workerData } from 'node:worker_threads';

const OFTEN_MS = 20;

/**
 * Ends its process when it holds more memory than it may. A thread of its own, since the one that
 * reads may not come to a pause before it is too late.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > Number(workerData) * 1024 * 1024)
    process.kill(process.pid, 'SIGKILL');
}, OFTEN_MS);
