import { and, eq, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type {
  Claim,
  Delivery,
  DeliveryLog,
  DeliverySubject,
} from '../usecases/ports/delivery-log.ts';
import { compiled, idList } from './compiled-query.ts';
import type { Db } from './database.ts';
import { DeliveryRow, settledBy } from './delivery-row.ts';
import { insertion } from './insert-many.ts';
import { inSameBreath } from './same-breath.ts';
import { delivery, deliverySubject, sender } from './schema/delivery.ts';

type DeliveryClaims = Pick<
  DeliveryLog,
  'claim' | 'settleClaim' | 'settleSent' | 'listClaimed' | 'recoverClaim' | 'recoverOrphans'
>;

/** A claim in the rows of a parameter. */
const CLAIM = '"id" int, "sender" text, "attempt" int';
const given = (columns: string) =>
  sql`jsonb_to_recordset(${sql.placeholder('rows')}::jsonb) as given(${sql.raw(columns)})`;
const ofGiven = (name: string) => sql`${sql.raw(`given."${name}"`)}`;

const claimed = compiled<{ rows: string }>()({}, (db) =>
  db
    .update(delivery)
    .set({ state: 'sending', claimedBy: ofGiven('sender'), attempts: ofGiven('attempt') })
    .from(given(CLAIM))
    .where(eq(delivery.id, ofGiven('id'))),
);

const untold = compiled<{ ids: string }>()({}, (db) =>
  db
    .delete(deliverySubject)
    .where(sql`${deliverySubject.deliveryId} = any(${sql.placeholder('ids')}::int[])`),
);

const addSubjects = insertion(deliverySubject, { returning: {} });

/** Nearly every message ends so. */
const settledSent = compiled<{ rows: string; at: string }>()({ id: delivery.id }, (db, columns) =>
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
        eq(delivery.id, ofGiven('id')),
        eq(delivery.state, 'sending'),
        eq(delivery.claimedBy, ofGiven('sender')),
        eq(delivery.attempts, ofGiven('attempt')),
      ),
    )
    .returning(columns),
);

interface Claiming {
  readonly claim: Claim;
  readonly subjects: readonly DeliverySubject[];
}

/** Sent together, done in this order. */
async function claimAll(db: Db, all: readonly Claiming[]): Promise<undefined[]> {
  const told = all.flatMap(({ claim, subjects }) =>
    subjects.map((subject) => ({ ...subject, deliveryId: claim.id })),
  );
  await Promise.all([
    claimed(db, { rows: JSON.stringify(all.map(({ claim }) => claim)) }),
    untold(db, { ids: idList(all.map(({ claim }) => claim.id)) }),
    told.length > 0 && addSubjects(db, told),
  ]);
  return all.map(() => undefined);
}

/** Who is sending what, and what becomes of it when they fall silent. Source: decision 16. */
export function createDeliveryClaims(db: Db): DeliveryClaims {
  const claim = inSameBreath<Claiming, undefined>((all) => claimAll(db, all));
  return {
    claim: (held, subjects) => claim({ claim: held, subjects }),
    settleSent: async (sent, at) => {
      const rows = await settledSent(db, { rows: JSON.stringify(sent), at: at.toISOString() });
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
