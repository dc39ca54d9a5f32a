import type { CalendarDate } from './calendar-date.ts';
import type { SetSettings } from './commitment-set.ts';
import { type Deadline, deadlineOf } from './reporting-round.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The deadline that an item's own text names, by the same rule as a round's. Source: rule R22. */
export function milestoneDeadline(
  milestoneOn: CalendarDate,
  calendar: WorkingCalendar,
  settings: Pick<SetSettings, 'restDayRule'>,
): Deadline {
  return deadlineOf(milestoneOn, calendar, settings);
}
