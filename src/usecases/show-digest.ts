import { isoWeekOf, yearOf } from '../domain/calendar-date.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { type Digest, digestFor } from '../domain/digest.ts';
import { countStatuses } from './count-statuses.ts';
import type { Dependencies } from './dependencies.ts';
import { loadTwoOverviews, type Overview } from './load-overview.ts';
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
  const aWeekAgo = new Date(at.getTime() - WEEK_MS);
  const [overview, weekBefore] = await loadTwoOverviews(stores, { at, timezone }, aWeekAgo);
  const [reminders, counts, agenciesWithOfficer] = await Promise.all([
    remindersOf(stores, overview),
    countStatuses(stores, overview),
    stores.people.attendedAgencies(),
  ]);
  return digestOf(overview, weekBefore, { reminders, counts, agenciesWithOfficer });
}

/** Whether the digest has nothing to tell but that. */
export function isNothingOverdue({ digest }: DigestAnswer): boolean {
  return digest.rounds.length + digest.milestones.length + digest.offChatAgencies === 0;
}

interface Counted extends Pick<DigestAnswer, 'counts' | 'agenciesWithOfficer'> {
  readonly reminders: readonly ReminderCount[];
}

function digestOf(
  overview: Overview,
  weekBefore: Overview,
  { reminders, counts, agenciesWithOfficer }: Counted,
): DigestAnswer {
  // The rounds of one year on both sides: the turn of the year is no progress.
  const year = yearOf(overview.now.date);
  const overdue = overdueOf(overview, { reminders, year });
  const items = [...overview.milestones, ...weekBefore.milestones];
  return {
    at: overview.at,
    week: isoWeekOf(overview.now.date),
    digest: digestFor(stateOf(overdue), stateOf(overdueOf(weekBefore, { year })), {
      agencies: overview.agencies,
      offChatCommitmentIds: new Set(items.filter(({ isOffChat }) => isOffChat).map(({ id }) => id)),
    }),
    overdue,
    agencyCount: overview.talliesByAgency.size,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    agenciesWithOfficer,
    agencyNames: new Map(overview.agencies.map(({ id, name }) => [id, name])),
  };
}

function stateOf({ notReported, pastMilestone }: OverdueList) {
  return { rounds: notReported, milestones: pastMilestone };
}
