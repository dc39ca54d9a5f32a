import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isReached } from '../../src/domain/target.ts';
import { readTargets } from '../../src/language/targets.ts';

const DONG = { unit: 'tỷ đồng', scale: 1e9, baseUnit: 'đồng' };
const MILLION_DONG = { unit: 'triệu đồng', scale: 1e6, baseUnit: 'đồng' };
const DOLLAR = { unit: 'triệu USD', scale: 1e6, baseUnit: 'usd' };
const PERCENT = { unit: '%', scale: 1, baseUnit: '%' };
const PLACE = { unit: 'hạng', scale: 1, baseUnit: 'hạng' };

describe('whether a report meets a target', () => {
  it.each([
    ['ít nhất 80%', { value: 80, ...PERCENT }, true],
    ['ít nhất 80%', { value: 79.9, ...PERCENT }, false],
    ['trên 96%', { value: 96, ...PERCENT }, false],
    ['trên 96%', { value: 96.1, ...PERCENT }, true],
    ['dưới 3%', { value: 3, ...PERCENT }, false],
    ['dưới 3%', { value: 2.9, ...PERCENT }, true],
    ['tỷ lệ hộ nghèo còn 2,1%', { value: 2, ...PERCENT }, true],
    ['tỷ lệ hộ nghèo còn 2,1%', { value: 2.2, ...PERCENT }, false],
    ['bằng 5%', { value: 5, ...PERCENT }, true],
    ['bằng 5%', { value: 6, ...PERCENT }, false],
    ['từ 10% đến 15%', { value: 15, ...PERCENT }, true],
    ['từ 10% đến 15%', { value: 16, ...PERCENT }, false],
    ['từ 80% - dưới 90%', { value: 90, ...PERCENT }, false],
    ['từ hạng 30 trở lên', { value: 28, ...PLACE }, true],
    ['từ hạng 30 trở lên', { value: 31, ...PLACE }, false],
    ['đạt 1,5 tỷ đồng', { value: 1500, ...MILLION_DONG }, true],
    ['đạt 5.978,971 tỷ đồng', { value: 5_978_971, ...MILLION_DONG }, true],
    ['đạt 5.978,971 tỷ đồng', { value: 5_978_970, ...MILLION_DONG }, false],
    ['đạt 1,5 tỷ đồng', { value: 1500, ...DOLLAR }, null],
    ['hoàn thành chỉ tiêu thu do Tỉnh giao', { value: 10, ...DONG }, null],
  ])('«%s», reported %j: %s', (text, reported, expected) => {
    const [target] = readTargets(text);
    expect(target && isReached(target, reported)).toBe(expected);
  });

  it('depends on the amount, not on the unit that it is told in', () => {
    const [target] = readTargets('thu ngân sách đạt 3.350 tỷ đồng');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (value) => {
        const told = target && isReached(target, { value, ...DONG });
        expect(told).toBe(target && isReached(target, { value: value * 1000, ...MILLION_DONG }));
        expect(told).toBe(value >= 3350);
      }),
    );
  });
});
