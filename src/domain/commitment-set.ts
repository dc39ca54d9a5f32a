import type { AgencyLevel } from './agency.ts';
import type { ReportPeriod } from './report-period.ts';

/** Whether the printed day is itself outside («trước ngày») or the last good one («chậm nhất»). */
export const DEADLINE_BOUNDARIES = ['before', 'by'] as const;

export type DeadlineBoundary = (typeof DEADLINE_BOUNDARIES)[number];

/** The rule of one reporting round: which day of which month, and whose it is. */
export interface ReportingRule {
  readonly period: ReportPeriod;
  readonly boundary: DeadlineBoundary;
  readonly month: number;
  readonly day: number;
  /** The rule of one agency or level alone; null for all. */
  readonly agencyId: number | null;
  readonly level: AgencyLevel | null;
  /** As the letter prints it, null for the default rules. */
  readonly asPrinted: string | null;
}

export const COUNTING_UNITS = ['top', 'leaf'] as const;

export type CountingUnit = (typeof COUNTING_UNITS)[number];

/** Settings of a set; all of them are data that an office may change. Source: decisions 5, 6 and 15. */
export interface SetSettings {
  readonly countingUnit: CountingUnit;
  /** Working days before `remindBy` on which a reminder goes out, 0 for the day itself. */
  readonly leadDays: readonly number[];
  /** Overdue reminders on this many working days in a row, then every `overdueEveryDays` working days. */
  readonly overdueDailyCount: number;
  readonly overdueEveryDays: number;
  /** Working days overdue from which the agency's head, then the secretary, is told. */
  readonly headAfterDays: number;
  readonly secretaryAfterDays: number;
  /** Where a last good day on a rest day moves the day from which a report is late. */
  readonly restDayRule: 'nextWorkingDay' | 'none';
}

export interface CommitmentSet {
  readonly id: number;
  readonly year: number;
  readonly name: string;
  /** The office to which the promises are made, as short as it is printed («UBND Tỉnh»). */
  readonly authority: string | null;
  readonly rules: readonly ReportingRule[];
  readonly settings: SetSettings;
}

/** Source: decision 5 and the reminder ladder of the product notes, 1.4. */
export const DEFAULT_SETTINGS: SetSettings = {
  countingUnit: 'top',
  leadDays: [7, 3, 1, 0],
  overdueDailyCount: 3,
  overdueEveryDays: 5,
  headAfterDays: 2,
  secretaryAfterDays: 4,
  restDayRule: 'nextWorkingDay',
};

/** The quarterly rule and the two annual passes. Source: deadlines D01-D06. */
export const DEFAULT_RULES: readonly ReportingRule[] = [
  { period: 'Q1', month: 3, day: 5 },
  { period: 'Q2', month: 6, day: 5 },
  { period: 'Q3', month: 9, day: 5 },
  { period: 'annualPreliminary', month: 10, day: 20 },
  { period: 'annualUpdate', month: 11, day: 20 },
  { period: 'Q4', month: 12, day: 5 },
].map(({ period, month, day }) => ({
  period: period as ReportPeriod,
  month,
  day,
  boundary: 'before' as const,
  agencyId: null,
  level: null,
  asPrinted: null,
}));
