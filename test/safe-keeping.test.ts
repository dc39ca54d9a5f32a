import { describe, expect, it } from 'vitest';
import { createSafeKeeping } from '../src/safe-keeping.ts';
import type { IncomingUpdate } from '../src/usecases/ports/intake.ts';
import { StoreUnavailableError } from '../src/usecases/ports/unit-of-work.ts';

const press = (updateId: string): IncomingUpdate => ({
  ...{ kind: 'choice', token: 't', messageId: '1', updateId },
  ...{ chat: { channel: 'telegram', chatId: '7' }, isGroup: false },
  ...{ senderId: '7', senderName: null },
});

/** A database that counts how often it was sent to its disk, and waiting that ends when it is told. */
function aDisk(areThere: () => Promise<boolean> = () => Promise.resolve(true)) {
  let flushes = 0;
  const timers: (() => void)[] = [];
  const waitMs = (_ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      timers.push(resolve);
      signal?.addEventListener('abort', () => resolve());
    });
  const areSafe = async (updates: readonly IncomingUpdate[]) => {
    flushes += 1;
    const isThere = await areThere();
    return updates.map(() => isThere);
  };
  return {
    safeKeeping: createSafeKeeping({ areSafe }, waitMs),
    timeIsUp: () => {
      for (const resolve of timers.splice(0)) resolve();
    },
    flushes: () => flushes,
  };
}

describe('an update that was stored without waiting for the disk', () => {
  it('is safe as soon as it was acted on', async () => {
    const { safeKeeping, flushes } = aDisk();
    const safe = safeKeeping.untilSafe(press('1'));
    safeKeeping.acted(press('1'));
    await safe;
    expect(flushes()).toBe(0);
  });

  it('is sent to the disk with others, where it is not acted on soon', async () => {
    const { safeKeeping, timeIsUp, flushes } = aDisk();
    const safe = [press('1'), press('2'), press('3')].map(safeKeeping.untilSafe);
    safeKeeping.acted(press('4'));
    timeIsUp();
    await Promise.all(safe);
    expect(flushes()).toBe(1);
  });

  it('is not safe where the disk cannot be reached', async () => {
    const gone = new StoreUnavailableError('as planned');
    const { safeKeeping, timeIsUp } = aDisk(() => Promise.reject(gone));
    const safe = safeKeeping.untilSafe(press('1'));
    timeIsUp();
    await expect(safe).rejects.toBe(gone);
  });

  it('is not safe where the server has forgotten it in a crash', async () => {
    const { safeKeeping, timeIsUp } = aDisk(() => Promise.resolve(false));
    const safe = safeKeeping.untilSafe(press('1'));
    timeIsUp();
    await expect(safe).rejects.toThrow(StoreUnavailableError);
  });
});
