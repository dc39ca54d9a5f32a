import type { Agency } from './agency.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Commitment, ProgressLine } from './commitment.ts';
import type { SetSettings } from './commitment-set.ts';
import { milestoneDeadline } from './milestone.ts';
import { missingLeaves, standingLine } from './progress.ts';
import type { ReportPeriod } from './report-period.ts';
import { daysLate, isLate, type ReportingRound, workingDaysLate } from './reporting-round.ts';
import { isSettled } from './status-transition.ts';
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

export interface OverdueInput {
  readonly agencies: readonly Pick<Agency, 'id' | 'position'>[];
  readonly leavesByAgency: ReadonlyMap<number, readonly Commitment[]>;
  readonly lines: readonly ProgressLine[];
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
  return inOrder(input.agencies).flatMap(({ id }) => {
    const rounds = input.roundsByAgency.get(id) ?? [];
    return rounds
      .filter((round) => isLate(round, input.today))
      .flatMap((round) => overdueRound(input, id, round, rounds));
  });
}

/**
 * Milestones of unsettled leaves whose last day has passed, in the order of the organisation, then
 * as the leaves are given.
 */
export function overdueMilestones(input: OverdueInput): OverdueMilestone[] {
  return inOrder(input.agencies).flatMap(({ id }) =>
    (input.leavesByAgency.get(id) ?? []).flatMap((leaf) => overdueMilestone(input, leaf)),
  );
}

function inOrder(agencies: OverdueInput['agencies']): OverdueInput['agencies'] {
  return agencies.toSorted((left, right) => left.position - right.position);
}

function overdueRound(
  { leavesByAgency, lines, calendar, today }: OverdueInput,
  agencyId: number,
  round: ReportingRound,
  rounds: readonly ReportingRound[],
): OverdueRound[] {
  const leaves = leavesByAgency.get(agencyId) ?? [];
  const missing = missingLeaves(leaves, lines, round.period, rounds).length;
  if (missing === 0) return [];
  const late = {
    daysLate: daysLate(round, today),
    workingDaysLate: workingDaysLate(calendar, round, today),
  };
  return [{ agencyId, period: round.period, round, missing, of: leaves.length, ...late }];
}

function overdueMilestone(
  { lines, calendar, settings, today }: OverdueInput,
  { id, agencyId, milestoneOn }: Commitment,
): OverdueMilestone[] {
  if (milestoneOn === null || isSettled(standingLine(lines, id)?.status ?? 'unknown')) return [];
  const deadline = milestoneDeadline(milestoneOn, calendar, settings);
  if (!isLate(deadline, today)) return [];
  return [{ agencyId, commitmentId: id, dueOn: milestoneOn, daysLate: daysLate(deadline, today) }];
}
