import type { Agency } from './agency.ts';
import { addDays, byDate, type CalendarDate, dateOf, daysBetween } from './calendar-date.ts';
import type { CommitmentSet, ReportingRule, SetSettings } from './commitment-set.ts';
import { endOfPeriod, type ReportPeriod } from './report-period.ts';
import {
  addWorkingDays,
  type WorkingCalendar,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from './working-calendar.ts';

/** The three days that follow from a printed deadline; all inclusive. Source: decision 5. */
export interface Deadline {
  /** The literal last good day. */
  readonly dueOn: CalendarDate;
  /** The last working day on or before it: reminders count to this day. */
  readonly remindBy: CalendarDate;
  /** The last day on which a report is not late. */
  readonly lateAfter: CalendarDate;
}

/** A period of a year with its dates. Early reports, rest days and notices never move `dueOn`. */
export interface ReportingRound extends Deadline {
  readonly period: ReportPeriod;
  readonly year: number;
  /** The agency whose own rule this is; null for a general one. */
  readonly agencyId: number | null;
  readonly printedOn: CalendarDate;
  readonly boundary: ReportingRule['boundary'];
}

export function deadlineOf(
  dueOn: CalendarDate,
  calendar: WorkingCalendar,
  { restDayRule }: Pick<SetSettings, 'restDayRule'>,
): Deadline {
  const lateAfter = restDayRule === 'none' ? dueOn : workingDayOnOrAfter(calendar, dueOn);
  return { dueOn, remindBy: workingDayOnOrBefore(calendar, dueOn), lateAfter };
}

/** The round of a rule in a year: «trước ngày 05» is due on the 4th. */
export function roundOf(
  { period, month, day, boundary, agencyId }: ReportingRule,
  year: number,
  calendar: WorkingCalendar,
  settings: SetSettings,
): ReportingRound {
  const printedOn = dateOf(year, month, day);
  const dueOn = boundary === 'before' ? addDays(printedOn, -1) : printedOn;
  return { period, year, agencyId, printedOn, boundary, ...deadlineOf(dueOn, calendar, settings) };
}

/** The rounds of an agency, earliest deadline first: its own rule beats its level's, that the general one. */
export function roundsOf(
  { rules, year, settings }: Pick<CommitmentSet, 'rules' | 'year' | 'settings'>,
  agency: Pick<Agency, 'id' | 'level'>,
  calendar: WorkingCalendar,
): ReportingRound[] {
  const closeness = (rule: ReportingRule) =>
    Number(rule.agencyId === agency.id) * 2 + Number(rule.level === agency.level);
  const fits = ({ agencyId, level }: ReportingRule) =>
    agencyId === null ? level === null || level === agency.level : agencyId === agency.id;
  const byPeriod = new Map<ReportPeriod, ReportingRule>();
  for (const rule of rules.filter(fits)) {
    const known = byPeriod.get(rule.period);
    if (known === undefined || closeness(rule) > closeness(known)) byPeriod.set(rule.period, rule);
  }
  return [...byPeriod.values()]
    .map((rule) => roundOf(rule, year, calendar, settings))
    .sort((left, right) => byDate(left.dueOn, right.dueOn));
}

/** The first round on which a report would still not be late; null when the year is over. */
export function upcomingRound(
  rounds: readonly ReportingRound[],
  today: CalendarDate,
): ReportingRound | null {
  return rounds.find(({ lateAfter }) => lateAfter >= today) ?? null;
}

interface Asking {
  readonly today: CalendarDate;
  readonly calendar: WorkingCalendar;
  readonly settings: Pick<SetSettings, 'leadDays'>;
}

/** What is asked for on a day, by agencies that share their rounds. */
export interface AskedToday {
  /** Null without rounds. */
  readonly round: ReportingRound | null;
  /** Asked for instead by whoever still misses something of it. */
  readonly before: ReportingRound | null;
}

/**
 * The one round that an officer is asked about and that an update counts for. A coming round takes
 * over when its reminders begin. Until then the one before is still asked for while something of it
 * is missing, and still takes corrections while its period lasts. Source: decision record 0004.
 */
export function askedOn(
  rounds: readonly ReportingRound[],
  { today, calendar, settings }: Asking,
): AskedToday {
  const upcoming = upcomingRound(rounds, today);
  if (upcoming === null) return { round: rounds.at(-1) ?? null, before: null };
  if (today >= windowOf(upcoming, settings, calendar)) return { round: upcoming, before: null };
  const previous = rounds[rounds.indexOf(upcoming) - 1];
  if (previous === undefined) return { round: upcoming, before: null };
  const lasts = today <= endOfPeriod(previous.period, previous.year);
  return lasts ? { round: previous, before: null } : { round: upcoming, before: previous };
}

/** The same for one agency, of which it is known whether something of a period is missing. */
export function askedRound(
  { round, before }: AskedToday,
  hasMissing: (period: ReportPeriod) => boolean,
): ReportingRound | null {
  return before !== null && hasMissing(before.period) ? before : round;
}

/** The day of a round's first reminder. */
export function windowOf(
  { remindBy }: Deadline,
  { leadDays }: Pick<SetSettings, 'leadDays'>,
  calendar: WorkingCalendar,
): CalendarDate {
  return addWorkingDays(calendar, remindBy, -Math.max(0, ...leadDays));
}

export function isLate({ lateAfter }: Deadline, date: CalendarDate): boolean {
  return date > lateAfter;
}

/** Calendar days since `lateAfter`, 1 on the first day after it; 0 and less while not late. */
export function daysLate({ lateAfter }: Deadline, today: CalendarDate): number {
  return daysBetween(lateAfter, today);
}

/** Working days since `lateAfter`, 1 on the first one after it; 0 while not late. */
export function workingDaysLate(
  calendar: WorkingCalendar,
  { lateAfter }: Deadline,
  today: CalendarDate,
): number {
  return workingDaysBetween(calendar, lateAfter, today);
}
