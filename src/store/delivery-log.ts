import { and, asc, eq, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { REPORT_PERIODS } from '../domain/report-period.ts';
import {
  type Backlog,
  DELIVERY_KINDS,
  DELIVERY_STATES,
  type Delivery,
  type DeliveryLog,
  type DeliveryPayload,
  type DeliverySubject,
  type NewDelivery,
  SUBJECT_KINDS,
} from '../usecases/ports/delivery-log.ts';
import type { Db } from './database.ts';
import { CalendarDateText } from './rows.ts';
import { delivery, deliverySubject, sender } from './schema/delivery.ts';

const DeliveryRow = z
  .object({
    id: z.number(),
    key: z.string(),
    kind: z.enum(DELIVERY_KINDS),
    personId: z.number().nullable(),
    channel: z.string().nullable(),
    chatId: z.string().nullable(),
    isGroup: z.boolean(),
    state: z.enum(DELIVERY_STATES),
    // Written by `plan` alone.
    payload: z.custom<DeliveryPayload>().nullable(),
    dueAt: z.date(),
    isRepeat: z.boolean(),
    attempts: z.number(),
  })
  .transform(
    ({ channel, chatId, ...row }): Delivery => ({
      ...row,
      address: channel === null || chatId === null ? null : { channel, chatId },
    }),
  );

const SubjectRow = z.object({
  kind: z.enum(SUBJECT_KINDS),
  agencyId: z.number(),
  setId: z.number().nullable(),
  period: z.enum(REPORT_PERIODS).nullable(),
  commitmentId: z.number().nullable(),
  rung: z.number().nullable(),
  plannedOn: CalendarDateText.nullable(),
});

const CountRow = z.object({
  agencyId: z.number(),
  setId: z.number(),
  period: z.enum(REPORT_PERIODS),
  count: z.coerce.number(),
});

/** Subjects of these were told, or are being told. */
const TOLD = ['sending', 'sent', 'unclear'] as const;

export function createDeliveryLog(db: Db): DeliveryLog {
  return {
    ...readsOn(db),
    plan: async (planned) => onlyDelivery(await insertPlanned(db, [planned])) ?? null,
    planAll: async (planned) => {
      const ids: number[] = [];
      for (let from = 0; from < planned.length; from += ROWS_AT_ONCE) {
        const rows = await insertPlanned(db, planned.slice(from, from + ROWS_AT_ONCE));
        ids.push(...rows.map(({ id }) => id));
      }
      return ids;
    },
    lock: async (id) =>
      onlyDelivery(await db.select().from(delivery).where(eq(delivery.id, id)).for('update')),
    claim: async (id, claimedBy, subjects) => {
      await db
        .update(delivery)
        .set({ state: 'sending', claimedBy, attempts: sql`${delivery.attempts} + 1` })
        .where(eq(delivery.id, id));
      await db.delete(deliverySubject).where(eq(deliverySubject.deliveryId, id));
      if (subjects.length > 0) {
        await db
          .insert(deliverySubject)
          .values(subjects.map((one) => ({ ...one, deliveryId: id })));
      }
    },
    moveTo: async (id, address) => {
      await db.update(delivery).set(address).where(eq(delivery.id, id));
    },
    settle: async (id, { state, at, isRepeat, platformMessageId, error }) => {
      const isOpen = state === 'planned' || state === 'unclear';
      await db
        .update(delivery)
        .set({
          state,
          claimedBy: null,
          settledAt: isOpen ? null : at,
          ...(!isOpen && state !== 'dead' && { payload: null }),
          ...(isRepeat !== undefined && { isRepeat }),
          ...(platformMessageId !== undefined && { platformMessageId }),
          ...(error !== undefined && { error }),
        })
        .where(eq(delivery.id, id));
    },
    backlog: () => backlogOn(db),
    recoverOrphans: (seenBefore, at) => recoverOrphans(db, seenBefore, at),
    beat: async (id, seenAt) => {
      await db
        .insert(sender)
        .values({ id, seenAt })
        .onConflictDoUpdate({ target: sender.id, set: { seenAt } });
    },
    endSender: async (id) => {
      await db.delete(sender).where(eq(sender.id, id));
    },
  };
}

function readsOn(
  db: Db,
): Pick<
  DeliveryLog,
  | 'find'
  | 'findByKey'
  | 'hasKey'
  | 'toldTo'
  | 'toldOn'
  | 'reminderCounts'
  | 'listPlanned'
  | 'listUndelivered'
> {
  return {
    find: async (id) => onlyDelivery(await db.select().from(delivery).where(eq(delivery.id, id))),
    findByKey: async (key) =>
      onlyDelivery(await db.select().from(delivery).where(eq(delivery.key, key))),
    hasKey: async (key) => {
      const rows = await db.select({ id: delivery.id }).from(delivery).where(eq(delivery.key, key));
      return rows.length > 0;
    },
    toldTo: async (personId) => {
      const rows = await db
        .select({ row: deliverySubject })
        .from(deliverySubject)
        .innerJoin(delivery, eq(delivery.id, deliverySubject.deliveryId))
        .where(and(eq(delivery.personId, personId), inArray(delivery.state, [...TOLD])));
      return rows.map(({ row }) => SubjectRow.parse(row));
    },
    toldOn: (days) => (days.length === 0 ? Promise.resolve(new Map()) : toldOn(db, days)),
    reminderCounts: async (setIds, before) => {
      if (setIds.length === 0) return [];
      const rows = await db
        .select({
          agencyId: deliverySubject.agencyId,
          setId: deliverySubject.setId,
          period: deliverySubject.period,
          count: sql`count(distinct ${deliverySubject.rung})`,
        })
        .from(deliverySubject)
        .innerJoin(delivery, eq(delivery.id, deliverySubject.deliveryId))
        .where(
          and(
            inArray(deliverySubject.setId, [...setIds]),
            eq(deliverySubject.kind, 'round'),
            eq(delivery.state, 'sent'),
            lt(delivery.dueAt, before),
          ),
        )
        .groupBy(deliverySubject.agencyId, deliverySubject.setId, deliverySubject.period);
      return rows.map((row) => CountRow.parse(row));
    },
    listPlanned: async (kinds) => {
      const rows = await db
        .select()
        .from(delivery)
        .where(and(eq(delivery.state, 'planned'), inArray(delivery.kind, [...kinds])))
        .orderBy(asc(delivery.id));
      return rows.map((row) => DeliveryRow.parse(row));
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

async function toldOn(
  db: Db,
  days: readonly CalendarDate[],
): Promise<Map<number, DeliverySubject[]>> {
  const rows = await db
    .select({ personId: delivery.personId, row: deliverySubject })
    .from(deliverySubject)
    .innerJoin(delivery, eq(delivery.id, deliverySubject.deliveryId))
    .where(and(inArray(deliverySubject.plannedOn, [...days]), inArray(delivery.state, [...TOLD])));
  const told = new Map<number, DeliverySubject[]>();
  for (const { personId, row } of rows) {
    if (personId === null) continue;
    const subjects = told.get(personId) ?? [];
    subjects.push(SubjectRow.parse(row));
    told.set(personId, subjects);
  }
  return told;
}

/** Well under the parameters that one statement may have. */
const ROWS_AT_ONCE = 1_000;

async function insertPlanned(db: Db, planned: readonly NewDelivery[]) {
  if (planned.length === 0) return [];
  const values = planned.map(({ address, claimedBy = null, ...one }) => ({
    ...one,
    channel: address?.channel ?? null,
    chatId: address?.chatId ?? null,
    state: claimedBy === null ? 'planned' : 'sending',
    claimedBy,
    isRepeat: false,
    attempts: claimedBy === null ? 0 : 1,
  }));
  return db
    .insert(delivery)
    .values(values)
    .onConflictDoNothing({ target: delivery.key })
    .returning();
}

/** What was being sent by a process that is gone may have arrived. Source: decision 16. */
async function recoverOrphans(db: Db, seenBefore: Date, at: Date): Promise<Delivery[]> {
  await db.delete(sender).where(lt(sender.seenAt, seenBefore));
  const alive = (await db.select().from(sender)).map(({ id }) => id);
  const rows = await db
    .update(delivery)
    .set({
      state: sql`case when ${delivery.isGroup} then 'unclear' else 'planned' end`,
      isRepeat: true,
      claimedBy: null,
      settledAt: sql`case when ${delivery.isGroup} then ${at.toISOString()}::timestamptz end`,
    })
    .where(
      and(
        eq(delivery.state, 'sending'),
        or(isNull(delivery.claimedBy), notInArray(delivery.claimedBy, [...alive, ''])),
      ),
    )
    .returning();
  return rows.map((row) => DeliveryRow.parse(row));
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

function onlyDelivery(rows: readonly unknown[]): Delivery | undefined {
  return rows.map((row) => DeliveryRow.parse(row))[0];
}
