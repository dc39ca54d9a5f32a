import { steadyMs, systemClock } from './clock.ts';
import { openSharedClock, type SharedClock } from './shared-clock.ts';
import type { Database } from './store/database.ts';
import { createPollLease } from './store/poll-lease.ts';
import { createSharedPace } from './store/shared-pace.ts';
import type { Lease } from './usecases/ports/lease.ts';
import type { SharedLimits, SharedPace } from './usecases/ports/shared-pace.ts';

/** What the processes of one office share of a platform's bot. */
export interface Sharing {
  pace(channel: string, limits: SharedLimits): SharedPace;
  pollLease(channel: string): Lease;
}

/**
 * Null on the embedded database, where nothing but whole questions may be asked outside a
 * transaction: two services on one folder have what the platform itself tells them to slow down.
 */
export function sharingOn(database: Database, sender: string): Sharing | null {
  if (database.kind === 'embedded') return null;
  return {
    pace: (channel, limits) =>
      createSharedPace(database, { channel, sender, limits, nowMs: steadyMs }),
    pollLease: (channel) => createPollLease(database, { channel, holder: sender }),
  };
}

/** The time by which they judge each other. Throws while the database does not answer. */
export function sharedClockOf({ askTime }: Database): Promise<SharedClock> {
  return openSharedClock({
    ask: askTime,
    nowMs: steadyMs,
    wallMs: () => systemClock.now().getTime(),
  });
}
