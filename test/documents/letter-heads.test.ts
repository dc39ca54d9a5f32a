import { describe, expect, it } from 'vitest';
import { letter, paper, paragraph, table } from './paper-builder.ts';
import { agenciesOf, understood } from './reading.ts';

describe('the head of a letter', () => {
  it('names who writes, who is given nothing by that', () => {
    const document = letter(`ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG
VĂN PHÒNG
Số: 88/KL-VP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Đồng, ngày 12 tháng 01 năm 2028
V/v triển khai Bản cam kết hành động năm 2028
1. Giao Sở Y tế chủ trì tiêm chủng cho 95% trẻ em.
2. Sở Xây dựng: hoàn thành 03 công trình.`);

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['1']],
      ['Sở Xây dựng', ['2']],
    ]);
    expect(understood(document).year).toBe(2028);
  });

  it('may be typed as “Ngày” and “V/v” on lines of their own, with a blank number', () => {
    const document = letter(`UBND XÃ BÌNH MINH
Số:      /UBND
V/v thực hiện cam kết năm 2029
Kính gửi: Các ấp.
1. Giao Công an xã kiểm tra 12 cơ sở.`);

    expect(agenciesOf(document)).toEqual([['Công an xã', ['1']]]);
    expect(understood(document).year).toBe(2029);
  });

  it('says the year also where it stands in a table without rules', () => {
    const document = paper(
      table([
        [
          'SỞ NỘI VỤ\nSố: 15/SNV\nV/v đăng ký cam kết năm 2028',
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nQuảng Trị, ngày 09 tháng 12 năm 2027',
        ],
      ]),
      paragraph('1. Giao Văn phòng Sở chủ trì số hóa 100% hồ sơ.'),
    );

    expect(understood(document)).toMatchObject({ year: 2028, warnings: [] });
  });
});

describe('what a letter tells', () => {
  it('of work that was done gives none', () => {
    const document = letter(`Ngày 18/3/2028, Chủ tịch UBND tỉnh chủ trì họp giao ban.
I. Đánh giá chung
Các đơn vị đã nghiêm túc triển khai.
1. Sở Y tế đã tiêm chủng cho 91% trẻ em.
II. Nhiệm vụ
1. Giao Sở Y tế chủ trì tiêm chủng.`);

    expect(agenciesOf(document)).toEqual([['Sở Y tế', ['1']]]);
  });

  it('to an office within a department ends its name at the verb', () => {
    const document = letter(`1. Văn phòng Sở chủ trì tham mưu kế hoạch.
2. Giao Phòng Nghiệp vụ phối hợp Văn phòng Sở nâng chỉ số hài lòng.`);

    expect(agenciesOf(document).map(([agency]) => agency)).toContain('Văn phòng Sở');
    expect(understood(document).sections.at(-1)?.items[0]?.coordinating).toEqual(['Văn phòng Sở']);
  });
});
