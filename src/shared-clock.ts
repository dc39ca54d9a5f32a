import type { Clock } from './usecases/ports/clock.ts';

/** An answer that took longer says too little about the time at its end. */
const LONGEST_JOURNEY_MS = 1_000;

export interface SharedClock extends Clock {
  /** Asks anew what time it is. Throws while the database does not answer. */
  sync(): Promise<void>;
}

interface SharedClockNeeds {
  /** What time it is at the database. */
  readonly ask: () => Promise<Date>;
  /** Monotonic milliseconds of the machine. */
  readonly nowMs: () => number;
}

/**
 * The time that the processes of one office share: their database's, carried on by each one's own
 * count. By the machines' clocks two that are set some seconds apart would take each other for dead,
 * and one that is set while a process runs would seem a long silence.
 */
export async function openSharedClock({ ask, nowMs }: SharedClockNeeds): Promise<SharedClock> {
  let aheadMs: number | null = null;
  const sync = async () => {
    const askedAt = nowMs();
    const there = await ask();
    const journeyMs = nowMs() - askedAt;
    if (aheadMs !== null && journeyMs > LONGEST_JOURNEY_MS) return;
    aheadMs = there.getTime() - (askedAt + journeyMs / 2);
  };
  await sync();
  return { sync, now: () => new Date(nowMs() + (aheadMs ?? 0)) };
}
