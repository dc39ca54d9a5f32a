import { addDays, type CalendarDate, weekdayOf, yearOf } from './calendar-date.ts';

/** A day that differs from Monday-to-Friday, with the notice that says so. Source: domain notes 4. */
export interface CalendarDay {
  readonly date: CalendarDate;
  readonly kind: 'off' | 'worked';
  readonly notice: string | null;
  readonly isConfirmed: boolean;
  readonly name: string | null;
}

export interface WorkingCalendar {
  readonly days: readonly CalendarDay[];
  readonly kinds: ReadonlyMap<CalendarDate, CalendarDay['kind']>;
}

/** A calendar from the known exceptions; with none, Monday to Friday are worked. */
export function createWorkingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  return { days, kinds: new Map(days.map(({ date, kind }) => [date, kind])) };
}

export function isWorkingDay({ kinds }: WorkingCalendar, date: CalendarDate): boolean {
  const kind = kinds.get(date);
  if (kind !== undefined) return kind === 'worked';
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

export function workingDayOnOrBefore(calendar: WorkingCalendar, date: CalendarDate): CalendarDate {
  return isWorkingDay(calendar, date) ? date : previousWorkingDay(calendar, date);
}

export function workingDayOnOrAfter(calendar: WorkingCalendar, date: CalendarDate): CalendarDate {
  return isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date);
}

export function nextWorkingDay(calendar: WorkingCalendar, date: CalendarDate): CalendarDate {
  return step(calendar, date, 1);
}

export function previousWorkingDay(calendar: WorkingCalendar, date: CalendarDate): CalendarDate {
  return step(calendar, date, -1);
}

/** The working day that lies `count` working days after the date, or before it when negative; 0 is the date. */
export function addWorkingDays(
  calendar: WorkingCalendar,
  date: CalendarDate,
  count: number,
): CalendarDate {
  let reached = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    reached = step(calendar, reached, count < 0 ? -1 : 1);
  }
  return reached;
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(
  calendar: WorkingCalendar,
  from: CalendarDate,
  to: CalendarDate,
): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** The years of which no day off is known, or not every one is confirmed. */
export function unconfirmedYears({ days }: WorkingCalendar, years: readonly number[]): number[] {
  return years.filter((year) => {
    const own = days.filter(({ date }) => yearOf(date) === year);
    return own.length === 0 || own.some(({ isConfirmed }) => !isConfirmed);
  });
}

/** A run of days off is never longer than this: past it the calendar itself is broken. */
const LONGEST_REST_DAYS = 60;

function step(calendar: WorkingCalendar, date: CalendarDate, direction: 1 | -1): CalendarDate {
  for (let days = 1; days <= LONGEST_REST_DAYS; days += 1) {
    const candidate = addDays(date, days * direction);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  throw new RangeError(`No working day within ${LONGEST_REST_DAYS} days of ${date}`);
}
