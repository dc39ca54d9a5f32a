import { type CalendarDate, day } from './calendar-date.ts';

/** What the office's clock on the wall shows: the day, and the minutes since its midnight. */
export interface LocalTime {
  readonly date: CalendarDate;
  readonly minutes: number;
}

/** What the wall clock of an IANA zone shows at an instant. */
export function localTimeOf(instant: Date, timezone: string): LocalTime {
  const shown = formatterFor(timezone).format(instant);
  const [date = '', time = ''] = shown.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { date: day(date), minutes: hours * 60 + minutes };
}

/** The instant at which the wall clock of the zone shows that day and `HH:MM`. */
export function instantOf(date: CalendarDate, time: string, timezone: string): Date {
  const guess = new Date(`${date}T${time}:00Z`);
  const shown = localTimeOf(guess, timezone);
  const shownMs = Date.parse(`${shown.date}T00:00:00Z`) + shown.minutes * 60_000;
  return new Date(guess.getTime() - (shownMs - guess.getTime()));
}

/** Minutes since midnight of a time written `HH:MM`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  formatters.set(timezone, made);
  return made;
}

/** An instant as the office's wall clock shows it, with the offset: `2026-06-01T08:00:00+07:00`. */
export function isoInZone(instant: Date, timezone: string): string {
  const { date, minutes } = localTimeOf(instant, timezone);
  const shownMs = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  // The wall clock is read to the minute, so the instant is too: its seconds are no part of an offset.
  const offset = Math.round(shownMs / 60_000) - Math.floor(instant.getTime() / 60_000);
  const seconds = twoDigits(instant.getUTCSeconds());
  const sign = offset < 0 ? '-' : '+';
  return `${date}T${clockOf(minutes)}:${seconds}${sign}${clockOf(Math.abs(offset))}`;
}

/** Minutes since midnight as `HH:MM`. */
export function clockOf(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
