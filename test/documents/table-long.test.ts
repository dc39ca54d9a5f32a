import { expect, it } from 'vitest';
import { paper, table } from './paper-builder.ts';
import { numbersOf, warningsOf } from './reading.ts';

const HEADER = ['STT', 'Nội dung cam kết', 'HT', 'ĐTH', 'Kết quả'];

it('numbers of four digits go on from those before, and a year in their column is none', () => {
  const rows = Array.from({ length: 1_002 }, (_, index) => [
    ...[`${index + 1}`, `Giải quyết hồ sơ lĩnh vực ${index}`, 'x', '', ''],
  ]);
  const document = paper(table([HEADER, ...rows, ['2029', 'Năm báo cáo', '', '', '']]));

  expect(numbersOf(document).slice(998, 1_002)).toEqual(['999', '1000', '1001', '1002']);
  expect(numbersOf(document)).not.toContain('2029');
});

it('rows without a number become parts of the one above, each with a number of its own', () => {
  const rows = Array.from({ length: 60 }, () => ['', 'Xây cầu qua kênh', 'x', '', '']);
  const document = paper(
    table([HEADER, ['1', 'Hạ tầng', 'x', '', ''], ...rows, ['2', 'Trường học', 'x', '', '']]),
  );

  const numbers = numbersOf(document);
  expect(numbers).toHaveLength(62);
  expect(new Set(numbers).size).toBe(62);
  expect([numbers[1], numbers[60], numbers[61]]).toEqual(['1.1', '1.60', '2']);
  expect(warningsOf(document)).toContain('rowWithoutNumber');
});
