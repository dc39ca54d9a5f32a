import type { CommitmentStatus } from '../domain/commitment-status.ts';
import type { TextKey, Texts } from './texts.ts';

const KEYS: Readonly<Record<CommitmentStatus, TextKey>> = {
  unknown: 'commitment.statusUnknown',
  notStarted: 'commitment.statusNotStarted',
  inProgress: 'commitment.statusInProgress',
  fulfilled: 'commitment.statusFulfilled',
  notFulfilled: 'commitment.statusNotFulfilled',
  awaitingAppraisal: 'commitment.statusAwaitingAppraisal',
  stopped: 'commitment.statusStopped',
};

/** The words for a status. */
export function statusWords(status: CommitmentStatus, texts: Texts): string {
  return texts(KEYS[status]);
}

/** The same where an item may have none: «unknown» is never printed as a status. */
export function statusOrNone(status: CommitmentStatus, texts: Texts): string {
  return status === 'unknown' ? texts('progress.notUpdated') : statusWords(status, texts);
}
