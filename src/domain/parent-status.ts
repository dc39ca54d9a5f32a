import type { CommitmentStatus } from './commitment-status.ts';

/**
 * What a parent is, from its children; `unknown` without any. Stopped children do not speak unless
 * all are stopped. Source: decision 7.
 */
export function parentStatus(children: readonly CommitmentStatus[]): CommitmentStatus {
  if (children.length === 0) return 'unknown';
  const speaking = children.filter((status) => status !== 'stopped');
  if (speaking.length === 0) return 'stopped';
  if (speaking.includes('notFulfilled')) return 'notFulfilled';
  if (speaking.includes('unknown')) return 'unknown';
  const isAll = (...allowed: CommitmentStatus[]) =>
    speaking.every((status) => allowed.includes(status));
  if (isAll('fulfilled')) return 'fulfilled';
  if (isAll('notStarted')) return 'notStarted';
  return isAll('fulfilled', 'awaitingAppraisal') ? 'awaitingAppraisal' : 'inProgress';
}
