import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/calendar-date.ts';
import {
  addWorkingDays,
  createWorkingCalendar,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  unconfirmedYears,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysBetween,
} from '../../src/domain/working-calendar.ts';
import { anyDate, calendarDay, OFFICIAL, OFFICIAL_DAYS, PLAIN } from './samples.ts';

describe('working calendar', () => {
  it.each(OFFICIAL_DAYS.map(({ date, kind }) => ({ date, kind })))(
    'takes $date as $kind',
    ({ date, kind }) => {
      expect(isWorkingDay(OFFICIAL, date)).toBe(kind === 'worked');
    },
  );

  it('rests on weekends and works on the other days', () => {
    const week = ['08', '09', '10', '11', '12', '13', '14'].map((date) => day(`2026-06-${date}`));

    expect(week.map((date) => isWorkingDay(OFFICIAL, date))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('finds the working days around Tết 2026', () => {
    const mungMot = day('2026-02-17');

    expect(previousWorkingDay(OFFICIAL, mungMot)).toBe('2026-02-13');
    expect(workingDayOnOrBefore(OFFICIAL, mungMot)).toBe('2026-02-13');
    expect(nextWorkingDay(OFFICIAL, mungMot)).toBe('2026-02-23');
    expect(workingDayOnOrAfter(OFFICIAL, mungMot)).toBe('2026-02-23');
    expect(workingDaysBetween(OFFICIAL, day('2026-02-13'), day('2026-02-23'))).toBe(1);
  });

  it('counts a worked Saturday, and stays on it', () => {
    const saturday = day('2026-08-22');

    expect(workingDayOnOrBefore(OFFICIAL, saturday)).toBe(saturday);
    expect(workingDayOnOrAfter(OFFICIAL, saturday)).toBe(saturday);
    expect(addWorkingDays(OFFICIAL, day('2026-08-21'), 1)).toBe(saturday);
  });

  it('counts seven working days from Monday 23/08/2027 to the last one before National Day', () => {
    expect(addWorkingDays(OFFICIAL, day('2027-09-01'), -7)).toBe('2027-08-23');
    expect(workingDaysBetween(OFFICIAL, day('2027-08-23'), day('2027-09-01'))).toBe(7);
  });

  it('counts nothing to the same or an earlier day', () => {
    expect(workingDaysBetween(PLAIN, day('2026-06-10'), day('2026-06-10'))).toBe(0);
    expect(workingDaysBetween(PLAIN, day('2026-06-10'), day('2026-06-01'))).toBe(0);
    expect(addWorkingDays(PLAIN, day('2026-06-13'), 0)).toBe('2026-06-13');
  });

  it('names the years that no notice confirms', () => {
    expect(unconfirmedYears(OFFICIAL, [2023, 2024, 2025, 2026, 2027, 2028])).toEqual([2027, 2028]);
    expect(unconfirmedYears(PLAIN, [])).toEqual([]);
  });

  it('says that a calendar without any working day is broken', () => {
    const always = Array.from({ length: 80 }, (_, days) =>
      calendarDay(addDays(day('2026-01-01'), days)),
    );

    expect(() => nextWorkingDay(createWorkingCalendar(always), day('2026-01-01'))).toThrow(
      RangeError,
    );
  });

  it('adds and counts working days as each other’s inverse', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: 1, max: 60 }), (date, count) => {
        const later = addWorkingDays(OFFICIAL, date, count);
        const start = workingDayOnOrAfter(OFFICIAL, date);

        expect(workingDaysBetween(OFFICIAL, date, later)).toBe(count);
        expect(addWorkingDays(OFFICIAL, addWorkingDays(OFFICIAL, start, -count), count)).toBe(
          start,
        );
      }),
    );
  });

  it('only ever lands on working days', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: 1, max: 30 }), (date, count) => {
        for (const landed of [
          addWorkingDays(OFFICIAL, date, count),
          addWorkingDays(OFFICIAL, date, -count),
          workingDayOnOrBefore(OFFICIAL, date),
          workingDayOnOrAfter(OFFICIAL, date),
        ]) {
          expect(isWorkingDay(OFFICIAL, landed)).toBe(true);
        }
      }),
    );
  });
});
