import { describe, expect, it } from 'vitest';
import { paper, table } from './paper-builder.ts';
import { agenciesOf, itemsOf, numbersOf, statusesOf, warningsOf } from './reading.ts';

describe('rows that are no items', () => {
  it('are groups, totals, notes, repeated headers and signatures', () => {
    const header = ['STT', 'Nội dung cam kết', 'HT', 'ĐTH', 'Kết quả'];
    const document = paper(
      table([
        header,
        ['I', 'LĨNH VỰC KINH TẾ', '', '', ''],
        ['1', 'Trồng 40 ha rừng', 'x', '', ''],
        [{ text: 'B. Lĩnh vực xã hội', columns: 5 }],
        ['2', 'Xây trường', '', 'x', ''],
        header,
        ['', 'MÔI TRƯỜNG', '', '', ''],
        ['3', 'Tổng số hộ dùng nước sạch đạt 95%', '', 'x', ''],
        ['Tổng cộng', '', '1', '2', ''],
        ['', '(*) Số liệu ước', '', '', ''],
        ['Lưu ý: báo cáo trước ngày 05', '', '', '', ''],
        ['', '', '', 'Tân An, ngày 03 tháng 6 năm 2029', ''],
        ['', 'Người lập biểu', '', 'GIÁM ĐỐC', ''],
        ['', 'Lê Thị Hoa', '', 'Trần Văn Ba', ''],
      ]),
    );

    expect(itemsOf(document).map(({ number, text }) => [number, text])).toEqual([
      ['1', 'Trồng 40 ha rừng'],
      ['2', 'Xây trường'],
      ['3', 'Tổng số hộ dùng nước sạch đạt 95%'],
    ]);
    expect(agenciesOf(document)).toHaveLength(1);
  });

  it('are what the sheet hides or strikes through, and it is said', () => {
    const document = paper(
      table(
        [
          ['STT', 'Nội dung cam kết', 'HT', 'Trạng thái'],
          ['1', 'Trồng 40 ha rừng', 'x', 'Đang thực hiện'],
          { cells: ['2', 'Việc đã ẩn', 'x', ''], isHidden: true },
          { cells: ['3', 'Việc đã bỏ', 'x', ''], isStruck: true },
        ],
        { hiddenColumns: [3] },
      ),
    );

    expect(numbersOf(document)).toEqual(['1']);
    expect(statusesOf(document)).toEqual(['fulfilled']);
    expect(warningsOf(document)).toEqual(['hiddenRows', 'struckLeftOut', 'hiddenColumns']);
  });

  it('are those of a form in which nothing is written yet', () => {
    const form = [
      ['STT', 'Nội dung cam kết', 'Đang thực hiện', 'Hoàn thành', 'Kết quả'],
      ['1', '', '', '', ''],
      ['2', '…', '…', '…', '…'],
    ];

    expect(numbersOf(paper(table(form)))).toEqual([]);
    expect(numbersOf(paper(table([...form, ['3', 'Số hóa 100% hồ sơ', '', '', '']])))).toEqual([
      '3',
    ]);
  });

  it('carry on the row that a page break parted', () => {
    const header = ['STT', 'Nội dung cam kết', 'Đang thực hiện', 'Hoàn thành', 'Kết quả'];
    const document = paper(
      table([header, ['1', 'Tăng cường quản lý', 'X', '', 'Đã ban hành']]),
      { kind: 'pageBreak' },
      table([
        header,
        ['', 'đất đai ven sông.', '', '', 'kế hoạch số 5'],
        ['2', 'Cắm mốc', '', 'X', ''],
      ]),
      { kind: 'pageBreak' },
      table([
        ['3', 'Đo đạc', '', 'X', ''],
        ['', '', '', '', 'xong 12 xã'],
      ]),
    );

    expect(
      itemsOf(document).map(({ number, text, status, result }) => [number, text, status, result]),
    ).toEqual([
      ['1', 'Tăng cường quản lý đất đai ven sông.', 'inProgress', 'Đã ban hành kế hoạch số 5'],
      ['2', 'Cắm mốc', 'fulfilled', null],
      ['3', 'Đo đạc', 'fulfilled', 'xong 12 xã'],
    ]);
  });
});
