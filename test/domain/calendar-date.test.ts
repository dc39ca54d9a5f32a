import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dateOf,
  day,
  dayOfMonth,
  daysBetween,
  isCalendarDate,
  isoWeekOf,
  lastOfMonth,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../src/domain/calendar-date.ts';
import { anyDate } from './samples.ts';

describe('calendar date', () => {
  it('takes a day that exists and refuses everything else', () => {
    expect(day('2024-02-29')).toBe('2024-02-29');
    for (const text of ['2023-02-29', '2023-13-01', '2023-2-1', '05/3/2023', '2023-02-01T00:00']) {
      expect(isCalendarDate(text)).toBe(false);
      expect(() => day(text)).toThrow(RangeError);
    }
  });

  it('adds days over the ends of months and years', () => {
    expect(addDays(day('2023-02-28'), 1)).toBe('2023-03-01');
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2027-01-01'), -1)).toBe('2026-12-31');
  });

  it('knows the weekdays that papers print', () => {
    expect(weekdayOf(day('2023-03-05'))).toBe(0);
    expect(weekdayOf(day('2026-12-04'))).toBe(5);
    expect(weekdayOf(day('2027-09-04'))).toBe(6);
  });

  it('knows the last day of a month', () => {
    expect(lastOfMonth(2024, 2)).toBe('2024-02-29');
    expect(lastOfMonth(2026, 12)).toBe('2026-12-31');
  });

  it('numbers weeks as the digest does', () => {
    expect(isoWeekOf(day('2026-06-08'))).toBe(24);
    expect(isoWeekOf(day('2027-01-01'))).toBe(53);
    expect(isoWeekOf(day('2024-12-30'))).toBe(1);
    expect(mondayOf(day('2026-06-14'))).toBe('2026-06-08');
    expect(mondayOf(day('2026-06-08'))).toBe('2026-06-08');
  });

  it('goes forth and back by the same number of days', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const moved = addDays(date, days);

        expect(daysBetween(date, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(date);
        expect(moved > date).toBe(days > 0);
      }),
    );
  });

  it('is put together again from its year, month and day', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        expect(dateOf(yearOf(date), monthOf(date), dayOfMonth(date))).toBe(date);
      }),
    );
  });

  it('moves the weekday on by one each day, and the week with Monday', () => {
    fc.assert(
      fc.property(anyDate(), (date) => {
        const next = addDays(date, 1);

        expect(weekdayOf(next)).toBe((weekdayOf(date) + 1) % 7);
        expect(isoWeekOf(next) === isoWeekOf(date)).toBe(weekdayOf(next) !== 1);
      }),
    );
  });
});
