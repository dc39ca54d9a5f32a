import { type Commitment, leavesOf, type ProgressLine } from '../domain/commitment.ts';
import { effectiveLines, standingLine } from '../domain/progress.ts';
import { type Frame, loadFrame, type Moment } from './load-frame.ts';
import type { Person } from './ports/people-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** Everything that decides what is due to some agencies at an instant, word for word. */
export interface Office extends Frame {
  readonly commitments: readonly Commitment[];
  /** Oldest first; what people said after `at` is left out, what papers brought is not. */
  readonly lines: readonly ProgressLine[];
  readonly leavesByAgency: ReadonlyMap<number, readonly Commitment[]>;
  readonly people: readonly Person[];
  /** The newest version of an item's lines, also of what is said to be later than `at`; 0 for none. */
  versionOf(commitmentId: number): number;
}

interface Scope extends Moment {
  /** Whose items, lines and people are read; all agencies' where none are named. */
  readonly agencyIds?: readonly number[];
}

/** The office as it stood at an instant. Empty lists before anything was imported. */
export async function loadOffice(stores: Stores, { agencyIds, ...moment }: Scope): Promise<Office> {
  const frame = await loadFrame(stores, moment);
  const setIds = frame.sets.map(({ id }) => id);
  const [commitments, lines, people] = await readOffice(stores, setIds, agencyIds);
  return {
    ...frame,
    commitments,
    lines: effectiveLines(lines.filter((line) => wasSaidBy(line, frame.at))),
    leavesByAgency: Map.groupBy(leavesOf(commitments), ({ agencyId }) => agencyId),
    people,
    versionOf: (commitmentId) => standingLine(lines, commitmentId)?.version ?? 0,
  };
}

/** What belongs to some agencies in some sets, all of it at once. */
export function readOffice(
  { commitments, progress, people }: Stores,
  setIds: readonly number[],
  agencyIds: readonly number[] | undefined,
) {
  return Promise.all([
    commitments.list(setIds, agencyIds),
    progress.list(setIds, agencyIds),
    people.list(agencyIds),
  ]);
}

/** What papers brought always counts: the day of an import says nothing of when it was so. */
export function wasSaidBy({ personId, recordedAt }: ProgressLine, at: Date): boolean {
  return personId === null || recordedAt <= at;
}
