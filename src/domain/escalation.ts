import type { SetSettings } from './commitment-set.ts';
import type { Rung } from './reminder-ladder.ts';
import type { Deadline } from './reporting-round.ts';
import { addWorkingDays, type WorkingCalendar } from './working-calendar.ts';

/** Who is told of a late report, lowest first: each also reaches those before it. Source: rule F29. */
const LADDER = ['officer', 'head', 'secretary'] as const;

export type EscalationLevel = (typeof LADDER)[number];

type EscalationSettings = Pick<SetSettings, 'headAfterDays' | 'secretaryAfterDays'>;

/** The highest person told after that many working days overdue. */
export function escalationOf(
  workingDaysLate: number,
  { headAfterDays, secretaryAfterDays }: EscalationSettings,
): EscalationLevel {
  if (workingDaysLate >= secretaryAfterDays) return 'secretary';
  return workingDaysLate >= headAfterDays ? 'head' : 'officer';
}

/** Whether that person is told too; the head always is when the secretary is. */
export function isToldTo(
  role: Exclude<EscalationLevel, 'officer'>,
  workingDaysLate: number,
  settings: EscalationSettings,
): boolean {
  return LADDER.indexOf(escalationOf(workingDaysLate, settings)) >= LADDER.indexOf(role);
}

/** The first day on which that person is told; it need not be a rung of the officer's ladder. */
export function escalationRung(
  role: Exclude<EscalationLevel, 'officer'>,
  { lateAfter }: Deadline,
  { headAfterDays, secretaryAfterDays }: EscalationSettings,
  calendar: WorkingCalendar,
): Rung {
  const days = role === 'head' ? Math.min(headAfterDays, secretaryAfterDays) : secretaryAfterDays;
  return { rung: -days, plannedOn: addWorkingDays(calendar, lateAfter, days) };
}
