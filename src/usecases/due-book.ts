import type { Agency } from '../domain/agency.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { SetSettings } from '../domain/commitment-set.ts';
import { milestoneDeadline } from '../domain/milestone.ts';
import { type Rung, rungOn } from '../domain/reminder-ladder.ts';
import {
  type Deadline,
  daysLate,
  type ReportingRound,
  workingDaysLate,
} from '../domain/reporting-round.ts';
import { countLeaves, countMissing } from '../domain/standing.ts';
import { type WorkingCalendar, workingDaysBetween } from '../domain/working-calendar.ts';
import { rememberedBy, settingsOf } from './load-frame.ts';
import { type MilestoneItem, type Overview, roundAskedOverall } from './load-overview.ts';

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
export interface DueRound extends Standpoint {
  readonly agency: Agency;
  readonly round: ReportingRound;
  /** Leaves not reported, of all that it owes. */
  readonly missing: number;
  readonly of: number;
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
    const tallies = overview.talliesByAgency.get(agencyId);
    if (agency === undefined || tallies === undefined) return null;
    const round = roundAskedOverall(overview, agencyId);
    const standpoint = round === null ? null : standpointOf(round);
    if (round === null || standpoint === null) return null;
    const rounds = overview.roundsByAgency.get(agencyId) ?? [];
    const missing = countMissing(tallies, round.period, rounds);
    if (missing === 0) return null;
    return { agency, round, missing, of: countLeaves(tallies), ...standpoint };
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
