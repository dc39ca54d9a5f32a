import { type LocalTime, minutesOf } from './local-time.ts';
import { isWorkingDay, type WorkingCalendar } from './working-calendar.ts';

/** When the office is written to, `HH:MM` of its wall clock. Source: decision 15. */
export interface OfficeHours {
  readonly digestAt: string;
  readonly remindAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
}

export const DEFAULT_HOURS: OfficeHours = {
  digestAt: '07:30',
  remindAt: '08:00',
  opensAt: '07:30',
  closesAt: '17:00',
};

/** Whether something proactive may be sent now: on a working day, within hours. */
export function isWithinHours(
  { date, minutes }: LocalTime,
  { opensAt, closesAt }: OfficeHours,
  calendar: WorkingCalendar,
): boolean {
  const isOpen = minutes >= minutesOf(opensAt) && minutes < minutesOf(closesAt);
  return isOpen && isWorkingDay(calendar, date);
}
