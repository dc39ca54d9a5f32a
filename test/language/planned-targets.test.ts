import { describe, expect, it } from 'vitest';
import { plannedTargets } from '../../src/language/planned-targets.ts';

const told = (text: string, plan: string | null, unit: string | null = null) =>
  plannedTargets(text, { plan, unit }).map(
    ({ value, unit: counted, compare }) => `${compare} ${value} ${counted}`,
  );

describe('a plan beside an item', () => {
  it.each([
    ['Thu ngân sách trên địa bàn.', '85', 'Tỷ đồng', '≥ 85 tỷ đồng'],
    ['Nâng cấp đường tỉnh', '12', 'km', '≥ 12 km'],
    ['Kim ngạch xuất khẩu', '1.250', 'Triệu USD', '≥ 1250 triệu USD'],
    ['Tỷ lệ hộ nghèo', '1,2', '%', '≤ 1.2 %'],
    ['Tỷ lệ hộ nghèo', '≤ 2,5', '%', '≤ 2.5 %'],
    ['Tỷ lệ hộ nghèo', '< 2,5', '%', '< 2.5 %'],
    ['Thu nhập bình quân đầu người', '≥72', 'Triệu đồng', '≥ 72 triệu đồng'],
    ['Tỷ lệ thanh niên có việc làm', '>=90', '%', '≥ 90 %'],
    ['Tỷ lệ bao phủ bảo hiểm y tế', '96,5%', null, '≥ 96.5 %'],
  ])('measures «%s» by %s %s', (text, plan, unit, target) => {
    expect(told(text, plan, unit)).toEqual([target]);
  });

  it('speaks for itself in words', () => {
    expect(told('Đề tài cấp tỉnh, 3 lĩnh vực', 'Nghiệm thu ít nhất 08 đề tài')).toEqual([
      '≥ 8 đề tài',
    ]);
  });

  it('may name no figure, or be blank, and the item’s own figures are not the plan’s', () => {
    expect(told('Xây dựng 02 cầu', null)).toEqual([]);
    expect(told('Xây dựng 02 cầu', 'Quyết định phê duyệt')).toEqual([]);
    expect(told('Xây dựng 02 cầu', '.')).toEqual([]);
  });
});
