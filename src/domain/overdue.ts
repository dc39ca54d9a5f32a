import type { Agency } from './agency.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Commitment } from './commitment.ts';
import type { SetSettings } from './commitment-set.ts';
import { milestoneDeadline } from './milestone.ts';
import { rememberedBy } from './remembered.ts';
import type { ReportPeriod } from './report-period.ts';
import { daysLate, isLate, type ReportingRound, workingDaysLate } from './reporting-round.ts';
import { countLeaves, missingIn, type Tally } from './standing.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface OverdueRound {
  readonly agencyId: number;
  readonly period: ReportPeriod;
  readonly round: ReportingRound;
  /** Leaves not reported, of all leaves owed. */
  readonly missing: number;
  readonly of: number;
  readonly daysLate: number;
  readonly workingDaysLate: number;
}

export interface OverdueMilestone {
  readonly agencyId: number;
  readonly commitmentId: number;
  readonly dueOn: CalendarDate;
  readonly daysLate: number;
}

/** An unsettled leaf whose own text names its last day. */
export interface OpenMilestone extends Pick<Commitment, 'id' | 'agencyId'> {
  readonly milestoneOn: CalendarDate;
}

export interface OverdueInput {
  readonly agencies: readonly Pick<Agency, 'id' | 'position'>[];
  readonly talliesByAgency: ReadonlyMap<number, readonly Tally[]>;
  readonly milestones: readonly OpenMilestone[];
  /** Earliest deadline first. */
  readonly roundsByAgency: ReadonlyMap<number, readonly ReportingRound[]>;
  readonly calendar: WorkingCalendar;
  readonly settings: Pick<SetSettings, 'restDayRule'>;
  readonly today: CalendarDate;
}

/**
 * The rounds whose last day has passed while leaves are missing, in the order of the organisation,
 * then by deadline.
 */
export function overdueRounds(input: OverdueInput): OverdueRound[] {
  // Agencies share their rounds.
  const lateOf = rememberedBy((rounds: readonly ReportingRound[]) => lateAmong(rounds, input));
  return inOrder(input.agencies).flatMap(({ id }) => {
    const tallies = input.talliesByAgency.get(id) ?? [];
    return lateOf(input.roundsByAgency.get(id) ?? NO_ROUNDS).flatMap(
      ({ late, missingOf }): OverdueRound[] => {
        const missing = missingOf(tallies);
        return missing === 0 ? [] : [{ agencyId: id, missing, of: countLeaves(tallies), ...late }];
      },
    );
  });
}

const NO_ROUNDS: readonly ReportingRound[] = [];

interface LateRound {
  readonly late: Pick<OverdueRound, 'period' | 'round' | 'daysLate' | 'workingDaysLate'>;
  missingOf(tallies: readonly Tally[]): number;
}

function lateAmong(
  rounds: readonly ReportingRound[],
  { calendar, today }: OverdueInput,
): LateRound[] {
  return rounds
    .filter((round) => isLate(round, today))
    .map((round) => ({
      late: {
        period: round.period,
        round,
        daysLate: daysLate(round, today),
        workingDaysLate: workingDaysLate(calendar, round, today),
      },
      missingOf: missingIn(round.period, rounds),
    }));
}

/**
 * Milestones whose last day has passed, in the order of the organisation, then as they are given.
 */
export function overdueMilestones(input: OverdueInput): OverdueMilestone[] {
  const byAgency = Map.groupBy(input.milestones, ({ agencyId }) => agencyId);
  // Many items name the same day.
  const daysLateOf = rememberedBy((day: CalendarDate) => daysLateOn(input, day));
  return inOrder(input.agencies).flatMap(({ id }) =>
    (byAgency.get(id) ?? []).flatMap((milestone) => {
      const late = daysLateOf(milestone.milestoneOn);
      return late === null ? [] : [overdueMilestone(milestone, late)];
    }),
  );
}

function inOrder(agencies: OverdueInput['agencies']): OverdueInput['agencies'] {
  return agencies.toSorted((left, right) => left.position - right.position);
}

/** Null for a milestone that has not passed. */
function daysLateOn(
  { calendar, settings, today }: OverdueInput,
  milestoneOn: CalendarDate,
): number | null {
  const deadline = milestoneDeadline(milestoneOn, calendar, settings);
  return isLate(deadline, today) ? daysLate(deadline, today) : null;
}

function overdueMilestone(
  { id, agencyId, milestoneOn }: OpenMilestone,
  days: number,
): OverdueMilestone {
  return { agencyId, commitmentId: id, dueOn: milestoneOn, daysLate: days };
}
