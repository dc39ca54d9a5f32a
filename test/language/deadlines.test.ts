import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../src/language/deadlines.ts';

describe('a printed deadline', () => {
  it.each([
    ['30/9/2027', '2027-09-30', 'by'],
    ['15/10', '2026-10-15', 'by'],
    ['ngày 15 tháng 10 năm 2027', '2027-10-15', 'by'],
    ['trước 15/10', '2026-10-14', 'before'],
    ['Quý III/2027', '2027-09-30', 'periodEnd'],
    ['Tháng 11', '2026-11-30', 'periodEnd'],
    ['2028', '2028-12-31', 'periodEnd'],
    ['trong năm 2027', '2027-12-31', 'periodEnd'],
    ['Cả năm', '2026-12-31', 'periodEnd'],
  ])('«%s» is %s', (printed, dueOn, boundary) => {
    expect(deadlineIn(printed, 2026)).toEqual({ dueOn, boundary, asPrinted: printed });
  });

  it.each(['Thường xuyên', '31/9', '31/9/2027', 'quý I-II', ''])('«%s» names no day', (printed) => {
    expect(deadlineIn(printed, 2026)).toBeNull();
  });
});
