import { day } from '../../src/domain/calendar-date.ts';
import { DEFAULT_RULES, DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { createWorkingCalendar } from '../../src/domain/working-calendar.ts';

/** The days off of the years that the worked dates need, as announced (2027: as computed). */
const OFF = [
  ...['2023-01-02', '2023-01-20', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26'],
  ...['2023-05-01', '2023-05-02', '2023-05-03', '2023-09-01', '2023-09-04'],
  ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'],
  ...['2026-02-20', '2026-04-27', '2026-04-30', '2026-05-01', '2026-08-31', '2026-09-01'],
  ...['2026-09-02', '2026-11-24'],
];
const WORKED = ['2026-01-10', '2026-08-22'];
const COMPUTED = ['2027-01-01', '2027-09-02', '2027-09-03'];

export const calendar = createWorkingCalendar([
  ...OFF.map((date) => dayOf(date, 'off', true)),
  ...WORKED.map((date) => dayOf(date, 'worked', true)),
  ...COMPUTED.map((date) => dayOf(date, 'off', false)),
]);

export function setOf(year: number) {
  return {
    id: 1,
    year,
    name: '',
    authority: null,
    rules: DEFAULT_RULES,
    settings: DEFAULT_SETTINGS,
  };
}

function dayOf(date: string, kind: 'off' | 'worked', isConfirmed: boolean) {
  return { date: day(date), kind, notice: null, isConfirmed, name: null };
}
