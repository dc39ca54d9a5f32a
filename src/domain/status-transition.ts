import type { Actor } from './actor.ts';
import type { CommitmentStatus } from './commitment-status.ts';
import { err, ok, type Result } from './result.ts';

/** The superior's paper without which nothing is stopped. Source: rule R18. */
export interface StopDocument {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
}

export type StatusErrorCode =
  | 'statusUnknownNotAllowed'
  | 'stopNeedsDocument'
  | 'stopNeedsSecretary'
  | 'appraiserDecides'
  | 'notYourAgency'
  | 'notAllowed';

export interface StatusMove {
  readonly from: CommitmentStatus;
  readonly to: CommitmentStatus;
  readonly actor: Actor;
  /** The agency that answers for the item. */
  readonly agencyId: number;
  readonly isAppraised: boolean;
  readonly stopDocument: StopDocument | null;
}

/** What an officer may choose, in the order of the question. Source: script TX-01, decision 4. */
export const OFFICER_STATUSES = [
  'inProgress',
  'fulfilled',
  'notFulfilled',
  'awaitingAppraisal',
  'notStarted',
] as const satisfies readonly CommitmentStatus[];

/** Nothing more is expected: no milestone of it is overdue. */
export const SETTLED_STATUSES: readonly CommitmentStatus[] = [
  'fulfilled',
  'notFulfilled',
  'stopped',
];

export function isSettled(status: CommitmentStatus): boolean {
  return SETTLED_STATUSES.includes(status);
}

/** The new status, or why this person may not set it. Source: product notes 1.5, decision 4. */
export function moveStatus(move: StatusMove): Result<CommitmentStatus, { code: StatusErrorCode }> {
  const code = refusalOf(move);
  return code === null ? ok(move.to) : err({ code });
}

function refusalOf(move: StatusMove): StatusErrorCode | null {
  if (move.to === 'unknown') return 'statusUnknownNotAllowed';
  return refusalByRole(move) ?? refusalByStop(move) ?? refusalByAppraisal(move);
}

function refusalByRole(move: StatusMove): StatusErrorCode | null {
  const { actor, agencyId } = move;
  switch (actor.role) {
    case 'secretary':
    case 'appraiser':
      return null;
    case 'officer':
    case 'head':
      return actor.agencyId === agencyId ? null : 'notYourAgency';
    case 'admin':
      return isAboutStopping(move) ? null : 'notAllowed';
    case 'leader':
    case 'observer':
      return 'notAllowed';
  }
}

function isAboutStopping({ from, to }: StatusMove): boolean {
  return from === 'stopped' || to === 'stopped';
}

function refusalByStop(move: StatusMove): StatusErrorCode | null {
  if (!isAboutStopping(move)) return null;
  const { actor, stopDocument } = move;
  if (actor.role !== 'secretary' && actor.role !== 'admin') return 'stopNeedsSecretary';
  if (stopDocument === null) return 'stopNeedsDocument';
  const { number, date, issuer } = stopDocument;
  const isComplete = [number, date, issuer].every((part) => part.trim() !== '');
  return isComplete ? null : 'stopNeedsDocument';
}

function refusalByAppraisal({ to, actor, isAppraised }: StatusMove): StatusErrorCode | null {
  const isVerdict = to === 'fulfilled' || to === 'notFulfilled';
  if (actor.role === 'appraiser') return isAppraised && isVerdict ? null : 'notAllowed';
  return isAppraised && isVerdict ? 'appraiserDecides' : null;
}
