import type { ProgressLine } from './commitment.ts';
import type { CommitmentStatus } from './commitment-status.ts';
import { answersTo, effectiveLines, newestLine } from './progress.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportingRound } from './reporting-round.ts';

/** Where one item stands, without its words: all that lists and counts need of it. */
export interface Standing {
  readonly status: CommitmentStatus;
  /** The periods in which it was reported, undone reports left out. */
  readonly reportedIn: ReadonlySet<ReportPeriod>;
}

/** What follows from every line of one item, in any order; `unknown` without any. */
export function standingOf(lines: readonly ProgressLine[]): Standing {
  const effective = effectiveLines(lines);
  return {
    status: newestLine(effective)?.status ?? 'unknown',
    reportedIn: new Set(
      effective.filter(({ status }) => status !== 'unknown').map(({ period }) => period),
    ),
  };
}

/** So many leaves of one agency that were reported in just these periods. */
export interface Tally {
  readonly reportedIn: ReadonlySet<ReportPeriod>;
  readonly leaves: number;
}

/** How many leaves an agency owes. */
export function countLeaves(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { leaves }) => sum + leaves, 0);
}

/** How many of them were reported neither in the period nor in a later round. Source: rule R04. */
export function countMissing(
  tallies: readonly Tally[],
  period: ReportPeriod,
  rounds: readonly Pick<ReportingRound, 'period'>[],
): number {
  const answers = answersTo(period, rounds);
  const isMissing = ({ reportedIn }: Tally) => answers.every((each) => !reportedIn.has(each));
  return countLeaves(tallies.filter(isMissing));
}
