import { parentPort, workerData } from 'node:worker_threads';
import { quicken } from './quick-imports.ts';

// Like `main.ts` a beginning: of the thread in which the embedded database lives, as `openEmbedded`
// starts it. Tells whether it serves the folder, gives a sign when it is asked, and ends when it is told to.
const { folder, socketPath } = workerData as { folder: string; socketPath: string };
quicken(folder);
const { hostEmbedded } = await import('./store/embedded-host.ts');
const { DataDirError } = await import('./store/data-dir-fault.ts');

try {
  const hosted = await hostEmbedded(folder, socketPath);
  parentPort?.on('message', async (wish: 'close' | 'sign') => {
    if (wish === 'sign') return parentPort?.postMessage('sign');
    await hosted?.close();
    parentPort?.close();
  });
  parentPort?.postMessage(hosted !== null);
} catch (error) {
  // No class of ours passes between threads.
  if (!(error instanceof DataDirError)) throw error;
  parentPort?.postMessage(error.fault);
}
