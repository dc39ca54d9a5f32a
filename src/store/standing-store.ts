import { and, asc, count, eq, gt, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Commitment } from '../domain/commitment.ts';
import type { CountingUnit } from '../domain/commitment-set.ts';
import { COMMITMENT_STATUSES, type CommitmentStatus } from '../domain/commitment-status.ts';
import { countsOf } from '../domain/progress.ts';
import type { Tally } from '../domain/standing.ts';
import { SETTLED_STATUSES } from '../domain/status-transition.ts';
import type { ChangedLeaf, ChildStatus, StandingStore } from '../usecases/ports/standing-store.ts';
import { CommitmentRow } from './commitment-row.ts';
import type { Db } from './database.ts';
import { periodsOf } from './period-bits.ts';
import { agency } from './schema/agency.ts';
import { commitment } from './schema/commitment.ts';
import { periodLine } from './schema/period-line.ts';
import { standing } from './schema/standing.ts';

const CountRow = z.object({ status: z.enum(COMMITMENT_STATUSES), items: z.number() });

/** The agencies that have leaves with these bits, and beside each in the other list how many. */
const TallyRow = z.object({
  bits: z.number(),
  agencyIds: z.array(z.number()),
  leaves: z.array(z.number()),
});

export function createStandingStore(db: Db): StandingStore {
  return {
    tallies: (setIds, agencyIds) => tallies(db, setIds, agencyIds),
    countByStatus: (setIds, unit) => countByStatus(db, setIds, unit),
    openMilestones: (setIds, agencyIds) => openMilestones(db, setIds, agencyIds),
    changedAfter: (setIds, at) => changedAfter(db, setIds, at),
    childrenOf: (parentIds) =>
      parentIds.length === 0 ? Promise.resolve([]) : childrenOf(db, parentIds),
  };
}

const ChildRow = z.object({
  commitmentId: z.number(),
  parentId: z.number(),
  grandparentId: z.number().nullable(),
  status: z.enum(COMMITMENT_STATUSES),
});

function ofAgencies(agencyIds: readonly number[] | undefined) {
  return agencyIds === undefined ? undefined : inArray(standing.agencyId, [...agencyIds]);
}

async function tallies(
  db: Db,
  setIds: readonly number[],
  agencyIds: readonly number[] | undefined,
): Promise<Map<number, readonly Tally[]>> {
  const counted = db
    .select({
      agencyId: standing.agencyId,
      bits: standing.reportedIn,
      leaves: count().as('leaves'),
    })
    .from(standing)
    .where(and(inArray(standing.setId, [...setIds]), standing.isLeaf, ofAgencies(agencyIds)))
    .groupBy(standing.agencyId, standing.reportedIn)
    .as('counted');
  // A country has more agencies than a driver likes rows, and few kinds of bits.
  const rows = await db
    .select({
      bits: counted.bits,
      agencyIds: sql`json_agg(${counted.agencyId})`,
      leaves: sql`json_agg(${counted.leaves})`,
    })
    .from(counted)
    .groupBy(counted.bits);
  const byAgency = new Map<number, Tally[]>();
  for (const { bits, agencyIds: ids, leaves } of rows.map((row) => TallyRow.parse(row))) {
    const reportedIn = periodsOf(bits);
    for (const [index, agencyId] of ids.entries()) {
      const tally = { reportedIn, leaves: leaves[index] ?? 0 };
      const own = byAgency.get(agencyId);
      if (own === undefined) byAgency.set(agencyId, [tally]);
      else own.push(tally);
    }
  }
  return byAgency;
}

async function openMilestones(
  db: Db,
  setIds: readonly number[],
  agencyIds: readonly number[] | undefined,
): Promise<Commitment[]> {
  const rows = await db
    .select({ row: commitment })
    .from(standing)
    .innerJoin(commitment, eq(commitment.id, standing.commitmentId))
    .innerJoin(agency, eq(agency.id, standing.agencyId))
    .where(
      and(
        inArray(standing.setId, [...setIds]),
        standing.isLeaf,
        isNotNull(standing.milestoneOn),
        notInArray(standing.status, [...SETTLED_STATUSES]),
        ofAgencies(agencyIds),
      ),
    )

    .orderBy(asc(agency.position), asc(agency.id), asc(commitment.setId), asc(commitment.position));
  return rows.map(({ row }) => CommitmentRow.parse(row));
}

function changedAfter(db: Db, setIds: readonly number[], at: Date): Promise<ChangedLeaf[]> {
  return db
    .selectDistinct({
      commitmentId: standing.commitmentId,
      agencyId: standing.agencyId,
      parentId: standing.parentId,
    })
    .from(periodLine)
    .innerJoin(standing, eq(standing.commitmentId, periodLine.commitmentId))
    .where(
      and(
        isNotNull(periodLine.personId),
        gt(periodLine.recordedAt, at),
        inArray(standing.setId, [...setIds]),
        standing.isLeaf,
      ),
    );
}

async function childrenOf(db: Db, parentIds: readonly number[]): Promise<ChildStatus[]> {
  const parent = alias(standing, 'parent');
  const rows = await db
    .select({
      commitmentId: standing.commitmentId,
      parentId: standing.parentId,
      grandparentId: parent.parentId,
      status: standing.status,
    })
    .from(standing)
    .innerJoin(parent, eq(parent.commitmentId, standing.parentId))
    .where(inArray(standing.parentId, [...parentIds]));
  return rows.map((row) => ChildRow.parse(row));
}

async function countByStatus(
  db: Db,
  setIds: readonly number[],
  unit: CountingUnit,
): Promise<Record<CommitmentStatus, number>> {
  const isCounted = unit === 'leaf' ? standing.isLeaf : isNull(standing.parentId);
  const rows = await db
    .select({ status: standing.status, items: count() })
    .from(standing)
    .where(and(inArray(standing.setId, [...setIds]), isCounted))
    .groupBy(standing.status);
  const counted = new Map(
    rows.map((row) => CountRow.parse(row)).map(({ status, items }) => [status, items]),
  );
  return countsOf((status) => counted.get(status) ?? 0);
}
