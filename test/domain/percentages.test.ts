import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentages, sumsToHundred } from '../../src/domain/progress.ts';

describe('percentages', () => {
  it('are those that the report of 2022 printed, and add to 100,0', () => {
    const counts = { inProgress: 103, fulfilled: 81, notFulfilled: 20, awaiting: 84, stopped: 5 };

    const shares = percentages(counts, 293);

    expect(shares).toEqual({
      inProgress: 35.2,
      fulfilled: 27.6,
      notFulfilled: 6.8,
      awaiting: 28.7,
      stopped: 1.7,
    });
    expect(sumsToHundred(shares)).toBe(true);
  });

  it('stand as they are where they do not add to 100,0', () => {
    const shares = percentages({ fulfilled: 1, inProgress: 1, stopped: 1 }, 3);

    expect(shares).toEqual({ fulfilled: 33.3, inProgress: 33.3, stopped: 33.3 });
    expect(sumsToHundred(shares)).toBe(false);
  });

  it('are all nothing of nothing', () => {
    expect(percentages({ fulfilled: 0 }, 0)).toEqual({ fulfilled: 0 });
  });

  it('are each within half a tenth of the true share', () => {
    const counts = fc.array(fc.nat(500), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(counts, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(total > 0);

        const shares = percentages(Object.fromEntries(parts.entries()), total);

        for (const [index, part] of parts.entries()) {
          expect(Math.abs((shares[index] ?? 0) - (100 * part) / total)).toBeLessThan(0.0501);
        }
      }),
    );
  });
});
