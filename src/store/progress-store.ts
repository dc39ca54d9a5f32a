import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { ProgressLine } from '../domain/commitment.ts';
import { COMMITMENT_STATUSES, STATUS_MODIFIERS } from '../domain/commitment-status.ts';
import { REPORT_PERIODS } from '../domain/report-period.ts';
import { standingOf } from '../domain/standing.ts';
import type { ProgressStore } from '../usecases/ports/commitment-store.ts';
import { VersionConflictError } from '../usecases/ports/unit-of-work.ts';
import { compiled, idList, isAmong } from './compiled-query.ts';
import type { Db } from './database.ts';
import { commitment } from './schema/commitment.ts';
import { periodLine } from './schema/period-line.ts';
import { restand } from './standing-row.ts';

const LineRow = z.object({
  commitmentId: z.number(),
  period: z.enum(REPORT_PERIODS),
  version: z.number(),
  status: z.enum(COMMITMENT_STATUSES),
  modifier: z.enum(STATUS_MODIFIERS).nullable(),
  result: z.string().nullable(),
  difficulty: z.string().nullable(),
  isLate: z.boolean(),
  isUnchanged: z.boolean(),
  restoresVersion: z.number().nullable(),
  personId: z.number().nullable(),
  recordedAt: z.date(),
});

const linesOf = compiled<{ setIds: string; agencyIds: string }>()(
  getTableColumns(periodLine),
  (db, columns) =>
    db
      .select(columns)
      .from(periodLine)
      .innerJoin(commitment, eq(commitment.id, periodLine.commitmentId))
      .where(and(isAmong(commitment.setId, 'setIds'), isAmong(commitment.agencyId, 'agencyIds')))
      .orderBy(asc(periodLine.recordedAt), asc(periodLine.id)),
);

const historyIn = compiled<{ commitmentId: number }>()(getTableColumns(periodLine), (db) =>
  db
    .select()
    .from(periodLine)
    .where(eq(periodLine.commitmentId, sql.placeholder('commitmentId')))
    .orderBy(asc(periodLine.version)),
);

export function createProgressStore(db: Db): ProgressStore {
  return {
    list: async (setIds, agencyIds) => {
      if (setIds.length === 0 || agencyIds?.length === 0) return [];
      if (agencyIds !== undefined) {
        const own = await linesOf(db, { setIds: idList(setIds), agencyIds: idList(agencyIds) });
        return own.map((row) => LineRow.parse(row));
      }
      const rows = await db
        .select({ row: periodLine })
        .from(periodLine)
        .innerJoin(commitment, eq(commitment.id, periodLine.commitmentId))
        .where(inArray(commitment.setId, [...setIds]))
        .orderBy(asc(periodLine.recordedAt), asc(periodLine.id));
      return rows.map(({ row }) => LineRow.parse(row));
    },
    listOf: async (commitmentIds) => {
      if (commitmentIds.length === 0) return [];
      const rows = await db
        .select()
        .from(periodLine)
        .where(inArray(periodLine.commitmentId, [...commitmentIds]))
        .orderBy(asc(periodLine.recordedAt), asc(periodLine.id));
      return rows.map((row) => LineRow.parse(row));
    },
    historyOf: (commitmentId) => historyOf(db, commitmentId),
    add: async (line) => {
      const taken = await db
        .insert(periodLine)
        .values(line)
        .onConflictDoNothing({ target: [periodLine.commitmentId, periodLine.version] })
        .returning({ id: periodLine.id });
      if (taken.length === 0) {
        throw new VersionConflictError(
          `Version ${line.version} of commitment ${line.commitmentId} is taken.`,
        );
      }
      await restand(db, line.commitmentId, standingOf(await historyOf(db, line.commitmentId)));
    },
  };
}

async function historyOf(db: Db, commitmentId: number): Promise<ProgressLine[]> {
  const rows = await historyIn(db, { commitmentId });
  return rows.map((row) => LineRow.parse(row));
}
