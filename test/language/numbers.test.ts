import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNumber,
  formatPercent,
  parseNumber,
  romanNumeral,
} from '../../src/language/numbers.ts';

describe('a number in a report', () => {
  it('has a dot before every group of three figures, and loses none of them', () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(formatNumber(value)).toMatch(/^-?\d{1,3}(?:\.\d{3})*$/);
        expect(formatNumber(value).replaceAll('.', '')).toBe(String(value));
      }),
    );
  });

  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(parseNumber(formatNumber(value))).toBe(value);
      }),
    );
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [1000, '1.000'],
    [3_800_000, '3.800.000'],
    [5978.971, '5.978,971'],
    [-1234.5, '-1.234,5'],
    [0.000_000_4, '0'],
  ])('%d is printed «%s»', (value, printed) => {
    expect(formatNumber(value)).toBe(printed);
  });

  it('has as many decimals as asked', () => {
    expect([formatNumber(2, 2), formatNumber(1.005_9, 2)]).toEqual(['2,00', '1,01']);
  });

  it.each([
    ['5', 5],
    ['05', 5],
    ['3.800.000', 3_800_000],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['35,2%', 35.2],
    ['1.37%', 1.37],
    ['1.370%', 1.37],
    ['0.5', 0.5],
    [' +7 ', 7],
    ['-7', -7],
    ['− 7,5 %', -7.5],
  ])('«%s» means %d', (printed, value) => {
    expect(parseNumber(printed)).toBe(value);
  });

  it.each(['', 'không', '1.2.3', '1,2,3', '12 ha', '.5', '5,', '%'])('«%s» is none', (printed) => {
    expect(parseNumber(printed)).toBeNull();
  });
});

describe('a percentage in a report', () => {
  it.each([
    [25, '25,0'],
    [35.24, '35,2'],
    [99.96, '100,0'],
    [-0.04, '0,0'],
  ])('of %d is printed «%s», without the sign', (value, printed) => {
    expect(formatPercent(value)).toBe(printed);
  });
});

describe('the number of a heading', () => {
  it('is printed in roman numerals, and left out below one', () => {
    expect([1, 3, 4, 8, 9, 14, 26, 0].map(romanNumeral)).toEqual([
      'I',
      'III',
      'IV',
      'VIII',
      'IX',
      'XIV',
      'XXVI',
      '',
    ]);
  });
});
