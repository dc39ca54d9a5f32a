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
  /** Monotonic milliseconds of the machine, which stand still while it sleeps. */
  readonly nowMs: () => number;
  /** The machine's own clock, in milliseconds, by which it is found out that it has slept. */
  readonly wallMs: () => number;
}

/** By so much the two must have parted for a sleep, or for a clock that was set: counted until asked anew. */
const SLEPT_MS = 1_000;

/**
 * The time that the processes of one office share: their database's, carried on by each one's own
 * count. By the machines' clocks two that are set some seconds apart would take each other for dead,
 * and one that is set while a process runs would seem a long silence.
 */
export async function openSharedClock({
  ask,
  nowMs,
  wallMs,
}: SharedClockNeeds): Promise<SharedClock> {
  let aheadMs: number | null = null;
  let apartMs = wallMs() - nowMs();
  const sync = async () => {
    const askedAt = nowMs();
    const there = await ask();
    const journeyMs = nowMs() - askedAt;
    if (aheadMs !== null && journeyMs > LONGEST_JOURNEY_MS) return;
    aheadMs = there.getTime() - (askedAt + journeyMs / 2);
    apartMs = wallMs() - nowMs();
  };
  await sync();
  const sleptMs = () => {
    const partedMs = wallMs() - nowMs() - apartMs;
    return partedMs > SLEPT_MS ? partedMs : 0;
  };
  return { sync, now: () => new Date(nowMs() + (aheadMs ?? 0) + sleptMs()) };
}
