import type { Clock } from './usecases/ports/clock.ts';
import type { UnitOfWork } from './usecases/ports/unit-of-work.ts';

/** How long a process may be silent before others take over what it was sending. */
export const DEAD_AFTER_MS = 15_000;

/** After so long a silence others may soon take this process for dead, or have done so. */
export const LONGEST_GAP_MS = 10_000;

/** What says to be later than now by more than that was said before the shared clock was set back. */
const SET_BACK_MS = 1_000;

/** How old the last beat may be where something is claimed. */
const OFTEN_MS = 5_000;

/** The sign of life of a process that sends, and for how long it has been able to give it. */
export interface Heartbeat {
  beat(): Promise<void>;
  /** Beats where that was some seconds ago: a claim of a process that seems dead is taken over. */
  keepUp(): Promise<void>;
  /**
   * Since when it has beaten without a gap, in the shared time; null before the first beat. Only
   * who was there can say that somebody else is silent: when a database comes back, everybody's last
   * beat is old.
   */
  since(): Date | null;
  /** Whether the last beat is so young that no other process can think of taking over. */
  isKept(): boolean;
  /** Whether that was so at every moment from then on. */
  isKeptSince(then: Date): boolean;
}

export function createHeartbeat(
  { inTransaction }: UnitOfWork,
  { sender, sharedClock }: { readonly sender: string; readonly sharedClock: Clock },
): Heartbeat {
  let since: Date | null = null;
  let last: Date | null = null;

  const isAhead = (then: Date | null, now: Date) =>
    then !== null && then.getTime() - now.getTime() > SET_BACK_MS;
  const isOlderThan = (ms: number, now: Date) =>
    last === null || now.getTime() - last.getTime() > ms;
  const isKept = () => !isOlderThan(LONGEST_GAP_MS, sharedClock.now());
  const beat = async () => {
    const now = sharedClock.now();
    await inTransaction((stores) => stores.deliveries.beat(sender, now));
    // A gap; or the clock was set back, and nothing of the time before can be compared with now.
    if (isOlderThan(LONGEST_GAP_MS, now) || isAhead(last, now)) since = now;
    last = now;
  };
  return {
    beat,
    keepUp: async () => {
      if (isOlderThan(OFTEN_MS, sharedClock.now())) await beat();
    },
    since: () => since,
    isKept,
    isKeptSince: (then) =>
      since !== null && since <= then && !isAhead(then, sharedClock.now()) && isKept(),
  };
}
