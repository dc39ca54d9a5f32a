import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/commitment-set.ts';
import { escalationOf, escalationRung, isToldTo } from '../../src/domain/escalation.ts';
import { deadlineOf } from '../../src/domain/reporting-round.ts';
import { OFFICIAL } from './samples.ts';

describe('escalation', () => {
  it.each([
    [1, 'officer'],
    [2, 'head'],
    [3, 'head'],
    [4, 'secretary'],
    [20, 'secretary'],
  ] as const)('after %i working days reaches the %s', (days, level) => {
    expect(escalationOf(days, DEFAULT_SETTINGS)).toBe(level);
  });

  it('tells the head as well when it has reached the secretary', () => {
    expect(isToldTo('head', 1, DEFAULT_SETTINGS)).toBe(false);
    expect(isToldTo('head', 2, DEFAULT_SETTINGS)).toBe(true);
    expect(isToldTo('secretary', 2, DEFAULT_SETTINGS)).toBe(false);
    expect(isToldTo('head', 4, DEFAULT_SETTINGS)).toBe(true);
    expect(isToldTo('secretary', 4, DEFAULT_SETTINGS)).toBe(true);
  });

  it.each([
    ['head', '2026-06-08', -2],
    ['secretary', '2026-06-10', -4],
  ] as const)('reaches the %s on a day of its own', (role, plannedOn, rung) => {
    const deadline = deadlineOf(day('2026-06-04'), OFFICIAL, DEFAULT_SETTINGS);

    expect(escalationRung(role, deadline, DEFAULT_SETTINGS, OFFICIAL)).toEqual({ rung, plannedOn });
  });

  it('reaches the head with the secretary where the office sets it later', () => {
    const deadline = deadlineOf(day('2026-06-04'), OFFICIAL, DEFAULT_SETTINGS);
    const settings = { headAfterDays: 9, secretaryAfterDays: 4 };

    expect(escalationRung('head', deadline, settings, OFFICIAL).rung).toBe(-4);
  });

  it('never takes back whom it has told, whatever the office sets', () => {
    const days = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(days, days, days, (late, headAfterDays, secretaryAfterDays) => {
        const settings = { headAfterDays, secretaryAfterDays };
        const isTold = (role: 'head' | 'secretary', after: number) =>
          Number(isToldTo(role, after, settings));

        expect(isTold('head', late)).toBeGreaterThanOrEqual(isTold('secretary', late));
        expect(isTold('head', late + 1)).toBeGreaterThanOrEqual(isTold('head', late));
        expect(isTold('secretary', late + 1)).toBeGreaterThanOrEqual(isTold('secretary', late));
      }),
    );
  });
});
