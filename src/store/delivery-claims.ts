import { and, eq, isNull, notInArray, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Claim, Delivery, DeliveryLog } from '../usecases/ports/delivery-log.ts';
import { compiled, idList, isAmong } from './compiled-query.ts';
import type { Db } from './database.ts';
import { DeliveryRow, settledBy } from './delivery-row.ts';
import { insertOf } from './insert-many.ts';
import { delivery, deliverySubject, sender } from './schema/delivery.ts';

type DeliveryClaims = Pick<
  DeliveryLog,
  'claim' | 'settleClaim' | 'settleSent' | 'listClaimed' | 'recoverClaim' | 'recoverOrphans'
>;

/**
 * A claim in the rows of a parameter. Their ids go beside them: joined alone, the rows would be looked
 * for among all that were open since the table was last cleaned.
 */
const CLAIM = '"id" int, "sender" text, "attempt" int';
const given = (columns: string) =>
  sql`jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as given(${sql.raw(columns)})`;
const ofGiven = (name: string) => sql`${sql.raw(`given."${name}"`)}`;

/** What an earlier attempt told is told anew. */
const claimed = compiled<{ ids: string; rows: string; subjects: string }>()(
  { id: delivery.id },
  (db) => {
    const taking = db
      .update(delivery)
      .set({ state: 'sending', claimedBy: ofGiven('sender'), attempts: ofGiven('attempt') })
      .from(given(CLAIM))
      .where(
        and(
          isAmong(delivery.id, 'ids'),
          eq(delivery.id, ofGiven('id')),
          eq(delivery.state, 'planned'),
          eq(delivery.attempts, sql`${ofGiven('attempt')} - 1`),
        ),
      )
      .returning({ id: delivery.id });
    const isTaken = (id: SQLWrapper) => sql`${id} in (select id from taken)`;
    const untelling = db.delete(deliverySubject).where(isTaken(deliverySubject.deliveryId));
    const telling = insertOf(deliverySubject, {
      from: sql.placeholder('subjects'),
      where: isTaken(sql.raw('"deliveryId"')),
    });
    return sql`with taken as ${taking}, untold as ${untelling}, told as (${telling}) select id from taken`;
  },
);

/** Nearly every message ends so. */
const settledSent = compiled<{ ids: string; rows: string; at: string }>()(
  { id: delivery.id },
  (db, columns) =>
    db
      .update(delivery)
      .set({
        state: 'sent',
        claimedBy: null,
        payload: null,
        settledAt: sql`${sql.placeholder('at')}::timestamptz`,
        platformMessageId: ofGiven('platformMessageId'),
      })
      .from(given(`${CLAIM}, "platformMessageId" text`))
      .where(
        and(
          isAmong(delivery.id, 'ids'),
          eq(delivery.id, ofGiven('id')),
          eq(delivery.state, 'sending'),
          eq(delivery.claimedBy, ofGiven('sender')),
          eq(delivery.attempts, ofGiven('attempt')),
        ),
      )
      .returning(columns),
);

/** Who is sending what, and what becomes of it when they fall silent. Source: decision 16. */
export function createDeliveryClaims(db: Db): DeliveryClaims {
  return {
    claim: async (wishes) => {
      const subjects = wishes.flatMap(({ claim, subjects: told }) =>
        told.map((subject) => ({ ...subject, deliveryId: claim.id })),
      );
      const rows = await claimed(db, {
        ids: idList(wishes.map(({ claim }) => claim.id)),
        rows: JSON.stringify(wishes.map(({ claim }) => claim)),
        subjects: JSON.stringify(subjects),
      });
      const ids = new Set(rows.map(({ id }) => id));
      return wishes.map(({ claim }) => ids.has(claim.id));
    },
    settleSent: async (sent, at) => {
      const rows = await settledSent(db, {
        ids: idList(sent.map(({ id }) => id)),
        rows: JSON.stringify(sent),
        at: at.toISOString(),
      });
      const ids = new Set(rows.map(({ id }) => id));
      return sent.map(({ id }) => ids.has(id));
    },
    settleClaim: async (claim, settlement) => {
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
