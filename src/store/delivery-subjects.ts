import { and, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { REPORT_PERIODS } from '../domain/report-period.ts';
import {
  type DeliveryLog,
  type DeliverySubject,
  SUBJECT_KINDS,
} from '../usecases/ports/delivery-log.ts';
import { compiled, idList, isAmong } from './compiled-query.ts';
import type { Db } from './database.ts';
import { CalendarDateText } from './rows.ts';
import { inSameBreath } from './same-breath.ts';
import { delivery, deliverySubject } from './schema/delivery.ts';

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

const toldTo = compiled<{ personIds: string }>()(
  { ...getTableColumns(deliverySubject), personId: delivery.personId },
  (db, columns) =>
    db
      .select(columns)
      .from(deliverySubject)
      .innerJoin(delivery, eq(delivery.id, deliverySubject.deliveryId))
      .where(and(isAmong(delivery.personId, 'personIds'), inArray(delivery.state, [...TOLD]))),
);

async function toldToAll(db: Db, personIds: readonly number[]): Promise<DeliverySubject[][]> {
  const rows = await toldTo(db, { personIds: idList(personIds) });
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return personIds.map((id) => (byPerson.get(id) ?? []).map((row) => SubjectRow.parse(row)));
}

/** What messages were about: who was told what, and how often. */
export function createDeliverySubjects(
  db: Db,
): Pick<DeliveryLog, 'toldTo' | 'toldOn' | 'reminderCounts'> {
  return {
    toldTo: inSameBreath((personIds) => toldToAll(db, personIds)),
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
