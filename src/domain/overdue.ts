import type { Agency } from './agency.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Commitment } from './commitment.ts';
import type { SetSettings } from './commitment-set.ts';
import { milestoneDeadline } from './milestone.ts';
import { rememberedBy } from './remembered.ts';
import type { ReportPeriod } from './report-period.ts';
import { daysLate, isLate, type ReportingRound, workingDaysLate } from './reporting-round.ts';
import { countLeaves, countMissing, type Tally } from './standing.ts';
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
  const latenessOf = rememberedBy((round: ReportingRound) => latenessOn(input, round));
  return inOrder(input.agencies).flatMap(({ id }) => {
    const tallies = input.talliesByAgency.get(id) ?? [];
    const rounds = input.roundsByAgency.get(id) ?? [];
    return rounds.flatMap((round): OverdueRound[] => {
      const late = latenessOf(round);
      const missing = late === null ? 0 : countMissing(tallies, round.period, rounds);
      if (late === null || missing === 0) return [];
      return [
        { agencyId: id, period: round.period, round, missing, of: countLeaves(tallies), ...late },
      ];
    });
  });
}

type Lateness = Pick<OverdueRound, 'daysLate' | 'workingDaysLate'>;

function latenessOn({ calendar, today }: OverdueInput, round: ReportingRound): Lateness | null {
  if (!isLate(round, today)) return null;
  return {
    daysLate: daysLate(round, today),
    workingDaysLate: workingDaysLate(calendar, round, today),
  };
}

/**
 * Milestones whose last day has passed, in the order of the organisation, then as they are given.
 */
export function overdueMilestones(input: OverdueInput): OverdueMilestone[] {
  const byAgency = Map.groupBy(input.milestones, ({ agencyId }) => agencyId);
  return inOrder(input.agencies).flatMap(({ id }) =>
    (byAgency.get(id) ?? []).flatMap((milestone) => overdueMilestone(input, milestone)),
  );
}

function inOrder(agencies: OverdueInput['agencies']): OverdueInput['agencies'] {
  return agencies.toSorted((left, right) => left.position - right.position);
}

function overdueMilestone(
  { calendar, settings, today }: OverdueInput,
  { id, agencyId, milestoneOn }: OpenMilestone,
): OverdueMilestone[] {
  const deadline = milestoneDeadline(milestoneOn, calendar, settings);
  if (!isLate(deadline, today)) return [];
  return [{ agencyId, commitmentId: id, dueOn: milestoneOn, daysLate: daysLate(deadline, today) }];
}
