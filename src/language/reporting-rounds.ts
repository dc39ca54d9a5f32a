import type { ReportingRule } from '../domain/commitment-set.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import type { PrintedReportingRule } from './reporting-rules.ts';

const QUARTER_ENDS: readonly (readonly [ReportPeriod, number])[] = [
  ['Q1', 3],
  ['Q2', 6],
  ['Q3', 9],
  ['Q4', 12],
];

/**
 * The rounds of a set that follow from printed rules, in their order; empty where none does. Every
 * month is no round, and the year's second half is reported with the year.
 */
export function rulesOfRounds(printed: readonly PrintedReportingRule[]): ReportingRule[] {
  const rules = printed.flatMap((rule) =>
    roundsNamedBy(rule).map(([period, month]) => {
      const { boundary, day, asPrinted } = rule;
      return { period, month, day, boundary, asPrinted, agencyId: null, level: null };
    }),
  );
  return rules.filter(
    ({ period }, index) => rules.findIndex((other) => other.period === period) === index,
  );
}

function roundsNamedBy({
  kind,
  month,
}: PrintedReportingRule): readonly (readonly [ReportPeriod, number])[] {
  if (kind === 'quarterly' && month === 'lastOfQuarter') return QUARTER_ENDS;
  if (typeof month !== 'number') return [];
  switch (kind) {
    case 'monthly':
      return [];
    case 'quarterly':
      return [[quarterReportedIn(month), month]];
    case 'semiannual':
      return month < 9 ? [['H1', month]] : [];
    case 'nineMonth':
      return [['M9', month]];
    case 'annual':
    case 'annualPreliminary':
    case 'annualUpdate':
      return [[kind, month]];
  }
}

/** A report in April is on the first quarter, one in March too; one in January on the last. */
function quarterReportedIn(month: number): ReportPeriod {
  if (month === 1 || month > 10) return 'Q4';
  if (month < 5) return 'Q1';
  return month < 8 ? 'Q2' : 'Q3';
}
