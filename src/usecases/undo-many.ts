import type { Commitment } from '../domain/commitment.ts';
import { lastUpdatesOf } from '../domain/undo.ts';
import { loadOffice } from './load-office.ts';
import type { Stores } from './ports/unit-of-work.ts';
import type { Acting } from './record-progress.ts';
import { type Undone, undoProgress } from './undo-progress.ts';

/** A version of an item that somebody wrote. */
export interface Written {
  readonly item: number;
  readonly version: number;
}

export interface UndoneMany {
  readonly undone: readonly Undone[];
  /** Updated since by somebody: left as they are. */
  readonly leftOut: readonly Commitment[];
}

/** What the person wrote last, all of one message; empty when there is nothing. Source: TX-06. */
export async function lastWritten(stores: Stores, acting: Acting): Promise<Written[]> {
  const agencyIds = [acting.actor.agencyId];
  const { lines } = await loadOffice(stores, { ...acting, agencyIds });
  return lastUpdatesOf(lines, acting.actor.personId).map(({ commitmentId, version }) => ({
    item: commitmentId,
    version,
  }));
}

/**
 * Takes back what was written of several items, each by itself, by the items' ids. One that is
 * taken back already, or may not be, is in neither list.
 */
export async function undoMany(
  stores: Stores,
  written: readonly Written[],
  acting: Acting,
): Promise<UndoneMany> {
  const undone: Undone[] = [];
  const leftOut: Commitment[] = [];
  for (const { item, version } of written.toSorted((left, right) => left.item - right.item)) {
    const commitment = await stores.commitments.lock(item);
    const newest = (await stores.progress.historyOf(item)).at(-1);
    if (commitment === undefined || newest === undefined) continue;
    if (newest.version > version && newest.restoresVersion === null) {
      leftOut.push(commitment);
      continue;
    }
    const taken = await undoProgress(stores, { commitmentId: item, version }, acting);
    if (taken.ok) undone.push(taken.value);
  }
  return { undone, leftOut };
}
