import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { AGENCY_LEVELS } from '../domain/agency.ts';
import type { Commitment } from '../domain/commitment.ts';
import {
  COUNTING_UNITS,
  type CommitmentSet,
  DEADLINE_BOUNDARIES,
} from '../domain/commitment-set.ts';
import { REPORT_PERIODS } from '../domain/report-period.ts';
import type { CommitmentStore, NewCommitmentSet } from '../usecases/ports/commitment-store.ts';
import { CommitmentRow, rowOf } from './commitment-row.ts';
import { addTree } from './commitment-tree.ts';
import { compiled, idList, isAmong } from './compiled-query.ts';
import type { Db } from './database.ts';
import type { References } from './references.ts';
import { onlyRow } from './rows.ts';
import { agency } from './schema/agency.ts';
import { commitment, commitmentSet, reportingRule } from './schema/commitment.ts';
import { addStanding, moveMilestone } from './standing-row.ts';

/** Any number, but not the audit chain's. */
const IMPORT_LOCK = 718_295;

const Rule = z.object({
  period: z.enum(REPORT_PERIODS),
  boundary: z.enum(DEADLINE_BOUNDARIES),
  month: z.number(),
  day: z.number(),
  agencyId: z.number().nullable(),
  level: z.enum(AGENCY_LEVELS).nullable(),
  asPrinted: z.string().nullable(),
});

const Settings = z.object({
  countingUnit: z.enum(COUNTING_UNITS),
  leadDays: z.array(z.number()),
  overdueDailyCount: z.number(),
  overdueEveryDays: z.number(),
  headAfterDays: z.number(),
  secretaryAfterDays: z.number(),
  restDayRule: z.enum(['nextWorkingDay', 'none']),
});

const SetRow = z.object({
  id: z.number(),
  year: z.number(),
  name: z.string(),
  authority: z.string().nullable(),
  settings: Settings,
});

export function createCommitmentStore(db: Db, references: References): CommitmentStore {
  return {
    lockForImport: async () => {
      await db.execute(sql`select pg_advisory_xact_lock(${IMPORT_LOCK})`);
    },
    listSets: () => references.read('sets', () => listSets(db)),
    addSet: (set) => {
      references.changed();
      return addSet(db, set);
    },
    list: (setIds, agencyIds) => listCommitments(db, setIds, agencyIds),
    listByIds: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await db
        .select()
        .from(commitment)
        .where(inArray(commitment.id, [...ids]));
      return rows.map((row) => CommitmentRow.parse(row));
    },
    findById: async (id) => {
      const rows = await commitmentWith(db, { id });
      return rows.map((row) => CommitmentRow.parse(row))[0];
    },
    lock: async (id) => {
      const rows = await db.select().from(commitment).where(eq(commitment.id, id)).for('update');
      return rows.map((row) => CommitmentRow.parse(row))[0];
    },
    add: async (added) => {
      const row = onlyRow(await db.insert(commitment).values(rowOf(added)).returning());
      const item = CommitmentRow.parse(row);
      await addStanding(db, item);
      return item;
    },
    addTree: (items) => addTree(db, items),
    update: async (id, { source, ...change }) => {
      const place = { sourceFile: source.file, sourceLine: source.line };
      await db
        .update(commitment)
        .set({ ...change, ...place })
        .where(eq(commitment.id, id));
      await moveMilestone(db, id, change.milestoneOn);
    },
  };
}

async function listSets(db: Db): Promise<CommitmentSet[]> {
  const sets = z
    .array(SetRow)
    .parse(await db.select().from(commitmentSet).orderBy(commitmentSet.id));
  const rules = await db.select().from(reportingRule).orderBy(asc(reportingRule.id));
  return sets.map((set) => ({
    ...set,
    rules: rules.filter(({ setId }) => setId === set.id).map((rule) => Rule.parse(rule)),
  }));
}

async function addSet(db: Db, { rules, ...added }: NewCommitmentSet): Promise<CommitmentSet> {
  const row = SetRow.parse(onlyRow(await db.insert(commitmentSet).values(added).returning()));
  await db.insert(reportingRule).values(rules.map((rule) => ({ ...rule, setId: row.id })));
  return { ...row, rules };
}

const commitmentWith = compiled<{ id: number }>()(getTableColumns(commitment), (db) =>
  db
    .select()
    .from(commitment)
    .where(eq(commitment.id, sql.placeholder('id'))),
);

const IN_ORDER = [
  asc(agency.position),
  asc(agency.id),
  asc(commitment.position),
  asc(commitment.id),
];

const commitmentsOf = compiled<{ setIds: string; agencyIds: string }>()(
  getTableColumns(commitment),
  (db, columns) =>
    db
      .select(columns)
      .from(commitment)
      .innerJoin(agency, eq(agency.id, commitment.agencyId))
      .where(and(isAmong(commitment.setId, 'setIds'), isAmong(commitment.agencyId, 'agencyIds')))
      .orderBy(...IN_ORDER),
);

async function listCommitments(
  db: Db,
  setIds: readonly number[],
  agencyIds: readonly number[] | undefined,
): Promise<Commitment[]> {
  if (setIds.length === 0 || agencyIds?.length === 0) return [];
  if (agencyIds !== undefined) {
    const own = await commitmentsOf(db, { setIds: idList(setIds), agencyIds: idList(agencyIds) });
    return own.map((row) => CommitmentRow.parse(row));
  }
  const rows = await db
    .select({ row: commitment })
    .from(commitment)
    .innerJoin(agency, eq(agency.id, commitment.agencyId))
    .where(inArray(commitment.setId, [...setIds]))
    .orderBy(...IN_ORDER);
  return rows.map(({ row }) => CommitmentRow.parse(row));
}
