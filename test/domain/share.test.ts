import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgePercent,
  judgeShare,
  percentOf,
  roundTo,
  truncatedWhole,
} from '../../src/domain/share.ts';

const exact = (value: number, decimals: number) => ({ value, decimals, approximation: null });

const Figures = fc
  .record({
    whole: fc.integer({ min: 1, max: 100_000 }),
    share: fc.double({ min: 0, max: 1.5, noNaN: true }),
  })
  .map(({ whole, share }) => ({ whole, part: Math.round(whole * share) }));
const Decimals = fc.integer({ min: 1, max: 3 });

describe('a percentage of a share', () => {
  it.each([
    [97, 100, exact(97, 0), 'right'],
    [253.2, 579, exact(44, 0), 'coarse'],
    [253.2, 579, exact(43.7, 1), 'right'],
    [15, 23, exact(65.21, 2), 'truncated'],
    [15, 23, exact(65.22, 2), 'right'],
    [74.5, 393.5, exact(18.94, 2), 'wrong'],
    [2, 3, exact(66, 0), 'wrong'],
    [106_613, 148_200, exact(71.34, 2), 'wrong'],
    [1, 8, exact(12.5, 1), 'right'],
    [1, 16, exact(6.3, 1), 'right'],
    [1, 16, exact(6.2, 1), 'right'],
  ] as const)('%d of %d printed as %o is %s', (part, whole, printed, verdict) => {
    expect(judgeShare(part, whole, printed)).toBe(verdict);
  });

  it.each([
    [66.7, 'above', 66, 'right'],
    [65, 'above', 66, 'wrong'],
    [66.7, 'below', 67, 'right'],
    [68, 'below', 67, 'wrong'],
    [50, 'below', 67, 'wrong'],
    [66.7, 'about', 66, 'right'],
    [60, 'about', 66, 'wrong'],
  ] as const)('%d said as «%s %d» is %s', (actual, approximation, value, verdict) => {
    expect(judgePercent(actual, { value, decimals: 0, approximation })).toBe(verdict);
  });

  it('is never blamed when it is rounded as the rule says', () => {
    fc.assert(
      fc.property(Figures, Decimals, ({ part, whole }, decimals) => {
        const printed = exact(roundTo(percentOf(part, whole), decimals), decimals);
        expect(judgeShare(part, whole, printed)).toBe('right');
      }),
    );
  });

  it('is always told when it is off by more than rounding', () => {
    fc.assert(
      fc.property(
        Figures,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 500 }),
        fc.boolean(),
        ({ part, whole }, decimals, steps, isMore) => {
          const step = 10 ** -decimals;
          const value =
            roundTo(percentOf(part, whole), decimals) + (isMore ? steps : -steps) * step;
          const off = Math.abs(percentOf(part, whole) - value) - 0.5 * step;
          fc.pre(off > 1e-6);
          expect(judgeShare(part, whole, exact(value, decimals))).not.toBe('right');
        },
      ),
    );
  });

  it('is called cut off only where the next digit was dropped', () => {
    fc.assert(
      fc.property(Figures, Decimals, ({ part, whole }, decimals) => {
        const scale = 10 ** decimals;
        const cut = Math.floor(percentOf(part, whole) * scale + 1e-7) / scale;
        expect(['right', 'truncated']).toContain(judgeShare(part, whole, exact(cut, decimals)));
      }),
    );
  });
});

describe('a plan that is not told', () => {
  it('is found where the percentage of it was cut off', () => {
    expect(truncatedWhole(127, exact(84.66, 2))).toBe(150);
  });

  it('is not asked for where some whole number gives the percentage, or none does', () => {
    expect(truncatedWhole(127, exact(84.67, 2))).toBeNull();
    expect(truncatedWhole(1, exact(500, 2))).toBeNull();
    expect(truncatedWhole(12, exact(37.1, 2))).toBeNull();
  });
});

describe('rounding', () => {
  it('goes up from the half, as on paper', () => {
    expect([roundTo(0.125, 2), roundTo(1.005, 2), roundTo(2.5, 0), roundTo(0, 2)]).toEqual([
      0.13, 1.01, 3, 0,
    ]);
  });
});
