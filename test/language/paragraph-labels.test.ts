import { describe, expect, it } from 'vitest';
import { beginsWithLabel } from '../../src/language/paragraph-labels.ts';

describe('a label at the beginning of a printed line', () => {
  it.each([
    '- Cấp 12 giấy phép;',
    '3. Rà soát quy hoạch',
    '2.1) Đo đạc',
    'đ) Nạo vét kênh',
    'IV. Tổ chức',
    'Điều 5 Hiệu lực',
  ])('is seen: %s', (line) => {
    expect(beginsWithLabel(line)).toBe(true);
  });

  it.each(['12 giấy phép đã cấp', '-12 độ C', 'Mục tiêu chung', 'quy hoạch.', ''])(
    'is not seen where there is none: %s',
    (line) => {
      expect(beginsWithLabel(line)).toBe(false);
    },
  );
});
