import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import { can } from '../domain/permission.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { versionBefore } from '../domain/undo.ts';
import { loadOffice } from './load-office.ts';
import type { Stores } from './ports/unit-of-work.ts';
import type { Acting } from './record-progress.ts';
import { roundAskedOf } from './show-status.ts';

export interface Undone {
  readonly commitment: Commitment;
  readonly line: ProgressLine;
  /** What stands again; null for «nothing yet». */
  readonly restored: ProgressLine | null;
}

export type UndoFailure =
  | { readonly code: 'nothingToUndo' | 'notAllowed' | 'notFound' }
  | {
      readonly code: 'changedMeanwhile';
      readonly commitment: Commitment;
      readonly line: ProgressLine;
    };

/** Takes back the update that `version` belongs to. */
export async function undoProgress(
  stores: Stores,
  { commitmentId, version }: { readonly commitmentId: number; readonly version: number },
  acting: Acting,
): Promise<Result<Undone, UndoFailure>> {
  const commitment = await stores.commitments.lock(commitmentId);
  if (commitment === undefined) return err({ code: 'notFound' });
  if (!can(acting.actor, 'undo', commitment.agencyId)) return err({ code: 'notAllowed' });
  const history = await stores.progress.historyOf(commitmentId);
  const newest = history.at(-1);
  if (newest === undefined) return err({ code: 'nothingToUndo' });
  const isOwn = newest.personId === acting.actor.personId;
  if (!isOwn && newest.version > version) {
    return err({ code: 'changedMeanwhile', commitment, line: newest });
  }
  if (newest.personId === null || newest.restoresVersion !== null) {
    return err({ code: 'nothingToUndo' });
  }
  return ok(await restore(stores, commitment, versionBefore(history), acting));
}

interface OlderVersion {
  readonly commitmentId: number;
  readonly version: number;
  /** The newest version that the person knew of when choosing. */
  readonly seen: number;
  /** Whether the person knows that a colleague's word is replaced. */
  readonly isConfirmed: boolean;
}

/** Brings back an older version; a colleague's later word is not replaced unasked. Source: TX-06. */
export async function restoreVersion(
  stores: Stores,
  { commitmentId, version, seen, isConfirmed }: OlderVersion,
  acting: Acting,
): Promise<Result<Undone, UndoFailure>> {
  const commitment = await stores.commitments.lock(commitmentId);
  if (commitment === undefined) return err({ code: 'notFound' });
  if (!can(acting.actor, 'undo', commitment.agencyId)) return err({ code: 'notAllowed' });
  const newest = (await stores.progress.historyOf(commitmentId)).at(-1);
  if (newest === undefined) return err({ code: 'nothingToUndo' });
  const isOthers = newest.personId !== null && newest.personId !== acting.actor.personId;
  if (newest.version > seen || (isOthers && !isConfirmed)) {
    return err({ code: 'changedMeanwhile', commitment, line: newest });
  }
  return ok(await restore(stores, commitment, version, acting));
}

async function restore(
  stores: Stores,
  commitment: Commitment,
  version: number,
  acting: Acting,
): Promise<Undone> {
  const history = await stores.progress.historyOf(commitment.id);
  const restored = history.find((line) => line.version === version) ?? null;
  const newest = history.at(-1) ?? null;
  const agencyIds = [commitment.agencyId];
  const office = await loadOffice(stores, { ...acting, agencyIds });
  const period =
    restored?.period ?? newest?.period ?? roundAskedOf(office, commitment.agencyId)?.period;
  if (period === undefined) throw new Error('An item that was reported has a round.');
  const line: ProgressLine = {
    commitmentId: commitment.id,
    period,
    version: (newest?.version ?? 0) + 1,
    status: restored?.status ?? 'unknown',
    modifier: restored?.modifier ?? null,
    result: restored?.result ?? null,
    difficulty: restored?.difficulty ?? null,
    isLate: restored?.isLate ?? false,
    isUnchanged: restored?.isUnchanged ?? false,
    restoresVersion: version,
    personId: acting.actor.personId,
    recordedAt: acting.at,
  };
  await stores.progress.add(line);
  await stores.audit.record({
    actor: acting.actor,
    action: 'progress.undo',
    subject: `commitment:${commitment.id}`,
    before: newest,
    after: line,
    via: acting.via,
    at: acting.at,
  });
  return { commitment, line, restored };
}
