import {
  type CalendarDate,
  dayOfMonth,
  isCalendarDate,
  monthOf,
  yearOf,
} from '../domain/calendar-date.ts';

/** `dd/mm/yyyy`. */
export function formatDate(date: CalendarDate): string {
  const [day, month] = [dayOfMonth(date), monthOf(date)].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${day}/${month}/${yearOf(date)}`;
}

/** The day with these figures, null where the calendar has none («31/9»). */
export function existingDate(year: number, month: number, day: number): CalendarDate | null {
  const [mm, dd] = [month, day].map((part) => String(part).padStart(2, '0'));
  const text = `${year}-${mm}-${dd}`;
  return isCalendarDate(text) ? text : null;
}

const DATE =
  /(?<![\d/.-])(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})(?![\d/])/giu;

/** Every full date of a text in its order: «09/3/2023», «ngày 05 tháng 3 năm 2026». Source: quirk Q-43. */
export function parseDates(text: string): CalendarDate[] {
  return [...text.normalize('NFC').matchAll(DATE)]
    .map(([, day, month, year]) => existingDate(Number(year), Number(month), Number(day)))
    .filter((date) => date !== null);
}
