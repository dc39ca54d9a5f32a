import type { CalendarDate } from './calendar-date.ts';
import type { CommitmentStatus, StatusModifier } from './commitment-status.ts';
import type { ReportPeriod } from './report-period.ts';

/** Where an item was read. Lines count from 1. Source: feature F13. */
export interface Provenance {
  readonly file: string;
  readonly line: number;
}

export interface Commitment {
  readonly id: number;
  readonly setId: number;
  readonly agencyId: number;
  readonly parentId: number | null;
  /** As printed, «1.2»: compare by parts, never as a decimal. */
  readonly number: string;
  readonly text: string;
  readonly isOffChat: boolean;
  /** The last good day of a milestone that the text itself names, inclusive. Source: rule R22. */
  readonly milestoneOn: CalendarDate | null;
  readonly position: number;
  readonly source: Provenance;
}

/** One version of what was said of a commitment in a period; the newest version stands. */
export interface ProgressLine {
  readonly commitmentId: number;
  readonly period: ReportPeriod;
  /** Counts from 1 over all periods of the commitment. */
  readonly version: number;
  readonly status: CommitmentStatus;
  readonly modifier: StatusModifier | null;
  readonly result: string | null;
  readonly difficulty: string | null;
  /** Reported after the round's last day without lateness, by the rule then in force. */
  readonly isLate: boolean;
  /** Kept as it was in the period before («không thay đổi»). */
  readonly isUnchanged: boolean;
  /** The version that an undo brought back, 0 for «nothing yet»; null for any other line. */
  readonly restoresVersion: number | null;
  /** Null when imported from a paper. */
  readonly personId: number | null;
  readonly recordedAt: Date;
}

/** Commitments without children: what an officer owes. Source: decision 6. */
export function leavesOf(commitments: readonly Commitment[]): Commitment[] {
  const parents = new Set(commitments.map(({ parentId }) => parentId));
  return commitments.filter(({ id }) => !parents.has(id));
}

/**
 * Sorts item numbers by their parts, so that 1.2 comes before 1.10, and lettered points after
 * numbered ones in the order of the Vietnamese alphabet. Source: domain notes 7.5.
 */
export function compareNumbers(left: string, right: string): number {
  const rights = right.split('.');
  for (const [index, part] of left.split('.').entries()) {
    const other = rights[index];
    const difference = other === undefined ? 1 : compareParts(part, other);
    if (difference !== 0) return difference;
  }
  return left.split('.').length - rights.length;
}

function compareParts(left: string, right: string): number {
  const [isLeftLetter, isRightLetter] = [isLetter(left), isLetter(right)];
  if (isLeftLetter && isRightLetter) return left.localeCompare(right, 'vi');
  if (isLeftLetter || isRightLetter) return isLeftLetter ? 1 : -1;
  return Number(left) - Number(right);
}

function isLetter(part: string): boolean {
  return Number.isNaN(Number(part));
}
