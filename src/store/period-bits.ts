import { REPORT_PERIODS, type ReportPeriod } from '../domain/report-period.ts';

/** What each period is in `standing.reported_in`. Stored: a bit never changes its meaning. */
const BIT: Readonly<Record<ReportPeriod, number>> = {
  Q1: 1,
  Q2: 2,
  Q3: 4,
  Q4: 8,
  H1: 16,
  M9: 32,
  annual: 64,
  annualPreliminary: 128,
  annualUpdate: 256,
};

export function bitsOf(periods: ReadonlySet<ReportPeriod>): number {
  return [...periods].reduce((bits, period) => bits | BIT[period], 0);
}

const known = new Map<number, ReadonlySet<ReportPeriod>>();

/** The same set for the same bits: there are few of them, and a country has many agencies. */
export function periodsOf(bits: number): ReadonlySet<ReportPeriod> {
  const periods =
    known.get(bits) ?? new Set(REPORT_PERIODS.filter((period) => (bits & BIT[period]) !== 0));
  known.set(bits, periods);
  return periods;
}
