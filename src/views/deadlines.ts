import {
  addDays,
  type CalendarDate,
  dayOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../domain/calendar-date.ts';
import { clockOf, localTimeOf } from '../domain/local-time.ts';
import type { ReportingRound } from '../domain/reporting-round.ts';
import { formatDate } from '../language/dates.ts';
import { bold } from './message.ts';
import type { Texts } from './texts.ts';

/** Words and the zone of the office's wall clock. */
export interface Setting {
  readonly texts: Texts;
  readonly timezone: string;
}

/** «trước ngày 05/06/2026». */
export function deadlineWords({ boundary, printedOn }: ReportingRound, texts: Texts): string {
  return texts(boundary === 'before' ? 'reminder.before' : 'reminder.by', {
    date: formatDate(printedOn),
  });
}

/** «**trước ngày 05/06/2026** (chậm nhất hết thứ Năm, 04/06/2026)». */
export function deadlineInFull(round: ReportingRound, texts: Texts): string {
  const { remindBy } = round;
  const weekday = weekdayWords(remindBy, texts);
  return texts('reminder.deadlineInFull', {
    deadline: bold(deadlineWords(round, texts)),
    lastDay: texts('reminder.dayWithWeekday', { weekday, date: formatDate(remindBy) }),
  });
}

/** «quý II/2026». */
export function periodWords({ period, year }: ReportingRound, texts: Texts): string {
  return texts(`period.${period}`, { year: String(year) });
}

/** An instant as the office's clock shows it: `time` «08:01», `date` «01/06/2026». */
export function momentOf(
  instant: Date,
  timezone: string,
): { readonly time: string; readonly date: string } {
  const { date, minutes } = localTimeOf(instant, timezone);
  return { time: clockOf(minutes), date: formatDate(date) };
}

/** «thứ Sáu», as it stands within a sentence. */
export function weekdayWords(date: CalendarDate, texts: Texts): string {
  return texts(`weekday.${weekdayOf(date)}`);
}

/** «Ngày 04/09/2027 là thứ Bảy, ngày 02/09–03/09/2027 nghỉ lễ»: why the last day came earlier. */
export function restWords({ remindBy, dueOn }: ReportingRound, texts: Texts): string {
  const days = daysAfter(remindBy, dueOn);
  const weekend = days.filter((date) => [0, 6].includes(weekdayOf(date)));
  const holidays = days.filter((date) => !weekend.includes(date));
  const parts = [
    ...weekend.toReversed().map((date) =>
      texts('reminder.restWeekend', {
        date: formatDate(date),
        weekday: weekdayWords(date, texts),
      }),
    ),
    ...holidayWords(holidays, texts),
  ];
  const joined = parts.join(', ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

function holidayWords(days: readonly CalendarDate[], texts: Texts): string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first === last) return [texts('reminder.restDay', { date: formatDate(first) })];
  const isOneMonth = monthOf(first) === monthOf(last) && yearOf(first) === yearOf(last);
  const from = isOneMonth ? String(dayOfMonth(first)).padStart(2, '0') : formatDate(first);
  return [texts('reminder.restDays', { first: from, last: formatDate(last) })];
}

function daysAfter(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  return from >= to ? [] : [...daysAfter(from, addDays(to, -1)), to];
}
