import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { abolishedIn } from '../../src/language/agency-successions.ts';

const NOW = day('2026-06-30');

describe('a body that is no more', () => {
  it.each([
    ['Sở Kế hoạch và Đầu tư', 'Sở Kế hoạch và Đầu tư', ['Sở Tài chính']],
    ['SỞ GIAO THÔNG VẬN TẢI', 'Sở Giao thông Vận tải', ['Sở Xây dựng']],
    ['chờ Sở KH&ĐT thẩm định', 'Sở Kế hoạch và Đầu tư', ['Sở Tài chính']],
    ['Sở NN&PTNT', 'Sở Nông nghiệp và Phát triển nông thôn', ['Sở Nông nghiệp và Môi trường']],
    [
      'Bộ Tài nguyên và Môi trường',
      'Bộ Tài nguyên và Môi trường',
      ['Bộ Nông nghiệp và Môi trường'],
    ],
    [
      'Sở Lao động - Thương binh và Xã hội',
      'Sở Lao động - Thương binh và Xã hội',
      ['Sở Nội vụ', 'Sở Y tế', 'Sở Giáo dục và Đào tạo'],
    ],
    [
      'Sở TT&TT',
      'Sở Thông tin và Truyền thông',
      ['Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch'],
    ],
    ['Ban Dân tộc tỉnh', 'Ban Dân tộc', ['Sở Dân tộc và Tôn giáo']],
    ['Uỷ ban nhân dân tỉnh Bến Tre', 'UBND tỉnh Bến Tre', ['UBND tỉnh Vĩnh Long']],
    ['UBND huyện Châu Thành', 'UBND huyện Châu Thành', []],
    ['HĐND quận 3', 'HĐND quận 3', []],
  ])('«%s» is %s, taken over by %j', (text, name, successors) => {
    for (const form of [text, text.normalize('NFD')]) {
      expect(abolishedIn(form, NOW)).toMatchObject([{ name, successors }]);
    }
  });

  it('was named by right before its last day', () => {
    const text = 'Sở Kế hoạch và Đầu tư, UBND tỉnh Bến Tre, UBND huyện Châu Thành';
    expect(abolishedIn(text, day('2024-12-31'))).toEqual([]);
    expect(abolishedIn(text, day('2025-03-15')).map(({ name }) => name)).toEqual([
      'Sở Kế hoạch và Đầu tư',
    ]);
    expect(abolishedIn(text, NOW)).toHaveLength(3);
  });

  it('is told once, however often it is named', () => {
    expect(abolishedIn('UBND huyện Tân Hồng và UBND huyện Tân Hồng', NOW)).toHaveLength(1);
  });

  it.each([
    'Sở Tài chính',
    'Sở Nông nghiệp và Môi trường',
    'UBND tỉnh Đồng Tháp',
    'UBND xã Tân Kiều',
    'trên địa bàn huyện Châu Thành',
    'thu hút đầu tư',
    '',
  ])('is not seen in «%s»', (text) => {
    expect(abolishedIn(text, NOW)).toEqual([]);
  });
});
