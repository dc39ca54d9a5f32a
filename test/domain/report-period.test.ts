import { expect, it } from 'vitest';
import { isReportPeriod, REPORT_PERIODS } from '../../src/domain/report-period.ts';

it('knows the periods of the outside contract and no other name', () => {
  expect(REPORT_PERIODS.every(isReportPeriod)).toBe(true);
  expect(['Q5', 'q1', 'Quý I', ''].some(isReportPeriod)).toBe(false);
});
