import { describe, expect, it } from 'vitest';
import { conditionsIn } from '../../src/language/conditions.ts';

const printed = (text: string) => conditionsIn(text).map(({ asPrinted }) => asPrinted);

describe('the condition of a promise', () => {
  it.each([
    ['Giải ngân đạt 100% (nếu có giao vốn).', 'nếu có giao vốn'],
    ['Nếu thuộc đối tượng đánh giá, đạt 80 điểm', 'Nếu thuộc đối tượng đánh giá'],
    ['Tổ chức hội chợ (khi được phân công)', 'khi được phân công'],
    [
      'Điều chỉnh quy hoạch (sau khi Bộ Xây dựng phê duyệt chủ trương)',
      'sau khi Bộ Xây dựng phê duyệt chủ trương',
    ],
    ['Triển khai khi quy hoạch tỉnh đã được phê duyệt', 'khi quy hoạch tỉnh đã được phê duyệt'],
    ['Mở tuyến khi có đủ kinh phí; tổng kết', 'khi có đủ kinh phí'],
    ['Trường hợp được bổ sung vốn, khởi công 02 cầu', 'Trường hợp được bổ sung vốn'],
    ['Giải ngân 95% đối với các đơn vị được giao vốn', 'đối với các đơn vị được giao vốn'],
    ['Tham mưu\nkhi có chỉ đạo', 'khi có chỉ đạo'],
    ['Giai ngan 100% (neu co giao von)', 'neu co giao von'],
  ])('is read from «%s»', (text, condition) => {
    expect(printed(text)).toEqual([condition]);
  });

  it('may stand several times', () => {
    expect(printed('Mở 02 lớp (nếu có vốn); xây 01 cầu (khi được giao vốn)')).toEqual([
      'nếu có vốn',
      'khi được giao vốn',
    ]);
  });

  it.each([
    'Báo cáo trước khi trình phê duyệt',
    'Trong khi chờ phê duyệt quy hoạch',
    'Đội mũ bảo hiểm khi tham gia giao thông',
    'Sắp xếp bộ máy sau khi hợp nhất',
    'Giám sát khí thải và số hóa hồ sơ',
    'Hỗ trợ đối với hộ nghèo',
    '',
  ])('is not read into «%s»', (text) => {
    expect(printed(text)).toEqual([]);
  });

  it('knows where it stands', () => {
    const text = 'Giải ngân (nếu có vốn)';
    const [{ start, end } = { start: 0, end: 0 }] = conditionsIn(text);
    expect(text.slice(start, end)).toBe('nếu có vốn');
  });
});
