import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { minutesOf } from '../../src/domain/local-time.ts';
import { DEFAULT_HOURS, isWithinHours } from '../../src/domain/working-hours.ts';
import { OFFICIAL } from './samples.ts';

describe('working hours', () => {
  it.each([
    ['2026-03-04', '07:29', false],
    ['2026-03-04', '07:30', true],
    ['2026-03-04', '16:59', true],
    ['2026-03-04', '17:00', false],
    ['2026-03-07', '09:00', false],
    ['2026-02-17', '09:00', false],
    ['2026-08-22', '09:00', true],
  ])('on %s at %s: %s', (date, time, is) => {
    const local = { date: day(date), minutes: minutesOf(time) };

    expect(isWithinHours(local, DEFAULT_HOURS, OFFICIAL)).toBe(is);
  });

  it('hold both the digest and the reminders', () => {
    for (const time of [DEFAULT_HOURS.digestAt, DEFAULT_HOURS.remindAt]) {
      const local = { date: day('2026-03-04'), minutes: minutesOf(time) };

      expect(isWithinHours(local, DEFAULT_HOURS, OFFICIAL)).toBe(true);
    }
  });
});
