import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/calendar-date.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { rungOn, rungsOf } from '../../src/domain/reminder-ladder.ts';
import { deadlineOf } from '../../src/domain/reporting-round.ts';
import { isWorkingDay } from '../../src/domain/working-calendar.ts';
import { anyDate, OFFICIAL } from './samples.ts';

const THIRD_QUARTER = deadlineOf(day('2027-09-04'), OFFICIAL, DEFAULT_SETTINGS);

function rungToday(today: string) {
  return rungOn(THIRD_QUARTER, DEFAULT_SETTINGS, OFFICIAL, day(today));
}

describe('the reminder ladder', () => {
  it('counts working days down before the holiday and up after it', () => {
    const rungs = rungsOf(THIRD_QUARTER, DEFAULT_SETTINGS, OFFICIAL, day('2027-09-24'));

    expect(rungs.map(({ rung, plannedOn }) => `${rung} ${plannedOn}`)).toEqual([
      '7 2027-08-23',
      '3 2027-08-27',
      '1 2027-08-31',
      '0 2027-09-01',
      '-1 2027-09-07',
      '-2 2027-09-08',
      '-3 2027-09-09',
      '-8 2027-09-16',
      '-13 2027-09-23',
    ]);
  });

  it('says nothing before its first rung, nor on rest days', () => {
    expect(rungToday('2027-08-20')).toBeNull();
    expect(rungToday('2027-08-28')).toBeNull();
  });

  it('says nothing between the last reminder and lateness', () => {
    const between = ['2027-09-02', '2027-09-03', '2027-09-04', '2027-09-05', '2027-09-06'];

    expect(between.map(rungToday)).toEqual([null, null, null, null, null]);
  });

  it('stands on the last rung passed, so that a stopped service owes one message', () => {
    expect(rungToday('2027-08-30')).toEqual({ rung: 3, plannedOn: '2027-08-27' });
    expect(rungToday('2027-09-15')).toEqual({ rung: -3, plannedOn: '2027-09-09' });
    expect(rungToday('2027-09-16')).toEqual({ rung: -8, plannedOn: '2027-09-16' });
  });

  it('reminds on a worked Saturday', () => {
    const deadline = deadlineOf(day('2026-08-24'), OFFICIAL, DEFAULT_SETTINGS);

    expect(rungOn(deadline, DEFAULT_SETTINGS, OFFICIAL, day('2026-08-22'))).toEqual({
      rung: 1,
      plannedOn: '2026-08-22',
    });
  });

  it('takes the days in any order and each once', () => {
    const settings = { ...DEFAULT_SETTINGS, leadDays: [0, 3, 3, 7] };

    const rungs = rungsOf(THIRD_QUARTER, settings, OFFICIAL, THIRD_QUARTER.remindBy);

    expect(rungs.map(({ rung }) => rung)).toEqual([7, 3, 0]);
  });

  it('comes to an end even where the office sets no days between', () => {
    const settings = { ...DEFAULT_SETTINGS, overdueEveryDays: 0 };

    const rungs = rungsOf(THIRD_QUARTER, settings, OFFICIAL, day('2027-09-13'));

    expect(rungs.map(({ rung }) => rung)).toEqual([7, 3, 1, 0, -1, -2, -3, -4, -5]);
  });

  it('never stands on a day off and always goes forward', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: 0, max: 90 }), (dueOn, days) => {
        const deadline = deadlineOf(dueOn, OFFICIAL, DEFAULT_SETTINGS);
        const until = addDays(dueOn, days);

        const rungs = rungsOf(deadline, DEFAULT_SETTINGS, OFFICIAL, until);

        const dates = rungs.map(({ plannedOn }) => plannedOn);
        expect(dates.every((date) => isWorkingDay(OFFICIAL, date) && date <= until)).toBe(true);
        expect(dates).toEqual([...new Set(dates)].sort());
        expect(rungs).toEqual(rungs.toSorted((left, right) => right.rung - left.rung));
      }),
    );
  });

  it('stands on an overdue rung exactly when the report is late', () => {
    fc.assert(
      fc.property(anyDate(), fc.integer({ min: -20, max: 60 }), (dueOn, days) => {
        const deadline = deadlineOf(dueOn, OFFICIAL, DEFAULT_SETTINGS);
        const today = addDays(dueOn, days);
        const rung = rungOn(deadline, DEFAULT_SETTINGS, OFFICIAL, today);

        const isQuiet = today > deadline.remindBy && today <= deadline.lateAfter;
        expect(rung === null || (isWorkingDay(OFFICIAL, today) && !isQuiet)).toBe(true);
        expect(rung === null || rung.rung < 0 === today > deadline.lateAfter).toBe(true);
        expect(rung === null || rung.plannedOn <= today).toBe(true);
      }),
    );
  });
});
