import { type CalendarDate, lastOfMonth } from './calendar-date.ts';

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

/** The month with which a period ends; a whole year's ends with the year. */
const LAST_MONTH: Readonly<Record<ReportPeriod, number>> = {
  Q1: 3,
  H1: 6,
  Q2: 6,
  M9: 9,
  Q3: 9,
  Q4: 12,
  annual: 12,
  annualPreliminary: 12,
  annualUpdate: 12,
};

/** The last day that a period covers, which is after its deadline where reports run ahead of it. */
export function endOfPeriod(period: ReportPeriod, year: number): CalendarDate {
  return lastOfMonth(year, LAST_MONTH[period]);
}

export function isReportPeriod(text: string): text is ReportPeriod {
  return REPORT_PERIODS.some((period) => period === text);
}
