import type { Commitment, ProgressLine } from './commitment.ts';
import { COMMITMENT_STATUSES, type CommitmentStatus } from './commitment-status.ts';
import type { ReportPeriod } from './report-period.ts';
import type { ReportingRound } from './reporting-round.ts';

/**
 * The lines that still count, in the order given: an undo withdraws every version after the one
 * that it brought back, and stands for that one itself. Source: script TX-06.
 */
export function effectiveLines(lines: readonly ProgressLine[]): ProgressLine[] {
  const undone = lines.filter(({ restoresVersion }) => restoresVersion !== null);
  return lines.filter(
    (line) =>
      !undone.some(
        ({ commitmentId, restoresVersion, version }) =>
          commitmentId === line.commitmentId &&
          line.version > Number(restoresVersion) &&
          line.version < version,
      ),
  );
}

/** The newest version of what was said of an item; null when nothing was. */
export function standingLine(
  lines: readonly ProgressLine[],
  commitmentId: number,
): ProgressLine | null {
  return newestLine(lines.filter((line) => line.commitmentId === commitmentId));
}

/** The newest version within one period. */
export function lineIn(
  lines: readonly ProgressLine[],
  commitmentId: number,
  period: ReportPeriod,
): ProgressLine | null {
  const own = lines.filter((line) => line.commitmentId === commitmentId);
  return newestLine(own.filter((line) => line.period === period));
}

/**
 * Whether an item was reported in a period, or in a later round of the year: reports are cumulative.
 * An imported line counts when it has a status. Source: rule R04.
 */
export function hasReported(
  lines: readonly ProgressLine[],
  commitmentId: number,
  period: ReportPeriod,
  rounds: readonly Pick<ReportingRound, 'period'>[],
): boolean {
  return reportedIds(lines, period, rounds).has(commitmentId);
}

/** The leaves not reported in a period, in the order given. */
export function missingLeaves(
  leaves: readonly Commitment[],
  lines: readonly ProgressLine[],
  period: ReportPeriod,
  rounds: readonly Pick<ReportingRound, 'period'>[],
): Commitment[] {
  const reported = reportedIds(lines, period, rounds);
  return leaves.filter(({ id }) => !reported.has(id));
}

/** How many of each status; every status is a key. */
export function countByStatus(
  statuses: readonly CommitmentStatus[],
): Record<CommitmentStatus, number> {
  return countsOf((status) => statuses.filter((each) => each === status).length);
}

/** A count under every status. */
export function countsOf(
  count: (status: CommitmentStatus) => number,
): Record<CommitmentStatus, number> {
  const counts = COMMITMENT_STATUSES.map((status) => [status, count(status)]);
  // The keys are the list itself.
  return Object.fromEntries(counts) as Record<CommitmentStatus, number>;
}

/**
 * What share of the total each count is, in percent with one decimal, each rounded by itself: where
 * the parts then miss 100,0 nothing is adjusted. All 0 when the total is. Source: quirk Q-54.
 */
export function percentages<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  total: number,
): Record<Key, number> {
  const shares = Object.entries<number>(counts).map(([key, count]) => [
    key,
    total === 0 ? 0 : Math.round((1000 * count) / total) / 10,
  ]);
  // The keys are those of the counts.
  return Object.fromEntries(shares) as Record<Key, number>;
}

/** Whether the percentages as printed, with one decimal, add to 100,0. */
export function sumsToHundred(printed: Readonly<Record<string, number>>): boolean {
  const tenths = Object.values(printed).map((percent) => Math.round(percent * 10));
  return tenths.reduce((sum, part) => sum + part, 0) === 1000;
}

/** The items with a line in the period or in a later round. */
function reportedIds(
  lines: readonly ProgressLine[],
  period: ReportPeriod,
  rounds: readonly Pick<ReportingRound, 'period'>[],
): Set<number> {
  const answers = new Set(answersTo(period, rounds));
  return new Set(
    lines
      .filter((line) => line.status !== 'unknown' && answers.has(line.period))
      .map(({ commitmentId }) => commitmentId),
  );
}

/** The periods a report in which answers for this one: it and the rounds after it. Source: rule R04. */
export function answersTo(
  period: ReportPeriod,
  rounds: readonly Pick<ReportingRound, 'period'>[],
): ReportPeriod[] {
  const order = rounds.map((round) => round.period);
  const from = order.indexOf(period);
  return from < 0 ? [period] : order.slice(from);
}

/** The one of the highest version; null without any. */
export function newestLine(lines: readonly ProgressLine[]): ProgressLine | null {
  return lines.reduce<ProgressLine | null>(
    (latest, line) => (latest === null || line.version > latest.version ? line : latest),
    null,
  );
}
