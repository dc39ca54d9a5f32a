import type { Agency } from '../domain/agency.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { SetSettings } from '../domain/commitment-set.ts';
import { milestoneDeadline } from '../domain/milestone.ts';
import { rememberedBy } from '../domain/remembered.ts';
import { type Rung, rungOn } from '../domain/reminder-ladder.ts';
import { type Deadline, daysLate, workingDaysLate } from '../domain/reporting-round.ts';
import { type WorkingCalendar, workingDaysBetween } from '../domain/working-calendar.ts';
import { settingsOf } from './load-frame.ts';
import { type MilestoneItem, type Overview, type OwedRound, owedRoundOf } from './load-overview.ts';

/** How far today is from a deadline, and the day of the ladder that it stands on. */
interface Standpoint {
  readonly rung: Rung;
  /** Working days to the last one, 0 on it; less matters no more. */
  readonly workingDaysLeft: number;
  /** Calendar days, 0 and less while not late. */
  readonly daysLate: number;
  readonly workingDaysLate: number;
}

/** A round that an agency still owes, on a day of its ladder. */
export interface DueRound extends Standpoint, OwedRound {
  readonly agency: Agency;
}

/** A milestone inside an item's text, on a day of its ladder. */
export interface DueMilestone extends Standpoint {
  readonly agency: Agency;
  readonly commitment: MilestoneItem;
  readonly deadline: Deadline;
}

/** What stands on a day of its ladder today, for whoever is to be told. */
export interface DueBook {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly settings: SetSettings;
  /** Agencies that owe reports through the chat. */
  readonly agencyCount: number;
  agencyOf(id: number): Agency | undefined;
  roundOf(agencyId: number): DueRound | null;
  /** Earliest in the paper first. */
  milestonesOf(agencyId: number): readonly DueMilestone[];
  /** Everybody's but what is off chat, in the order of the organisation. */
  owing(): readonly DueRound[];
  /** Those of them that have no officer to be reminded. */
  unattended(): readonly DueRound[];
}

export function openDueBook(overview: Overview, attended: ReadonlySet<number>): DueBook {
  const { calendar, agencies, now } = overview;
  const settings = settingsOf(overview);
  const agencyById = new Map(agencies.map((agency) => [agency.id, agency]));
  const milestones = Map.groupBy(overview.milestones, ({ agencyId }) => agencyId);
  const standpointOf = rememberedBy((deadline: Deadline) => standpointOn(overview, deadline));

  const roundOf = (agencyId: number): DueRound | null => {
    const agency = agencyById.get(agencyId);
    const owed = owedRoundOf(overview, agencyId);
    const standpoint = owed === null ? null : standpointOf(owed.round);
    if (agency === undefined || owed === null || standpoint === null) return null;
    return { agency, ...owed, ...standpoint };
  };
  const milestonesOf = (agencyId: number): DueMilestone[] =>
    (milestones.get(agencyId) ?? []).flatMap((commitment) => {
      const agency = agencyById.get(agencyId);
      const deadline = milestoneDeadline(commitment.milestoneOn, calendar, settings);
      const standpoint = standpointOf(deadline);
      if (agency === undefined || standpoint === null) return [];
      return [{ agency, commitment, deadline, ...standpoint }];
    });
  const owing = once(() =>
    agencies.flatMap(({ id, isOffChat }) => {
      const due = isOffChat ? null : roundOf(id);
      return due === null ? [] : [due];
    }),
  );
  return {
    today: now.date,
    calendar,
    settings,
    agencyCount: agencies.filter(
      ({ id, isOffChat }) => !isOffChat && overview.talliesByAgency.has(id),
    ).length,
    agencyOf: (id) => agencyById.get(id),
    roundOf,
    milestonesOf,
    owing,
    unattended: () => owing().filter(({ agency }) => !attended.has(agency.id)),
  };
}

function standpointOn({ calendar, now, set }: Overview, deadline: Deadline): Standpoint | null {
  const rung = rungOn(deadline, settingsOf({ set }), calendar, now.date);
  if (rung === null) return null;
  return {
    rung,
    workingDaysLeft: workingDaysBetween(calendar, now.date, deadline.remindBy),
    daysLate: daysLate(deadline, now.date),
    workingDaysLate: workingDaysLate(calendar, deadline, now.date),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
