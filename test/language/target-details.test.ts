import { describe, expect, it } from 'vitest';
import type { Target } from '../../src/domain/target.ts';
import { readTargets } from '../../src/language/targets.ts';

describe('a target keeps, beside its value,', () => {
  it.each([
    [
      'Phát triển 25 sản phẩm OCOP được công nhận đạt 4 sao trở lên',
      'OCOP được công nhận đạt 4 sao trở lên',
    ],
    ['Ít nhất 90% chỉ số thành phần tăng điểm', 'chỉ số thành phần tăng điểm'],
    ['Mở 03 lớp (cho cán bộ xã); cấp 40 chứng chỉ', '(cho cán bộ xã)'],
    ['Trồng 300 ha', null],
    ['Tăng 5% so với năm trước', null],
    ['Hỗ trợ 12 hộ nghèo và 30 hộ cận nghèo', 'nghèo'],
    ['Tổ chức 12 lớp tập huấn nếu có kinh phí', 'tập huấn'],
  ])('the qualifier printed in «%s»: %s', (text, qualifier) => {
    expect(first(text).qualifier).toBe(qualifier);
  });

  it.each([
    ['Giải ngân 100% vốn (nếu được giao vốn)', 'nếu được giao vốn'],
    ['Khi được phân công, tham mưu 03 kế hoạch', 'Khi được phân công'],
    [
      'Mở 02 lớp sau khi Bộ Nội vụ phê duyệt đề án; trồng 10 ha rừng',
      'sau khi Bộ Nội vụ phê duyệt đề án',
    ],
    ['Trồng 10 ha rừng; mở 02 lớp khi có kinh phí', null],
  ])('the condition printed in «%s»: %s', (text, condition) => {
    expect(first(text).condition).toBe(condition);
  });

  it.each([
    ['Tăng 12% so với thực hiện năm 2025', 'lastYear', null, 'so với thực hiện năm 2025'],
    ['So với cùng kỳ, giảm ít nhất 5%', 'lastYear', null, 'So với cùng kỳ'],
    ['Thu đạt 105% so dự toán', 'plan', null, 'so dự toán'],
    ['Đạt 110% so với bình quân cả nước', 'peer', null, 'so với bình quân cả nước'],
    ['Tổng vốn đạt 30% so với GRDP', 'whole', null, 'so với GRDP'],
    ['Nâng tỷ lệ từ 60,5% lên 65%', 'start', 60.5, 'từ 60,5% lên'],
    ['Chỉ số cao hơn năm trước', 'lastYear', null, 'cao hơn năm trước'],
    ['Điểm cao hơn mức bình quân của khối', 'peer', null, 'cao hơn mức bình quân của khối'],
  ])('what «%s» compares with', (text, kind, value, asPrinted) => {
    expect(first(text).baseline).toEqual({ kind, value, asPrinted });
  });

  it.each([
    ['Tỷ lệ hộ nghèo còn 2%', 'lowerBetter', false],
    ['Chi phí không quá 2 tỷ đồng', 'lowerBetter', true],
    ['Giảm 5% số vụ', 'lowerBetter', false],
    ['Từ hạng 30 trở lên', 'lowerBetter', true],
    ['Không để xảy ra cháy', 'lowerBetter', true],
    ['Tỷ lệ tử vong 1%', 'lowerBetter', false],
    ['Số vụ vi phạm thấp hơn năm ngoái', 'lowerBetter', true],
    ['Tỷ lệ giải quyết tố giác tội phạm 95%', 'higherBetter', false],
    ['Đạt 95%', 'higherBetter', false],
    ['Đạt từ 70% đến 75%', 'higherBetter', true],
  ])(
    'in «%s» which way is better (%s), and whether the comparison is printed',
    (text, direction, isCompareStated) => {
      expect(first(text)).toMatchObject({ direction, isCompareStated });
    },
  );

  it.each([
    ['Giảm 0,8% tỷ lệ hộ nghèo', ['percentOrPoints']],
    ['Giảm 5% số vụ cháy', []],
    ['Giảm tỷ suất sinh thô 0,1‰', ['percentOrPoints']],
    ['Giảm 0,8 điểm % tỷ lệ hộ nghèo', []],
    ['Hoàn thành chỉ tiêu thu do Tỉnh giao', ['valueMissing']],
    ['Tỷ lệ lấp đầy 1.37%', ['decimalPoint']],
    ['Đào tạo khoảng 250 cán bộ', ['approximate']],
    ['Tăng tỷ lệ che phủ gần 1.5%', ['percentOrPoints', 'decimalPoint', 'approximate']],
  ])('in «%s» what must be asked: %j', (text, doubts) => {
    expect(first(text).doubts).toEqual(doubts);
  });

  it.each([
    ['Thu 7.150 tỷ đồng', 1e9, 'đồng'],
    ['Vốn 2,5 triệu USD', 1e6, 'usd'],
    ['Vốn 3 triệu đô la Mỹ', 1e6, 'usd'],
    ['Vốn 12 nghìn Euro', 1e3, 'euro'],
    ['Đạt 75 triệu đồng/người/năm', 1e6, 'đồng/người/năm'],
    ['Thu 2 nghìn tỷ đồng', 1e12, 'đồng'],
    ['Vận động 5 vạn đồng', 1e4, 'đồng'],
    ['Trồng 12 ha', 1, 'ha'],
    ['Chỉ số đạt 0,72', 1, null],
  ])('in «%s» what its unit converts to', (text, scale, baseUnit) => {
    expect(first(text)).toMatchObject({ scale, baseUnit });
  });

  it('that it is a part of the target before it', () => {
    const parts = (text: string) => readTargets(text).map(({ isPart }) => isPart);

    expect(parts('Mời 12 doanh nghiệp, trong đó, có 03 nhà đầu tư')).toEqual([false, true]);
    expect(parts('Khởi công 25 dự án, gồm 19 dự án mới và 06 dự án cũ')).toEqual([
      false,
      true,
      true,
    ]);
    expect(parts('Mời 12 doanh nghiệp. Trong đó có 03 nhà đầu tư')).toEqual([false, true]);
    expect(parts('Khởi công 5 dự án; mở tuyến gồm 3 cầu')).toEqual([false, false]);
    expect(parts('Mời 12 doanh nghiệp, 03 nhà đầu tư')).toEqual([false, false]);
  });

  it.each([
    ['Phấn đấu giảm ít nhất 0,8% tỷ lệ hộ nghèo', 'giảm ít nhất 0,8%'],
    ['Kéo giảm 5% số vụ', 'Kéo giảm 5%'],
    ['Hộ nghèo giảm xuống còn dưới 2%', 'giảm xuống còn dưới 2%'],
    ['Tỷ lệ cao hơn 5%', 'cao hơn 5%'],
    ['Chỉ số đạt từ 80 điểm\n trở lên', 'từ 80 điểm trở lên'],
    ['Tăng trưởng từ 7% đến 8%', 'từ 7% đến 8%'],
    ['Thuộc “nhóm A” (từ 90% - dưới 95%) cả nước', 'nhóm A” (từ 90% - dưới 95%)'],
    ['Thuộc “nhóm A” (trên 90%', 'nhóm A” (trên 90%'],
  ])('its words as printed in «%s»: «%s»', (text, asPrinted) => {
    expect(first(text).asPrinted).toBe(asPrinted);
  });

  it('its place, and the year’s day where one is named', () => {
    const text = 'Trồng 12 ha rừng trong quý III';
    const [hectares, day] = readTargets(text, 2027);

    expect(text.slice(hectares?.start, hectares?.end)).toBe('12 ha');
    expect(day).toMatchObject({ kind: 'milestone', asPrinted: 'trong quý III' });
  });
});

function first(text: string): Target {
  const [target] = readTargets(text);
  if (target === undefined) throw new Error(`No target in «${text}»`);
  return target;
}
