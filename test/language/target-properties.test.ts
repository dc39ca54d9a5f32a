import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../src/language/numbers.ts';
import { readTargets } from '../../src/language/targets.ts';
import { brief } from './target-brief.ts';

const year = fc.integer({ min: 1990, max: 2060 });
const day = fc.integer({ min: 1, max: 28 });
const month = fc.integer({ min: 1, max: 12 });
const padded = (value: number) => String(value).padStart(2, '0');

const dates = fc.oneof(
  year.map((each) => `năm ${each}`),
  fc.tuple(year, year).map(([from, to]) => `giai đoạn ${from} - ${to}`),
  fc.tuple(year, year).map(([from, to]) => `thời kỳ ${from}-${to}, tầm nhìn đến năm ${to}`),
  fc.tuple(day, month, year).map(([d, m, y]) => `ngày ${padded(d)}/${m}/${y}`),
  fc.tuple(day, month, year).map(([d, m, y]) => `ngày ${d} tháng ${padded(m)} năm ${y}`),
  fc.tuple(month, year).map(([m, y]) => `tháng ${m}/${y}`),
  fc.tuple(fc.integer({ min: 1, max: 4 }), year).map(([q, y]) => `quý ${q}/${y}`),
);

const number = fc.integer({ min: 1, max: 3000 });
const documents = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Quyết định', 'Kế hoạch', 'Công văn', 'Tờ trình'),
      number,
      fc.constantFrom('QĐ-UBND', 'KH-SYT', 'UBND-HC', 'TTr-SNV'),
    )
    .map(([kind, of, code]) => `${kind} số ${of}/${code}`),
  fc.tuple(number, year).map(([of, y]) => `Nghị định số ${of}/${y}/NĐ-CP`),
  number.map((of) => `Nghị quyết ${of}-NQ/TW`),
  number.map((of) => `gói thầu số ${of}`),
  number.map((of) => `tiêu chí số ${of}`),
  number.map((of) => `lô E${of}A`),
  number.map((of) => `Quốc lộ ${of}`),
);

describe('the reader of targets', () => {
  it('never takes a date or a year for a target', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(brief(`Triển khai chương trình cải cách ${date} của tỉnh`)).toEqual([]);
      }),
    );
  });

  it('never takes the number of a document, a road or a lot for a target', () => {
    fc.assert(
      fc.property(documents, dates, (document, date) => {
        expect(brief(`Căn cứ ${document}, ${date}`)).toEqual([]);
      }),
    );
  });

  it('reads the same target whatever dates and documents stand around it', () => {
    fc.assert(
      fc.property(documents, dates, (document, date) => {
        expect(brief(`Theo ${document} (${date}), xây dựng ít nhất 12 mô hình`)).toEqual([
          'count ≥ 12 mô hình',
        ]);
      }),
    );
  });

  it('finds each value inside the printed words, in order', () => {
    const figure = fc.integer({ min: 1, max: 99_999 }).map((value) => value / 100);
    const unit = fc.constantFrom('%', ' tỷ đồng', ' sản phẩm', ' điểm', ' ha', ' bác sĩ/vạn dân');
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, unit), { minLength: 1, maxLength: 4 }), (promises) => {
        const text = promises
          .map(([value, of]) => `đạt ít nhất ${formatNumber(value)}${of}`)
          .join(', ');
        const targets = readTargets(text);

        expect(targets.map(({ value }) => value)).toEqual(promises.map(([value]) => value));
        for (const { asPrinted, value, start, end } of targets) {
          expect(text.slice(start, end)).toBe(asPrinted);
          expect(parseNumber(/\d[\d.,]*/.exec(asPrinted)?.[0] ?? '')).toBe(value);
        }
      }),
    );
  });

  const SENTENCES = [
    'Vận động thành lập mới ít nhất 15 hợp tác xã, trong đó có 03 hợp tác xã số',
    'Tỷ lệ hộ nghèo đa chiều còn 2,1%; giảm ít nhất 0,5% so với năm trước',
    'Duy trì chỉ số trong nhóm 20 cả nước, đạt từ 80 điểm trở lên',
    'Không để xảy ra cháy rừng; hoàn thành đúng hạn 100% nhiệm vụ được giao',
    'Khoá tập huấn: tổ chức 12 buổi, hoà giải thành 85% vụ việc, uỷ thác 5 tỷ đồng',
    'Theo Quyết định số 12/QĐ-UBND ngày 05/3/2026, nâng tỷ lệ từ 60% lên 65%',
    'Đạt và vượt chỉ tiêu thu do Tỉnh giao',
  ];

  it.each(SENTENCES)('reads «%s» the same in every form of its letters', (text) => {
    const values = brief(text);

    expect(values.length).toBeGreaterThan(0);
    expect(brief(text.normalize('NFD'))).toEqual(values);
    expect(readTargets(text.normalize('NFD'))).toEqual(readTargets(text));
    expect(shape(text.replaceAll(' ', '\u00a0'))).toEqual(shape(text));
    expect(shape(text.toUpperCase())).toEqual(shape(text));
    expect(shape(otherTones(text))).toEqual(shape(text));
  });

  it.each(SENTENCES)('reads «%s» also typed without accents', (text) => {
    const typed = text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/gu, 'd')
      .replace(/Đ/gu, 'D');

    expect(shape(typed)).toEqual(shape(text));
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { start, end } of readTargets(text, 2026)) expect(start).toBeLessThan(end);
      }),
    );
  });

  it('ends on long lines of one word', () => {
    for (const word of ['ít nhất ', '1 ', '“', '(', 'từ 1 ', 'không có ', '1/', 'chỉ tiêu ', 'İ']) {
      expect(() => readTargets(word.repeat(2000), 2026)).not.toThrow();
    }
  });
});

/** What does not hang on accents or case. */
function shape(text: string) {
  return readTargets(text).map(({ kind, compare, value, high, scale, direction, isPart }) => ({
    kind,
    compare,
    value,
    high,
    scale,
    direction,
    isPart,
  }));
}

function otherTones(text: string): string {
  return text.replaceAll('oà', 'òa').replaceAll('oá', 'óa').replaceAll('uỷ', 'ủy');
}
