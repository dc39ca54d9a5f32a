import { inTime, type WaitMs } from './in-time.ts';
import type { Log } from './log.ts';

/** How long one part may take to end: a job in hand may be waiting for its platform. */
const LONGEST_END_MS = 15_000;

/**
 * And all of them together, but for a moment that each is left: what started the service ends it by
 * force after half a minute.
 */
const LONGEST_STOP_MS = 22_000;
const SHORTEST_END_MS = 500;

/** One part of the service, and how it ends. */
export type Ending = readonly [name: string, end: () => Promise<unknown>];

export interface Stopping {
  readonly waitMs: WaitMs;
  /** Monotonic milliseconds. */
  readonly nowMs: () => number;
  readonly log: Pick<Log, 'info' | 'error'>;
}

/**
 * Ends the parts in their order. One that fails or takes too long is logged by its name, and keeps
 * none of the others from ending: without a database, say, hardly anything ends as it should.
 * Resolves to whether all of them ended well.
 */
export async function endInOrder(
  endings: readonly Ending[],
  { waitMs, nowMs, log }: Stopping,
): Promise<boolean> {
  const until = nowMs() + LONGEST_STOP_MS;
  let isClean = true;
  for (const [part, end] of endings) {
    const leftMs = Math.max(SHORTEST_END_MS, Math.min(LONGEST_END_MS, until - nowMs()));
    const outcome = await inTime(end, leftMs, waitMs);
    if (outcome === 'ended') continue;
    isClean = false;
    log.error({ part, outcome }, 'part of the service did not end well');
  }
  return isClean;
}
