import { and, asc, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm';
import type {
  Backlog,
  Delivery,
  DeliveryLog,
  NewDelivery,
} from '../usecases/ports/delivery-log.ts';
import { compiled, idList, isAmong } from './compiled-query.ts';
import type { Db } from './database.ts';
import { createDeliveryClaims } from './delivery-claims.ts';
import { addressIn, DeliveryRow, onlyDelivery, settledBy } from './delivery-row.ts';
import { createDeliverySubjects } from './delivery-subjects.ts';
import { insertion } from './insert-many.ts';
import { inSameBreath } from './same-breath.ts';
import { delivery } from './schema/delivery.ts';
import { createSenders } from './senders.ts';

const locked = compiled<{ ids: string }>()(getTableColumns(delivery), (db) =>
  db
    .select()
    .from(delivery)
    .where(isAmong(delivery.id, 'ids'))
    // Everybody in the same order, so that no two wait for each other.
    .orderBy(asc(delivery.id))
    .for('update'),
);

async function lockAll(db: Db, ids: readonly number[]): Promise<(Delivery | undefined)[]> {
  const rows = await locked(db, { ids: idList(ids) });
  const byId = new Map(rows.map((row) => [row.id, DeliveryRow.parse(row)]));
  return ids.map((id) => byId.get(id));
}

const addDeliveries = insertion(delivery, {
  onConflict: 'on conflict (key) do nothing',
  returning: { id: delivery.id },
});

export function createDeliveryLog(db: Db): DeliveryLog {
  return {
    ...readsOn(db),
    ...createDeliveryClaims(db),
    ...createDeliverySubjects(db),
    ...createSenders(db),
    plan: async (planned) => {
      const row = plannedRow(planned);
      const [added] = await addDeliveries(db, [row]);
      return added === undefined ? null : DeliveryRow.parse({ ...row, ...added });
    },
    planAll: async (planned) => {
      const ids: number[] = [];
      for (let from = 0; from < planned.length; from += ROWS_AT_ONCE) {
        const rows = planned.slice(from, from + ROWS_AT_ONCE).map(plannedRow);
        const added = await addDeliveries(db, rows);
        ids.push(...added.map(({ id }) => id));
      }
      return ids;
    },
    lock: inSameBreath((ids) => lockAll(db, ids)),
    moveTo: async (id, address) => {
      await db.update(delivery).set(address).where(eq(delivery.id, id));
    },
    settle: async (id, settlement) => {
      await db.update(delivery).set(settledBy(settlement)).where(eq(delivery.id, id));
    },
    backlog: () => backlogOn(db),
  };
}

function readsOn(
  db: Db,
): Pick<DeliveryLog, 'find' | 'findByKey' | 'hasKey' | 'listDue' | 'listUndelivered'> {
  return {
    find: async (id) => onlyDelivery(await db.select().from(delivery).where(eq(delivery.id, id))),
    findByKey: async (key) =>
      onlyDelivery(await db.select().from(delivery).where(eq(delivery.key, key))),
    hasKey: async (key) => {
      const rows = await db.select({ id: delivery.id }).from(delivery).where(eq(delivery.key, key));
      return rows.length > 0;
    },
    listDue: async (kinds, dueBy) => {
      const rows = await db
        .select({ id: delivery.id, channel: delivery.channel, chatId: delivery.chatId })
        .from(delivery)
        .where(
          and(
            eq(delivery.state, 'planned'),
            inArray(delivery.kind, [...kinds]),
            lte(delivery.dueAt, dueBy),
          ),
        )
        .orderBy(asc(delivery.id));
      return rows.map(({ id, channel, chatId }) => ({ id, address: addressIn(channel, chatId) }));
    },
    listUndelivered: async () => {
      const rows = await db
        .select()
        .from(delivery)
        .where(inArray(delivery.state, ['unclear', 'dead']))
        .orderBy(asc(delivery.id));
      return rows.map((row) => DeliveryRow.parse(row));
    },
  };
}

/** So many that a statement's only parameter stays of a size to be sent at once. */
const ROWS_AT_ONCE = 1_000;

function plannedRow({ address, claimedBy = null, ...one }: NewDelivery) {
  return {
    ...one,
    channel: address?.channel ?? null,
    chatId: address?.chatId ?? null,
    state: claimedBy === null ? 'planned' : 'sending',
    claimedBy,
    isRepeat: false,
    attempts: claimedBy === null ? 0 : 1,
  };
}

/** Two questions, each answered by an index of its own. */
async function backlogOn(db: Db): Promise<Backlog> {
  const count = (state: Delivery['state']) =>
    sql<number>`count(*) filter (where ${delivery.state} = ${state})`.mapWith(Number);
  const [open] = await db
    .select({
      planned: count('planned'),
      sending: count('sending'),
      unclear: count('unclear'),
      oldestDueAt: sql`min(${delivery.dueAt}) filter (where ${delivery.state} = 'planned')`.mapWith(
        delivery.dueAt,
      ),
    })
    .from(delivery)
    .where(inArray(delivery.state, ['planned', 'sending', 'unclear']));
  const [dead] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(delivery)
    .where(eq(delivery.state, 'dead'));
  return {
    planned: open?.planned ?? 0,
    sending: open?.sending ?? 0,
    unclear: open?.unclear ?? 0,
    dead: dead?.count ?? 0,
    oldestDueAt: open?.oldestDueAt ?? null,
  };
}
