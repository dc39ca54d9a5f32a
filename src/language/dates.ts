import {
  type CalendarDate,
  dayOfMonth,
  monthOf,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../domain/calendar-date.ts';

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  0: 'Chủ nhật',
  1: 'thứ Hai',
  2: 'thứ Ba',
  3: 'thứ Tư',
  4: 'thứ Năm',
  5: 'thứ Sáu',
  6: 'thứ Bảy',
};

/** `dd/mm/yyyy`. */
export function formatDate(date: CalendarDate): string {
  const [day, month] = [dayOfMonth(date), monthOf(date)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${day}/${month}/${yearOf(date)}`;
}

/** The day of the week as it stands within a sentence: «thứ Sáu», «Chủ nhật». */
export function weekdayName(date: CalendarDate): string {
  return WEEKDAYS[weekdayOf(date)];
}
