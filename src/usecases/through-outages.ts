import type { DeliveryDependencies } from './delivering.ts';
import { StoreUnavailableError } from './ports/unit-of-work.ts';

/** How long to wait for a database that is away before it is asked again, at most. */
const LONGEST_WAIT_MS = 2_000;

/**
 * Does the work again as long as the database is away. Throws StoreUnavailableError when the process
 * is to end before it is back.
 */
export async function throughOutages<Value>(
  { waitMs, stopping }: Pick<DeliveryDependencies, 'waitMs' | 'stopping'>,
  work: () => Promise<Value>,
): Promise<Value> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError) || stopping.aborted) throw error;
      await waitMs(Math.min(LONGEST_WAIT_MS, 100 * 2 ** failures), stopping);
    }
  }
}
