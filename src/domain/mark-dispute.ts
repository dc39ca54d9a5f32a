import type { CommitmentStatus } from './commitment-status.ts';

/** What a result may not begin with where an item is marked so. «Chưa hoàn thành» fits a failed one. */
const DISPUTED: Readonly<Record<CommitmentStatus, readonly CommitmentStatus[]>> = {
  unknown: [],
  notStarted: ['fulfilled', 'notFulfilled', 'stopped'],
  inProgress: ['fulfilled', 'notFulfilled', 'stopped'],
  fulfilled: ['notStarted', 'inProgress', 'notFulfilled', 'awaitingAppraisal', 'stopped'],
  notFulfilled: ['fulfilled', 'stopped'],
  awaitingAppraisal: ['notFulfilled', 'stopped'],
  stopped: ['fulfilled', 'notFulfilled'],
};

/** Whether the mark and the words of a result cannot both be right. */
export function isMarkDisputed(marked: CommitmentStatus, said: CommitmentStatus): boolean {
  return DISPUTED[marked].includes(said);
}
