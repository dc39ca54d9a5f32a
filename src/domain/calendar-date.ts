/** A day of the civil calendar, `YYYY-MM-DD`, without a zone. Dates compare with `<` and `===`. */
export type CalendarDate = string & { readonly calendarDate: unique symbol };

export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_A_DAY = 86_400_000;

/** The calendar date written as `YYYY-MM-DD`; throws a RangeError for anything else. */
export function day(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

/** Whether the text is an existing day written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
}

/** The day `month` (1-12) `dayOfMonth` of `year`; a day past the month's end runs into the next. */
export function dateOf(year: number, month: number, dayOfMonth: number): CalendarDate {
  return fromEpochDay(Math.round(Date.UTC(year, month - 1, dayOfMonth) / MS_A_DAY));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(epochDay(date) + days);
}

/** Days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

/** For sorting, the earlier first. */
export function byDate(left: CalendarDate, right: CalendarDate): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayOf(date: CalendarDate): Weekday {
  return new Date(epochDay(date) * MS_A_DAY).getUTCDay() as Weekday;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** 1-12. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

export function dayOfMonth(date: CalendarDate): number {
  return Number(date.slice(8, 10));
}

/** The last day of the month 1-12. */
export function lastOfMonth(year: number, month: number): CalendarDate {
  return dateOf(year, month + 1, 0);
}

/** The number of the ISO week, 1-53. Source: ISO 8601, week 1 holds the year's first Thursday. */
export function isoWeekOf(date: CalendarDate): number {
  const thursday = addDays(date, 3 - ((weekdayOf(date) + 6) % 7));
  return 1 + Math.floor(daysBetween(dateOf(yearOf(thursday), 1, 1), thursday) / 7);
}

/** The Monday of the ISO week that holds the date. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}

function epochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_A_DAY;
}

function fromEpochDay(days: number): CalendarDate {
  return new Date(days * MS_A_DAY).toISOString().slice(0, 10) as CalendarDate;
}
