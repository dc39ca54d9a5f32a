import { desc, eq, lt, lte } from 'drizzle-orm';
import type { DeliveryLog } from '../usecases/ports/delivery-log.ts';
import type { Db } from './database.ts';
import { sender } from './schema/delivery.ts';

/** The processes that send, and when each was seen last. */
export function createSenders(
  db: Db,
): Pick<DeliveryLog, 'beat' | 'lastSign' | 'forgetSenders' | 'endSender'> {
  return {
    beat: async (id, seenAt) => {
      await db
        .insert(sender)
        .values({ id, seenAt })
        .onConflictDoUpdate({ target: sender.id, set: { seenAt } });
    },
    lastSign: async (seenBy) => {
      const rows = await db
        .select({ seenAt: sender.seenAt })
        .from(sender)
        .where(lte(sender.seenAt, seenBy))
        .orderBy(desc(sender.seenAt))
        .limit(1);
      return rows[0]?.seenAt ?? null;
    },
    forgetSenders: async (seenBefore) => {
      const gone = await db
        .delete(sender)
        .where(lt(sender.seenAt, seenBefore))
        .returning({ id: sender.id });
      return gone.length > 0;
    },
    endSender: async (id) => {
      await db.delete(sender).where(eq(sender.id, id));
    },
  };
}
