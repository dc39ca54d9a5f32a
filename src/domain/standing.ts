import type { ProgressLine } from './commitment.ts';
import type { CommitmentStatus } from './commitment-status.ts';
import { parentStatus } from './parent-status.ts';
import { answersTo, effectiveLines, newestLine } from './progress.ts';
import { rememberedBy } from './remembered.ts';
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

/** An item of a tree, by its place in a list in which parents stand before their children. */
interface TreeItem {
  readonly parentAt: number | null;
  /** What is said of it; null for nothing. */
  readonly line: Omit<ProgressLine, 'commitmentId'> | null;
}

/** Where the items of new trees stand, in their order. A parent's status is its children's. */
export function standingsOfTree(
  items: readonly TreeItem[],
): (Standing & { readonly isLeaf: boolean })[] {
  const children = new Map<number, CommitmentStatus[]>();
  return items
    .toReversed()
    .map(({ parentAt, line }, fromEnd) => {
      const own = standingOf(line === null ? [] : [{ ...line, commitmentId: 0 }]);
      const statuses = children.get(items.length - 1 - fromEnd) ?? [];
      const isLeaf = statuses.length === 0;
      const status = isLeaf ? own.status : parentStatus(statuses);
      if (parentAt !== null) children.set(parentAt, [...(children.get(parentAt) ?? []), status]);
      return { status, reportedIn: own.reportedIn, isLeaf };
    })
    .toReversed();
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
  return missingIn(period, rounds)(tallies);
}

/** The same for the tallies of many agencies that share their rounds. */
export function missingIn(
  period: ReportPeriod,
  rounds: readonly Pick<ReportingRound, 'period'>[],
): (tallies: readonly Tally[]) => number {
  const answers = answersTo(period, rounds);
  const isMissing = rememberedBy((reportedIn: Tally['reportedIn']) =>
    answers.every((each) => !reportedIn.has(each)),
  );
  return (tallies) => countLeaves(tallies.filter(({ reportedIn }) => isMissing(reportedIn)));
}
