import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/calendar-date.ts';
import {
  clockOf,
  instantOf,
  isoInZone,
  localTimeOf,
  minutesOf,
} from '../../src/domain/local-time.ts';

const HANOI = 'Asia/Ho_Chi_Minh';

describe('local time', () => {
  it('shows the office day while the world is still on the day before', () => {
    expect(localTimeOf(new Date('2026-03-03T17:30:00Z'), HANOI)).toEqual({
      date: '2026-03-04',
      minutes: 30,
    });
  });

  it('knows the instant at which the office clock shows eight', () => {
    expect(instantOf(day('2026-03-04'), '08:00', HANOI)).toEqual(new Date('2026-03-04T01:00:00Z'));
  });

  it('writes an instant with the offset of the zone', () => {
    const at = new Date('2026-01-05T01:00:07Z');

    expect(isoInZone(at, HANOI)).toBe('2026-01-05T08:00:07+07:00');
    expect(isoInZone(at, 'America/New_York')).toBe('2026-01-04T20:00:07-05:00');
    expect(isoInZone(at, 'UTC')).toBe('2026-01-05T01:00:07+00:00');
  });

  it.each(['00', '29', '30', '54', '59'])(
    'keeps the offset of the zone at second %s of a minute',
    (second) => {
      const at = new Date(`2026-01-05T01:00:${second}.999Z`);

      expect(isoInZone(at, HANOI)).toBe(`2026-01-05T08:00:${second}+07:00`);
      expect(isoInZone(at, 'America/New_York')).toBe(`2026-01-04T20:00:${second}-05:00`);
    },
  );

  it('reads and writes minutes since midnight', () => {
    expect(minutesOf('07:30')).toBe(450);
    expect(clockOf(450)).toBe('07:30');
    expect(clockOf(0)).toBe('00:00');
  });

  it.each([HANOI, 'Asia/Tokyo', 'America/New_York'])(
    'finds back what the clock of %s showed',
    (zone) => {
      // December and January: no zone of the three changes its clocks then.
      const winter = fc
        .integer({ min: 0, max: 61 })
        .map((days) => addDays(day('2026-12-01'), days));
      fc.assert(
        fc.property(winter, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
          const instant = instantOf(date, clockOf(minutes), zone);

          expect(localTimeOf(instant, zone)).toEqual({ date, minutes });
        }),
      );
    },
  );
});
