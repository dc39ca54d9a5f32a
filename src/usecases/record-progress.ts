import type { Actor } from '../domain/actor.ts';
import type { Commitment, ProgressLine } from '../domain/commitment.ts';
import type { CommitmentStatus } from '../domain/commitment-status.ts';
import { can } from '../domain/permission.ts';
import { lineIn, standingLine } from '../domain/progress.ts';
import { isLate, type ReportingRound } from '../domain/reporting-round.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { moveStatus, type StatusErrorCode } from '../domain/status-transition.ts';
import { loadOffice, type Office } from './load-office.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { roundAskedOf } from './show-status.ts';

export interface Change {
  readonly commitmentId: number;
  /** The version that the person saw; null takes whatever stands. */
  readonly seenVersion: number | null;
  /** Null keeps the status that stands. */
  readonly status: CommitmentStatus | null;
  /** Undefined keeps what stands. */
  readonly result?: string | null;
  readonly difficulty?: string | null;
  readonly isUnchanged?: boolean;
  /** Why a colleague's change is replaced; kept in the audit chain. */
  readonly reason?: string;
}

export interface Acting {
  readonly actor: Actor;
  readonly at: Date;
  readonly timezone: string;
  /** The channel that it came through. */
  readonly via: string;
}

export interface Recorded {
  readonly commitment: Commitment;
  readonly line: ProgressLine;
  readonly before: ProgressLine | null;
  readonly round: ReportingRound;
  /** The office with the new line. */
  readonly office: Office;
}

type RefusalCode = StatusErrorCode | 'notFound' | 'offChat' | 'hasParts' | 'noRound';

export type RecordFailure =
  | { readonly code: RefusalCode }
  /** Somebody saved in between. */
  | {
      readonly code: 'changedMeanwhile';
      readonly commitment: Commitment;
      readonly line: ProgressLine;
    };

/**
 * Writes a new version of what is said of an item in the round that is asked for, with its audit
 * row. The item is locked first, so that the last writer never wins silently. Source: script TX-07.
 */
export async function recordProgress(
  stores: Stores,
  change: Change,
  acting: Acting,
): Promise<Result<Recorded, RecordFailure>> {
  const commitment = await stores.commitments.lock(change.commitmentId);
  if (commitment === undefined) return err({ code: 'notFound' });
  const agencyIds = [commitment.agencyId];
  const [office, history] = await Promise.all([
    loadOffice(stores, { ...acting, agencyIds }),
    stores.progress.historyOf(commitment.id),
  ]);
  const refusal = refusalOf(office, commitment, acting.actor);
  if (refusal !== null) return err({ code: refusal });
  const newest = history.at(-1);
  const before = standingLine(office.lines, commitment.id);
  const round = roundOfChange(office, commitment, change, before);
  if (round === null) return err({ code: 'noRound' });

  if (newest !== undefined && isOverwriting(change, history, { actor: acting.actor, round })) {
    return err({ code: 'changedMeanwhile', commitment, line: newest });
  }
  const moved = moveStatus({
    from: before?.status ?? 'unknown',
    to: change.status ?? before?.status ?? 'unknown',
    actor: acting.actor,
    agencyId: commitment.agencyId,
    isAppraised: false,
    stopDocument: null,
  });
  if (!moved.ok) return err(moved.error);

  const line: ProgressLine = {
    ...wordsOf(change, before, round),
    commitmentId: commitment.id,
    period: round.period,
    version: (newest?.version ?? 0) + 1,
    status: moved.value,
    modifier: null,
    isLate: isLate(round, office.now.date) && !wasInTime(office, commitment, round),
    restoresVersion: null,
    personId: acting.actor.personId,
    recordedAt: acting.at,
  };
  await save(stores, { line, before, reason: change.reason }, acting);
  const lines = [...office.lines, line];
  return ok({ commitment, line, before, round, office: { ...office, lines } });
}

/**
 * Words without a status add to what was just said, whichever round is asked for by now: the last
 * status of a late report completes its round before its result is written.
 */
function roundOfChange(
  office: Office,
  { agencyId }: Commitment,
  { status, isUnchanged = false }: Change,
  standing: ProgressLine | null,
): ReportingRound | null {
  const asked = roundAskedOf(office, agencyId);
  if (status !== null || isUnchanged || standing === null) return asked;
  if (standing.personId === null || standing.restoresVersion !== null) return asked;
  const rounds = office.roundsByAgency.get(agencyId) ?? [];
  return rounds.find(({ period }) => period === standing.period) ?? asked;
}

/** A correction after the deadline leaves a report that came in time in time. */
function wasInTime({ lines }: Office, { id }: Commitment, { period }: ReportingRound): boolean {
  const reported = lineIn(lines, id, period);
  return reported !== null && reported.status !== 'unknown' && !reported.isLate;
}

/** A colleague's word of this round is replaced with a reason only, even by one who has read it. */
function isOverwriting(
  { seenVersion, reason }: Change,
  history: readonly ProgressLine[],
  { actor, round }: { readonly actor: Actor; readonly round: ReportingRound },
): boolean {
  const newest = history.at(-1);
  if (newest === undefined || newest.status === 'unknown') return false;
  if (newest.version > (seenVersion ?? newest.version)) return true;
  // What an undo brought back is the word of who had said it.
  const said = history.find(({ version }) => version === newest.restoresVersion) ?? newest;
  const isOthers = said.personId !== null && said.personId !== actor.personId;
  return isOthers && newest.period === round.period && reason === undefined;
}

/** Words of a past period do not slip into a new one by themselves. */
function wordsOf(
  { result, difficulty, isUnchanged = false }: Change,
  before: ProgressLine | null,
  round: ReportingRound,
): Pick<ProgressLine, 'result' | 'difficulty' | 'isUnchanged'> {
  const kept = isUnchanged || before?.period === round.period ? before : null;
  return {
    result: result === undefined ? (kept?.result ?? null) : result,
    difficulty: difficulty === undefined ? (kept?.difficulty ?? null) : difficulty,
    isUnchanged,
  };
}

async function save(
  stores: Stores,
  written: {
    readonly line: ProgressLine;
    readonly before: ProgressLine | null;
    readonly reason: string | undefined;
  },
  { actor, via, at }: Acting,
): Promise<void> {
  const { line, before, reason } = written;
  await stores.progress.add(line);
  await stores.audit.record({
    actor,
    action: 'progress.record',
    subject: `commitment:${line.commitmentId}`,
    before,
    after: reason === undefined ? line : { ...line, reason },
    via,
    at,
  });
}

function refusalOf(
  office: Office,
  { id, agencyId, isOffChat }: Commitment,
  actor: Actor,
): RefusalCode | null {
  if (!can(actor, 'record', agencyId)) return 'notAllowed';
  const agency = office.agencies.find((each) => each.id === agencyId);
  if (isOffChat || agency?.isOffChat === true) return 'offChat';
  return office.commitments.some(({ parentId }) => parentId === id) ? 'hasParts' : null;
}
