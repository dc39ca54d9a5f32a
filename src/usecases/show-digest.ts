import { isoWeekOf } from '../domain/calendar-date.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { type Digest, digestFor } from '../domain/digest.ts';
import { parentStatus } from '../domain/parent-status.ts';
import { countByStatus, standingLine } from '../domain/progress.ts';
import type { Dependencies } from './dependencies.ts';
import { loadOffice, type Office } from './load-office.ts';
import type { ReminderCount } from './ports/delivery-log.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { type OverdueList, overdueOf, remindersOf } from './show-overdue.ts';

const WEEK_MS = 7 * 86_400_000;

export interface DigestAnswer {
  readonly at: Date;
  readonly week: number;
  /** What may be told to a group, with the change since a week before. */
  readonly digest: Digest;
  /** Everything overdue, also what may not be told. */
  readonly overdue: OverdueList;
  /** Agencies that owe reports, off-chat ones included. */
  readonly agencyCount: number;
  /** By the set's counting unit, over all agencies. Source: decision 6. */
  readonly counts: Readonly<Record<CommitmentStatus, number>>;
  readonly total: number;
  readonly agenciesWithOfficer: ReadonlySet<number>;
  readonly agencyNames: ReadonlyMap<number, string>;
}

/** The weekly digest as it would be posted now; sends nothing. Source: script TX-04. */
export function showDigest({
  inTransaction,
  clock,
  timezone,
}: Dependencies): Promise<DigestAnswer> {
  return inTransaction((stores) => digestAnswer(stores, { at: clock.now(), timezone }));
}

/** The same inside an open transaction. */
export async function digestAnswer(
  stores: Stores,
  { at, timezone }: { readonly at: Date; readonly timezone: string },
): Promise<DigestAnswer> {
  const office = await loadOffice(stores, { at, timezone });
  const weekBefore = await loadOffice(stores, {
    at: new Date(at.getTime() - WEEK_MS),
    timezone,
    ...(office.set === null ? {} : { year: office.set.year }),
  });
  return digestOf(office, weekBefore, await remindersOf(stores, office));
}

/** Whether the digest has nothing to tell but that. */
export function isNothingOverdue({ digest }: DigestAnswer): boolean {
  return digest.rounds.length + digest.milestones.length + digest.offChatAgencies === 0;
}

function digestOf(
  office: Office,
  weekBefore: Office,
  reminders: readonly ReminderCount[],
): DigestAnswer {
  const overdue = overdueOf(office, reminders);
  const before = overdueOf(weekBefore);
  const statuses = countedStatuses(office);
  return {
    at: office.at,
    week: isoWeekOf(office.now.date),
    digest: digestFor(stateOf(overdue), stateOf(before), {
      agencies: office.agencies,
      offChatCommitmentIds: new Set(
        office.commitments.filter(({ isOffChat }) => isOffChat).map(({ id }) => id),
      ),
    }),
    overdue,
    agencyCount: office.leavesByAgency.size,
    counts: countByStatus(statuses),
    total: statuses.length,
    agenciesWithOfficer: new Set(
      office.people
        .filter(({ role, state }) => role === 'officer' && state === 'active')
        .map(({ agencyId }) => agencyId),
    ),
    agencyNames: new Map(office.agencies.map(({ id, name }) => [id, name])),
  };
}

function stateOf({ notReported, pastMilestone }: OverdueList) {
  return { rounds: notReported, milestones: pastMilestone };
}

/** The statuses that the set counts: of top items, derived from their parts, or of leaves. */
function countedStatuses({ set, commitments, lines, leavesByAgency }: Office): CommitmentStatus[] {
  const statusOf = (id: number) => standingLine(lines, id)?.status ?? 'unknown';
  const leaves = [...leavesByAgency.values()].flat();
  if (set?.settings.countingUnit === 'leaf') return leaves.map(({ id }) => statusOf(id));
  const partsByParent = Map.groupBy(leaves, ({ parentId }) => parentId);
  return commitments
    .filter(({ parentId }) => parentId === null)
    .map(({ id }) => {
      const parts = partsByParent.get(id);
      return parts === undefined
        ? statusOf(id)
        : parentStatus(parts.map((part) => statusOf(part.id)));
    });
}
