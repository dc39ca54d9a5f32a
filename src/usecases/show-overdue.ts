import type { Agency } from '../domain/agency.ts';
import type { Commitment } from '../domain/commitment.ts';
import { DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import {
  type OverdueMilestone,
  type OverdueRound,
  overdueMilestones,
  overdueRounds,
} from '../domain/overdue.ts';
import type { Dependencies } from './dependencies.ts';
import { loadOffice, type Office } from './load-office.ts';
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
    const office = await loadOffice(stores, { at: clock.now(), timezone });
    return overdueOf(office, await remindersOf(stores, office));
  });
}

/** How often each agency was reminded of each round, up to the office's instant. */
export async function remindersOf(
  { deliveries }: Stores,
  { set, at }: Office,
): Promise<readonly ReminderCount[]> {
  return set === null ? [] : deliveries.reminderCounts([set.id], at);
}

/** The overdue list of an office as it stood at its instant. */
export function overdueOf(office: Office, reminders: readonly ReminderCount[] = []): OverdueList {
  const input = {
    agencies: office.agencies,
    leavesByAgency: office.leavesByAgency,
    lines: office.lines,
    roundsByAgency: office.roundsByAgency,
    calendar: office.calendar,
    settings: office.set?.settings ?? DEFAULT_SETTINGS,
    today: office.now.date,
  };
  const agencyById = new Map(office.agencies.map((agency) => [agency.id, agency]));
  const commitmentById = new Map(office.commitments.map((item) => [item.id, item]));
  return {
    at: office.at,
    notReported: overdueRounds(input).flatMap((late) => {
      const agency = agencyById.get(late.agencyId);
      if (agency === undefined) return [];
      const counted = reminders.find(
        ({ agencyId, period }) => agencyId === late.agencyId && period === late.period,
      );
      return [{ ...late, agency, reminders: counted?.count ?? 0 }];
    }),
    pastMilestone: overdueMilestones(input).flatMap((late) => {
      const agency = agencyById.get(late.agencyId);
      const commitment = commitmentById.get(late.commitmentId);
      return agency === undefined || commitment === undefined
        ? []
        : [{ ...late, agency, commitment }];
    }),
  };
}
