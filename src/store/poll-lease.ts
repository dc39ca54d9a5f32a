import { sql } from 'drizzle-orm';
import type { Lease } from '../usecases/ports/lease.ts';
import type { Database } from './database.ts';

/** Long enough for a slow database, short enough that a dead process is missed for seconds only. */
const LASTS_MS = 5_000;

/**
 * Who asks a platform for updates. A row that ends by the database's clock, not a lock of a
 * session: a session whose machine has lost the network may live on for hours.
 */
export function createPollLease(
  { db }: Pick<Database, 'db'>,
  { channel, holder }: { readonly channel: string; readonly holder: string },
): Lease {
  const lasts = sql`make_interval(secs => ${LASTS_MS / 1_000})`;
  return {
    lastsMs: LASTS_MS,
    keep: async () => {
      const rows = await db.execute(sql`
        insert into poll_lease as lease (channel, holder, ends_at)
        values (${channel}, ${holder}, clock_timestamp() + ${lasts})
        on conflict (channel) do update
        set holder = excluded.holder, ends_at = excluded.ends_at
        where lease.holder = excluded.holder or lease.ends_at < clock_timestamp()
        returning 1`);
      return rows.length === 1;
    },
    release: async () => {
      await db.execute(sql`
        delete from poll_lease where channel = ${channel} and holder = ${holder}`);
    },
  };
}
