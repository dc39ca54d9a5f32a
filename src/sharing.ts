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
      createSharedPace(database, { channel, sender, limits, nowMs: () => performance.now() }),
    pollLease: (channel) => createPollLease(database, { channel, holder: sender }),
  };
}
