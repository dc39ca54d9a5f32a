import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsWithoutChild } from '../../src/language/parent-parts.ts';

const PARTS = [
  'Hoàn thành quy hoạch chung ba đô thị loại V',
  'tỷ lệ hộ dân dùng nước sạch đạt 97,5%',
  'thành lập mới ít nhất 12 hợp tác xã kiểu mới',
  'trồng mới 350 ha cây ăn trái có mã số vùng trồng',
  'điểm chỉ số hài lòng của người dân cao hơn năm trước',
  'không để xảy ra cháy rừng phòng hộ ven biển',
];

describe('a part of a parent', () => {
  it('that no child restates is told, the others are not', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(PARTS, { minLength: 2 }), fc.nat(), (parts, seed) => {
        const gone = parts[seed % parts.length];
        const children = parts.filter((part) => part !== gone);
        expect(partsWithoutChild(`${parts.join('; ')}.`, children)).toEqual([gone]);
        expect(partsWithoutChild(`${parts.join('; ')}.`, parts)).toEqual([]);
        expect(partsWithoutChild(parts.join('; ').normalize('NFD'), children)).toEqual([gone]);
      }),
    );
  });

  it('of an enumeration is told by its own figure', () => {
    const parent =
      'Đạt các chỉ tiêu: tăng trưởng ngành công nghiệp (9,4%), doanh thu bán lẻ dịch vụ lưu trú (12.780 tỷ đồng), kim ngạch xuất khẩu thủy sản (535 triệu USD).';
    const children = [
      'Tăng trưởng ngành công nghiệp (9,4%).',
      'Kim ngạch xuất khẩu thuỷ sản (535 triệu USD).',
    ];
    expect(partsWithoutChild(parent, children)).toEqual([
      'doanh thu bán lẻ dịch vụ lưu trú (12.780 tỷ đồng)',
    ]);
  });

  it.each([
    [
      'two wordings are one',
      'Điểm chỉ số DDCI cao hơn trung vị.',
      ['Chỉ số DDCI phải cao hơn trung vị của khối.'],
    ],
    [
      'several children restate a clause together',
      'Thu hút 05 dự án đầu tư và có 06 cơ sở khởi nghiệp.',
      ['Thu hút 05 dự án đầu tư.', 'Có 06 cơ sở khởi nghiệp.'],
    ],
    [
      'a lead-in is no part',
      'Tham mưu chỉ đạo thực hiện các chỉ tiêu: trồng 350 ha cây ăn trái; nuôi 120 ha cá tra.',
      ['Trồng 350 ha cây ăn trái.', 'Nuôi 120 ha cá tra.', 'Tham mưu chỉ đạo thực hiện.'],
    ],
    ['a short word is no part', 'Trồng 350 ha cây ăn trái; v.v.', ['Trồng 350 ha cây ăn trái']],
    [
      'a piece without a figure stays with its clause',
      'Xây dựng kế hoạch, lịch kiểm tra, biên bản mẫu cho 12 xã.',
      ['Xây dựng kế hoạch kiểm tra 12 xã.'],
    ],
    [
      'a heading sums its children up',
      'Thực hiện tốt công tác xây dựng nông thôn mới nâng cao.',
      ['Hoàn thành 19/19 tiêu chí.', 'Có 02 sản phẩm đạt 4 sao.'],
    ],
    ['an item without parts has none', 'Trồng 350 ha cây ăn trái; nuôi 120 ha cá tra.', []],
  ])('is silent where %s', (_, parent, children) => {
    expect(partsWithoutChild(parent, children)).toEqual([]);
  });

  it('is told of nothing where the children are steps of the work and restate no part of it', () => {
    const parent = 'Tổ chức 04 lớp tập huấn cho cán bộ khóa X; nghiệm thu 2 tuyến đê bao.';

    expect(partsWithoutChild(parent, ['Lớp tại trung tâm', 'Lớp tại vùng cao'])).toEqual([]);
  });
});
