import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addendOf, figuresIn, isMoney, isSameUnit } from '../../src/language/figures.ts';
import { readFigures } from '../../src/language/quantities.ts';

const values = (text: string) => figuresIn(text).map(({ value }) => value);

describe('the figures of a text', () => {
  it.each([
    ['giải ngân 1.250,5 tỷ đồng, đạt 1.37%', [1250.5, 1.37]],
    ['thêm ít nhất 05 mô hình và 1.250 hộ', [5, 1250]],
    ['4071 hồ sơ (3,3 %)', [4071, 3.3]],
    ['5.845,8/5.978,971 tỷ đồng', [5845.8, 5978.971]],
    ['tổng số 792 văn bản', [792]],
    ['tổng số là 63', [63]],
    ['dân số 18.000 người', [18000]],
    ['12.5 tỷ', [12.5]],
  ])('in «%s» are %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it.each([
    'ngày 05/11/2031 và 5-11-2031',
    'ngày 05 tháng 11 năm 2031',
    'NGÀY 5/11',
    'Đến 12/3, đã',
    'tháng 9/2031, Quý III/2031, quý 4 năm 2031',
    'năm 2031, năm học 2030 - 2031, Năm 2031',
    'giai đoạn 2026 - 2030',
    'Kế hoạch số 208/KH-KKT, Nghị định 87/2020/NĐ-CP, 178-KH/HU',
    'gói thầu số 6, Điều 5, khoản 2, hạng 30, khóa 12, giai đoạn 1, mức độ 3',
    'lô E8A, đường Đ01, 100m2'.slice(0, 15),
    'danh sách 1,2,3',
  ])('leave out what counts nothing: «%s»', (text) => {
    expect(values(text)).toEqual([]);
  });

  it('know their unit and its scale', () => {
    const [money, bare, count, rate] = figuresIn('1,5 nghìn tỷ đồng; 6 tỷ/7 hồ sơ mới, đạt 8%');
    expect(money && addendOf(money)).toEqual({ value: 1.5e12, step: 1e11 });
    expect(money && isMoney(money.unit)).toBe(true);
    expect(bare && isMoney(bare.unit)).toBe(true);
    expect(count?.unit).toEqual({ scale: 1, words: ['hồ', 'sơ'] });
    expect(rate).toMatchObject({ isPercent: true, decimals: 0, unit: { words: [] } });
  });

  it('are counted in the same unit by what is counted, not by what qualifies it', () => {
    const unitOf = (text: string) => figuresIn(text)[0]?.unit ?? { scale: 1, words: [] };
    expect(isSameUnit(unitOf('15 trường tiểu học'), unitOf('40 trường'))).toBe(true);
    expect(isSameUnit(unitOf('15 doanh nghiệp'), unitOf('40 doanh thu'))).toBe(false);
    expect(isSameUnit(unitOf('15 hộ'), unitOf('40 hồ sơ'))).toBe(false);
    expect(isSameUnit(unitOf('15'), unitOf('40'))).toBe(false);
  });

  it('are the same in every form of Unicode', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Đạt',
            'tỷ lệ',
            '12',
            '/',
            '15',
            'xã',
            ',',
            '80%',
            '(',
            ')',
            '3,5',
            'đồng',
            '\n',
            '.',
          ),
        ),
        (words) => {
          const text = words.join(' ');
          expect(readFigures(text.normalize('NFD'))).toEqual(readFigures(text));
        },
      ),
    );
  });
});
