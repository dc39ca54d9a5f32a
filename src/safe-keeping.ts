import type { WaitMs } from './in-time.ts';
import { answeredTogether } from './usecases/answered-together.ts';
import type { IncomingUpdate } from './usecases/ports/intake.ts';
import { StoreUnavailableError, type UnitOfWork } from './usecases/ports/unit-of-work.ts';

/** Knows when an update that was stored is on the database's disk. Source: decision 0031. */
export interface SafeKeeping {
  /** It was acted on in a transaction that began after it had been stored, and has ended on the disk. */
  acted(update: IncomingUpdate): void;
  /** Resolves once it is there. Throws StoreUnavailableError where that is not known. */
  untilSafe(update: IncomingUpdate): Promise<void>;
}

/** Nearly every update is acted on in that time, and needs no journey to the disk of its own. */
const ACTED_SOON_MS = 10;

/** Given as the reason, since a signal makes an error of its own, stack and all, where none is. */
const ACTED = 'acted';

export function createSafeKeeping(
  { areSafe }: Pick<UnitOfWork, 'areSafe'>,
  waitMs: WaitMs,
): SafeKeeping {
  const waiting = new Map<string, AbortController>();
  const isSafe = answeredTogether(areSafe);
  return {
    acted: (update) => waiting.get(keyOf(update))?.abort(ACTED),
    untilSafe: async (update) => {
      const key = keyOf(update);
      const acted = waiting.get(key) ?? new AbortController();
      waiting.set(key, acted);
      try {
        await waitMs(ACTED_SOON_MS, acted.signal);
        if (acted.signal.aborted || (await isSafe(update))) return;
        throw new StoreUnavailableError('The database crashed and has forgotten it.');
      } finally {
        waiting.delete(key);
      }
    },
  };
}

function keyOf({ chat, updateId }: IncomingUpdate): string {
  return `${chat.channel} ${updateId}`;
}
