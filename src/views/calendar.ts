import { formatDate } from '../language/dates.ts';
import type { CalendarPeriod, YearCalendar } from '../usecases/show-calendar.ts';
import type { Texts } from './texts.ts';

/** The year's rounds, days off and warnings, a line each. */
export function calendarView(calendar: YearCalendar, texts: Texts): string {
  const { year, periods, nonWorkingDays, workedSaturdays, reminders, warnings } = calendar;
  return [
    texts('calendar.title', { year }),
    ...periods.map((period) => periodLine(period, year, texts)),
    texts('calendar.daysOff', { days: listDays(nonWorkingDays, texts) }),
    texts('calendar.workedSaturdays', { days: listDays(workedSaturdays, texts) }),
    texts('calendar.reminders', { count: reminders.length }),
    ...warnings.map(({ code }) => texts(`calendar.${code}`, { year })),
  ].join('\n');
}

function periodLine(
  { period, agency, dueOn, remindBy, lateAfter }: CalendarPeriod,
  year: number,
  texts: Texts,
): string {
  const dates = {
    period: texts(`period.${period}`, { year }),
    dueOn: formatDate(dueOn),
    remindBy: formatDate(remindBy),
    lateAfter: formatDate(lateAfter),
  };
  return agency === null
    ? texts('calendar.period', dates)
    : texts('calendar.periodOf', { ...dates, agency });
}

function listDays(days: YearCalendar['nonWorkingDays'], texts: Texts): string {
  if (days.length === 0) return texts('calendar.none');
  return days.map(({ date }) => formatDate(date)).join('; ');
}
