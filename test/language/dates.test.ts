import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, day } from '../../src/domain/calendar-date.ts';
import { existingDate, formatDate, parseDates } from '../../src/language/dates.ts';

const FIRST = day('2000-01-01');

const dates: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: 0, max: 36_524 })
  .map((days) => addDays(FIRST, days));

describe('a date in a paper', () => {
  it('is printed with two figures for the day and for the month', () => {
    expect(formatDate(day('2026-06-04'))).toBe('04/06/2026');
  });

  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseDates(`Kế hoạch ngày ${formatDate(date)}.`)).toEqual([date]);
      }),
    );
  });

  it.each([
    ['Kế hoạch số 69/KH-UBND ngày 24/02/2023', ['2023-02-24']],
    ['ngày 05 tháng 3 năm 2026', ['2026-03-05']],
    ['NGÀY 05 THÁNG 3 NĂM 2026'.normalize('NFD'), ['2026-03-05']],
    ['từ 09/3/2023 đến 10.8.2023', ['2023-03-09', '2023-08-10']],
    ['giai đoạn 2021 - 2030', []],
    ['chậm nhất 31/9/2026', []],
    ['trong tháng 11/2023', []],
    ['', []],
  ])('is found in «%s»: %j', (text, found) => {
    expect(parseDates(text)).toEqual(found);
  });

  it.each([
    [2024, 2, 29, '2024-02-29'],
    [2026, 2, 29, null],
    [2026, 9, 31, null],
    [2026, 13, 1, null],
    [2026, 0, 1, null],
    [2026, 1, 0, null],
  ])('of the year %i, month %i, day %i is %s', (year, month, dayOfMonth, date) => {
    expect(existingDate(year, month, dayOfMonth)).toBe(date);
  });
});
