import type { Stores } from './ports/unit-of-work.ts';
import {
  type Acting,
  type Change,
  type Recorded,
  type RecordFailure,
  recordProgress,
} from './record-progress.ts';

export interface Refused {
  readonly commitmentId: number;
  readonly failure: RecordFailure;
}

export interface RecordedMany {
  /** Each with the office as it stood once it was written. */
  readonly recorded: readonly Recorded[];
  readonly refused: readonly Refused[];
}

/**
 * Writes several changes, each by itself: one that is refused keeps no other back. They are taken
 * by the items' ids, so that two people who write the same items never wait for each other.
 */
export async function recordMany(
  stores: Stores,
  changes: readonly Change[],
  acting: Acting,
): Promise<RecordedMany> {
  const recorded: Recorded[] = [];
  const refused: Refused[] = [];
  for (const change of changes.toSorted((left, right) => left.commitmentId - right.commitmentId)) {
    const written = await recordProgress(stores, change, acting);
    if (written.ok) recorded.push(written.value);
    else refused.push({ commitmentId: change.commitmentId, failure: written.error });
  }
  return { recorded, refused };
}
