import type { Commitment } from '../../domain/commitment.ts';
import type { CountingUnit } from '../../domain/commitment-set.ts';
import type { CommitmentStatus } from '../../domain/commitment-status.ts';
import type { Tally } from '../../domain/standing.ts';

/** A leaf on which people have reported after an instant, as it stands now. */
export interface ChangedLeaf {
  readonly commitmentId: number;
  readonly agencyId: number;
  readonly parentId: number | null;
}

/** Where items stand now, counted without reading their words or their history. */
export interface StandingStore {
  /** Of every agency that owes anything in the sets, or of those named. */
  tallies(
    setIds: readonly number[],
    agencyIds?: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Tally[]>>;
  /** How many items of each status; every status is a key. */
  countByStatus(
    setIds: readonly number[],
    unit: CountingUnit,
  ): Promise<Record<CommitmentStatus, number>>;
  /** Unsettled leaves with a milestone, by agency position, then set, then position. */
  openMilestones(
    setIds: readonly number[],
    agencyIds?: readonly number[],
  ): Promise<readonly Commitment[]>;
  changedAfter(setIds: readonly number[], at: Date): Promise<readonly ChangedLeaf[]>;
  /** The children of some items, in no order. */
  childrenOf(parentIds: readonly number[]): Promise<readonly ChildStatus[]>;
}

export interface ChildStatus {
  readonly commitmentId: number;
  readonly parentId: number;
  /** The parent's own parent. */
  readonly grandparentId: number | null;
  readonly status: CommitmentStatus;
}
