/** The periods that a round of reporting can be for. Source: the outside contract. */
export const REPORT_PERIODS = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'H1',
  'M9',
  'annual',
  'annualPreliminary',
  'annualUpdate',
] as const;

export type ReportPeriod = (typeof REPORT_PERIODS)[number];

export function isReportPeriod(text: string): text is ReportPeriod {
  return REPORT_PERIODS.some((period) => period === text);
}
