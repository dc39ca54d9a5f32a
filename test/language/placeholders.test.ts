import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeholdersIn } from '../../src/language/placeholders.ts';

describe('a blank to be filled in', () => {
  it.each([
    'đã thành lập mới … doanh nghiệp',
    'ước đạt ...%',
    'ước đạt … %',
    'ước đạt……%',
    'đạt tỷ lệ …',
    'Tổng số hồ sơ: …',
    'Kế hoạch số …/KH-UBND',
    'Kế hoạch số…/KH-UBND',
    'ngày … tháng 3',
    'ngày…tháng…năm 2031'.slice(0, 9),
    'giải ngân .......... đồng',
    'ngày ..../3/2031',
    'đạt xx%',
    'đạt x%',
    'có xx dự án',
    'giải ngân xx,x tỷ đồng',
    'đạt XX%',
    'đạt ____ %',
    'có __ dự án',
    'có [ ] dự án',
    'có […] dự án',
    'có ( ) dự án',
    'đạt ??%',
    'đạt ?%',
    '[điền số liệu]',
    'có <nhập số> dự án',
    'kết quả (cập nhật sau)',
    'giải ngân được (…) tỷ đồng',
    'đã có .. dự án',
    'Quyết định số   /QĐ-UBND',
    '[Tên đơn vị] đã họp',
    'giá trị XX tỷ đồng',
    'ngày …/…/2031',
  ])('stands in «%s»', (text) => {
    expect(placeholdersIn(text)).toHaveLength(1);
    expect(placeholdersIn(text.normalize('NFD'))).toEqual(placeholdersIn(text));
  });

  it.each([
    'phối hợp với tỉnh An Giang…);',
    'chuyển đổi số… Tổ chức họp định kỳ',
    'các tuyến giao thông,.. tạo điều kiện',
    'lúa, cá tra, xoài, … và các nông sản khác',
    'lúa, cá tra,… của tỉnh',
    'sen, xoài, cá tra...',
    'nông nghiệp, y tế, v.v...',
    'nêu rõ “… phát huy vai trò …”',
    'những kết quả đạt được… trong năm',
    'Đại hội XX, thế kỷ XXI',
    'dấu X ở cột 3',
    'báo cáo (gồm phụ lục)',
    'ai làm? Sở Tài chính.',
    'Dừng lại... Sau đó tiếp tục',
    'tên_tệp_báo_cáo',
    'kết quả (phụ lục ...)',
    'đã làm (...) xong',
    'Số: /UBND-HC',
    'xem mục [1], [a]',
    '',
  ])('does not stand in «%s»', (text) => {
    expect(placeholdersIn(text)).toEqual([]);
  });

  it('is quoted with the words around it', () => {
    const text =
      'Tính đến thời điểm báo cáo, toàn tỉnh đã thành lập mới … doanh nghiệp trên địa bàn các xã';
    expect(placeholdersIn(text)).toEqual(['tỉnh đã thành lập mới … doanh nghiệp trên địa']);
  });

  it('is told each time, in order', () => {
    expect(placeholdersIn('có … dự án, đạt xx%, vốn … tỷ')).toHaveLength(3);
  });

  it('is nowhere in words and figures alone', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('đạt', '35%', 'có', 'xã', '12/15', 'Sở', ',', '.', '(a)')),
        (words) => {
          expect(placeholdersIn(words.join(' '))).toEqual([]);
        },
      ),
    );
  });
});
