import type { Agency } from '../domain/agency.ts';
import { yearOf } from '../domain/calendar-date.ts';
import type { Commitment } from '../domain/commitment.ts';
import {
  type OverdueMilestone,
  type OverdueRound,
  overdueMilestones,
  overdueRounds,
} from '../domain/overdue.ts';
import type { Dependencies } from './dependencies.ts';
import { type Frame, settingsOf } from './load-frame.ts';
import { loadOverview, type Overview } from './load-overview.ts';
import type { ReminderCount } from './ports/delivery-log.ts';
import type { Stores } from './ports/unit-of-work.ts';

export interface NotReported extends OverdueRound {
  readonly agency: Agency;
  /** How many reminders went out for it. */
  readonly reminders: number;
}

export interface PastMilestone extends OverdueMilestone {
  readonly agency: Agency;
  readonly commitment: Commitment;
}

export interface OverdueList {
  readonly at: Date;
  readonly notReported: readonly NotReported[];
  readonly pastMilestone: readonly PastMilestone[];
}

/** Who has not reported and which milestones have passed, by the order of the organisation. */
export function showOverdue({
  inTransaction,
  clock,
  timezone,
}: Dependencies): Promise<OverdueList> {
  return inTransaction(async (stores) => {
    const overview = await loadOverview(stores, { at: clock.now(), timezone });
    return overdueOf(overview, { reminders: await remindersOf(stores, overview) });
  });
}

/** How often each agency was reminded of each round, up to the office's instant. */
export async function remindersOf(
  { deliveries }: Stores,
  { set, at }: Frame,
): Promise<readonly ReminderCount[]> {
  return set === null ? [] : deliveries.reminderCounts([set.id], at);
}

interface Known {
  readonly reminders?: readonly ReminderCount[];
  /** Whose rounds are meant; by default the year of the overview's instant. */
  readonly year?: number;
}

/**
 * The overdue list of an office as it stood at its instant: rounds of that year, and milestones of
 * any. Source: the outside contract.
 */
export function overdueOf(
  overview: Overview,
  { reminders = [], year = yearOf(overview.now.date) }: Known = {},
): OverdueList {
  const input = { ...overview, settings: settingsOf(overview), today: overview.now.date };
  const agencyById = new Map(overview.agencies.map((agency) => [agency.id, agency]));
  const milestoneById = new Map(overview.milestones.map((item) => [item.id, item]));
  const countByKey = new Map(reminders.map((one) => [`${one.agencyId} ${one.period}`, one.count]));
  return {
    at: overview.at,
    notReported: overdueRounds(input).flatMap((late) => {
      const agency = agencyById.get(late.agencyId);
      if (agency === undefined || late.round.year !== year) return [];
      const count = countByKey.get(`${late.agencyId} ${late.period}`) ?? 0;
      return [{ ...late, agency, reminders: count }];
    }),
    pastMilestone: overdueMilestones(input).flatMap((late) => {
      const agency = agencyById.get(late.agencyId);
      const commitment = milestoneById.get(late.commitmentId);
      return agency === undefined || commitment === undefined
        ? []
        : [{ ...late, agency, commitment }];
    }),
  };
}
