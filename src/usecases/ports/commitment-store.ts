import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Commitment, ProgressLine, Provenance } from '../../domain/commitment.ts';
import type { CommitmentSet, ReportingRule, SetSettings } from '../../domain/commitment-set.ts';

export interface NewCommitment {
  readonly setId: number;
  readonly agencyId: number;
  readonly parentId: number | null;
  readonly number: string;
  readonly text: string;
  readonly isOffChat: boolean;
  readonly milestoneOn: CalendarDate | null;
  readonly position: number;
  readonly source: Provenance;
}

/** An item of a new tree, with what a paper says of it. */
export interface NewTreeItem {
  readonly commitment: Omit<NewCommitment, 'parentId'>;
  /** The place in the list of its parent, which stands before it; null for a top item. */
  readonly parentAt: number | null;
  readonly line: Omit<ProgressLine, 'commitmentId'> | null;
}

export interface NewCommitmentSet {
  readonly year: number;
  readonly name: string;
  readonly authority: string | null;
  readonly rules: readonly ReportingRule[];
  readonly settings: SetSettings;
}

export interface CommitmentStore {
  /** Lets one import at a time through, until the transaction ends: a second one sees what it stored. */
  lockForImport(): Promise<void>;
  listSets(): Promise<readonly CommitmentSet[]>;
  addSet(set: NewCommitmentSet): Promise<CommitmentSet>;
  /** Items of the sets, of all agencies or of those named; by agency position, then position. */
  list(setIds: readonly number[], agencyIds?: readonly number[]): Promise<readonly Commitment[]>;
  /** In no order. */
  listByIds(ids: readonly number[]): Promise<readonly Commitment[]>;
  findById(id: number): Promise<Commitment | undefined>;
  /** Locks the item until the transaction ends. */
  lock(id: number): Promise<Commitment | undefined>;
  /** In the order given; parents must stand before their children. */
  add(commitment: NewCommitment): Promise<Commitment>;
  /** Whole trees at once: much quicker than one by one. */
  addTree(items: readonly NewTreeItem[]): Promise<void>;
  /** Wording, place and provenance of an item that a newer paper brings; id and history stay. */
  update(
    id: number,
    change: Pick<NewCommitment, 'text' | 'milestoneOn' | 'position' | 'source'>,
  ): Promise<void>;
}

export interface ProgressStore {
  /** Every version of the lines of the sets, of all agencies or of those named; oldest first. */
  list(setIds: readonly number[], agencyIds?: readonly number[]): Promise<readonly ProgressLine[]>;
  /** Every version of some items, oldest first. */
  listOf(commitmentIds: readonly number[]): Promise<readonly ProgressLine[]>;
  /** Every version of one item, oldest first. */
  historyOf(commitmentId: number): Promise<readonly ProgressLine[]>;
  /** Fails with VersionConflictError when the version is already taken. */
  add(line: ProgressLine): Promise<void>;
}
