import type { CalendarDate } from './calendar-date.ts';
import type { SetSettings } from './commitment-set.ts';
import type { Deadline } from './reporting-round.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** A day on which a reminder goes out: working days left, or, negative, working days overdue. */
export interface Rung {
  readonly rung: number;
  readonly plannedOn: CalendarDate;
}

type LadderSettings = Pick<SetSettings, 'leadDays' | 'overdueDailyCount' | 'overdueEveryDays'>;

/** All rungs planned up to and including `until`, in order. None stands on a rest day. */
export function rungsOf(
  { remindBy, lateAfter }: Deadline,
  { leadDays, overdueDailyCount, overdueEveryDays }: LadderSettings,
  calendar: WorkingCalendar,
  until: CalendarDate,
): Rung[] {
  const leads = [...new Set(leadDays)].sort((left, right) => right - left);
  const rungs = leads
    .map((lead) => ({ rung: lead, plannedOn: addWorkingDays(calendar, remindBy, -lead) }))
    .filter(({ plannedOn }) => plannedOn <= until);
  let late = 1;
  let plannedOn = addWorkingDays(calendar, lateAfter, late);
  while (plannedOn <= until) {
    rungs.push({ rung: -late, plannedOn });
    const gap = late < overdueDailyCount ? 1 : Math.max(1, overdueEveryDays);
    late += gap;
    plannedOn = addWorkingDays(calendar, plannedOn, gap);
  }
  return rungs;
}

/**
 * The rung that a deadline stands on today: the last one passed, so that downtime ends in one late
 * message. Null before the first, on rest days, and from `remindBy` until `lateAfter` is over.
 */
export function rungOn(
  deadline: Deadline,
  settings: LadderSettings,
  calendar: WorkingCalendar,
  today: CalendarDate,
): Rung | null {
  if (!isWorkingDay(calendar, today)) return null;
  if (today > deadline.remindBy && today <= deadline.lateAfter) return null;
  return rungsOf(deadline, settings, calendar, today).at(-1) ?? null;
}
