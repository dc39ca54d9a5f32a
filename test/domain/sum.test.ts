import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeHundred, judgeSum, sumOf } from '../../src/domain/sum.ts';

const count = (value: number) => ({ value, step: 1 });
const money = (value: number, step = 0.001) => ({ value, step });

describe('the sum of parts', () => {
  it('of counts must make the total exactly', () => {
    expect(judgeSum([count(5), count(1), count(5)], count(11))).toBe('equal');
    expect(judgeSum([count(5), count(1), count(6)], count(11))).toBe('over');
    expect(judgeSum([count(5), count(1), count(4)], count(11))).toBe('short');
  });

  it('of rounded measures may miss it by half of the last digits', () => {
    expect(judgeSum([money(1.234), money(2.345)], money(3.58, 0.01))).toBe('equal');
    expect(judgeSum([money(1.234), money(2.345)], money(3.6, 0.01))).toBe('short');
  });

  it('has no noise of binary fractions', () => {
    expect(sumOf([money(0.1), money(0.2)])).toBe(0.3);
  });

  it('of any counts is equal to itself and to nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1 }),
        fc.integer({ min: 1, max: 50 }),
        (counts, off) => {
          const total = counts.reduce((sum, each) => sum + each, 0);
          expect(judgeSum(counts.map(count), count(total))).toBe('equal');
          expect(judgeSum(counts.map(count), count(total + off))).toBe('short');
          expect(judgeSum(counts.map(count), count(total - off))).toBe('over');
        },
      ),
    );
  });
});

describe('the percentages of one whole', () => {
  const tenths = (...values: number[]) => values.map((value) => ({ value, step: 0.1 }));

  it('make 100, give or take what rounding does to each', () => {
    expect(judgeHundred(tenths(35.2, 27.6, 6.8, 28.7, 1.7))).toBe('equal');
    expect(judgeHundred(tenths(33.3, 33.3, 33.3))).toBe('equal');
    expect(judgeHundred(tenths(33.3, 33.3, 34.3))).toBe('over');
    expect(judgeHundred(tenths(33.3, 33.3, 32.3))).toBe('short');
  });

  it('rounded from any counts are never blamed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 2, maxLength: 9 }),
        (counts) => {
          const total = counts.reduce((sum, each) => sum + each, 0);
          const percents = counts.map((each) => Math.round((each / total) * 1000) / 10);
          expect(judgeHundred(tenths(...percents))).toBe('equal');
        },
      ),
    );
  });
});
