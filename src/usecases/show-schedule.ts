import { EVERYBODY } from '../domain/agency.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import { type CommitmentSet, DEFAULT_RULES, DEFAULT_SETTINGS } from '../domain/commitment-set.ts';
import type { Paper } from '../domain/paper.ts';
import { rungsOf } from '../domain/reminder-ladder.ts';
import { type ReportingRound, roundsOf } from '../domain/reporting-round.ts';
import type { WorkingCalendar } from '../domain/working-calendar.ts';

export interface ScheduledRound {
  readonly round: ReportingRound;
  /** The days before its end on which officers are reminded, earliest first. */
  readonly remindedOn: readonly CalendarDate[];
}

interface Scheduling {
  /** The set that the paper is imported into; null when it is new. */
  readonly kept: CommitmentSet | null;
  readonly paper: Pick<Paper, 'year' | 'rules'>;
  readonly calendar: WorkingCalendar;
}

/** The rounds of the year, earliest deadline first, as they will be reminded of. */
export function scheduleOf({ kept, paper, calendar }: Scheduling): ScheduledRound[] {
  const settings = kept?.settings ?? DEFAULT_SETTINGS;
  const rules = kept?.rules ?? paper.rules ?? DEFAULT_RULES;
  return roundsOf({ rules, settings, year: paper.year }, EVERYBODY, calendar).map((round) => ({
    round,
    remindedOn: rungsOf(round, settings, calendar, round.remindBy).map(
      ({ plannedOn }) => plannedOn,
    ),
  }));
}
