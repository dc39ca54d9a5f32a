import { and, eq, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Claim, Delivery, DeliveryLog } from '../usecases/ports/delivery-log.ts';
import { compiled } from './compiled-query.ts';
import type { Db } from './database.ts';
import { DeliveryRow, settledBy } from './delivery-row.ts';
import { delivery, deliverySubject, sender } from './schema/delivery.ts';

type DeliveryClaims = Pick<
  DeliveryLog,
  'claim' | 'settleClaim' | 'listClaimed' | 'recoverClaim' | 'recoverOrphans'
>;

const claimed = compiled<{ id: number; claimedBy: string; attempt: number }>()({}, (db) =>
  db
    .update(delivery)
    .set({
      state: 'sending',
      claimedBy: sql`${sql.placeholder('claimedBy')}`,
      attempts: sql`${sql.placeholder('attempt')}`,
    })
    .where(eq(delivery.id, sql.placeholder('id'))),
);

const untold = compiled<{ id: number }>()({}, (db) =>
  db.delete(deliverySubject).where(eq(deliverySubject.deliveryId, sql.placeholder('id'))),
);

interface Sent extends Record<string, unknown>, Claim {
  readonly at: string;
  readonly platformMessageId: string | null;
}

/** Nearly every message ends so. */
const settledSent = compiled<Sent>()({ id: delivery.id }, (db, columns) =>
  db
    .update(delivery)
    .set({
      state: 'sent',
      claimedBy: null,
      payload: null,
      settledAt: sql`${sql.placeholder('at')}::timestamptz`,
      platformMessageId: sql`${sql.placeholder('platformMessageId')}`,
    })
    .where(
      and(
        eq(delivery.id, sql.placeholder('id')),
        eq(delivery.state, 'sending'),
        eq(delivery.claimedBy, sql.placeholder('sender')),
        eq(delivery.attempts, sql.placeholder('attempt')),
      ),
    )
    .returning(columns),
);

/** Who is sending what, and what becomes of it when they fall silent. Source: decision 16. */
export function createDeliveryClaims(db: Db): DeliveryClaims {
  return {
    claim: async ({ id, sender: claimedBy, attempt }, subjects) => {
      const told = subjects.map((one) => ({ ...one, deliveryId: id }));
      // Sent together, done in this order.
      await Promise.all([
        claimed(db, { id, claimedBy, attempt }),
        untold(db, { id }),
        told.length > 0 && db.insert(deliverySubject).values(told),
      ]);
    },
    settleClaim: async (claim, settlement) => {
      if (settlement.state === 'sent' && settlement.isRepeat === undefined) {
        const { at, platformMessageId = null } = settlement;
        const sent = { ...claim, at: at.toISOString(), platformMessageId };
        return (await settledSent(db, sent)).length === 1;
      }
      const settled = await db
        .update(delivery)
        .set(settledBy(settlement))
        .where(isHeldBy(claim))
        .returning({ id: delivery.id });
      return settled.length === 1;
    },
    listClaimed: async (claimedBy) => {
      const rows = await db
        .select({ id: delivery.id, attempt: delivery.attempts })
        .from(delivery)
        .where(and(eq(delivery.state, 'sending'), eq(delivery.claimedBy, claimedBy)));
      return rows.map(({ id, attempt }) => ({ id, sender: claimedBy, attempt }));
    },
    recoverClaim: async (claim, at) => (await recover(db, isHeldBy(claim), at))[0],
    recoverOrphans: async (at) => {
      const alive = (await db.select().from(sender)).map(({ id }) => id);
      const isForgotten = notInArray(delivery.claimedBy, [...alive, '']);
      const isOrphan = or(isNull(delivery.claimedBy), isForgotten);
      return recover(db, and(eq(delivery.state, 'sending'), isOrphan), at);
    },
  };
}

/** What was being sent by a process that is gone, or does not know of it, may have arrived. */
async function recover(db: Db, which: SQL | undefined, at: Date): Promise<Delivery[]> {
  const rows = await db
    .update(delivery)
    .set({
      state: sql`case when ${delivery.isGroup} then 'unclear' else 'planned' end`,
      isRepeat: true,
      claimedBy: null,
      settledAt: sql`case when ${delivery.isGroup} then ${at.toISOString()}::timestamptz end`,
    })
    .where(which)
    .returning();
  return rows.map((row) => DeliveryRow.parse(row));
}

function isHeldBy({ id, sender: claimedBy, attempt }: Claim): SQL | undefined {
  return and(
    eq(delivery.id, id),
    eq(delivery.state, 'sending'),
    eq(delivery.claimedBy, claimedBy),
    eq(delivery.attempts, attempt),
  );
}
