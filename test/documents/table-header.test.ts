import { describe, expect, it } from 'vitest';
import { type CellInput, paper, paragraph, table } from './paper-builder.ts';
import { itemsOf, numbersOf, statusesOf, understood, warningsOf } from './reading.ts';

const THREE_STATUSES = ['Đang thực hiện', 'Hoàn thành', 'Không hoàn thành'];
const SAME_THREE = ['inProgress', 'fulfilled', 'notFulfilled'];

/** A table with three rows, each ticked in another column. */
function ticked(header: readonly (readonly CellInput[])[], mark = 'X') {
  return paper(
    table([
      ...header,
      ['1', 'Trồng 40 ha rừng phòng hộ', mark, '', '', 'Đã trồng 25 ha'],
      ['2', 'Nạo vét kênh số 7', '', mark, '', ''],
      ['3', 'Xây 2 trạm bơm', '', '', mark, 'Chưa có vốn'],
    ]),
  );
}

describe('the header of a table', () => {
  it.each<[string, (readonly CellInput[])[]]>([
    ['one row', [['STT', 'Nội dung cam kết', ...THREE_STATUSES, 'Kết quả cụ thể']]],
    [
      'two rows with a band',
      [
        [
          { text: 'TT', rows: 2 },
          { text: 'Nhiệm vụ', rows: 2 },
          { text: 'Tình trạng', columns: 3 },
          { text: 'Kết quả', rows: 2 },
        ],
        THREE_STATUSES,
      ],
    ],
    [
      'three rows and the column numbers',
      [
        [
          { text: 'Số TT', rows: 3 },
          { text: 'CHỈ TIÊU', rows: 3 },
          { text: 'KẾT QUẢ THỰC HIỆN', columns: 4 },
        ],
        [
          { text: 'Kết quả chung', columns: 3 },
          { text: 'Kết quả cụ thể (nếu có)', rows: 2 },
        ],
        THREE_STATUSES,
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ],
    ],
    [
      'bands of a format that knows no spans',
      [
        ['STT', 'Nội dung', 'KẾT QUẢ THỰC HIỆN', '', '', ''],
        ['', '', 'Kết quả chung', '', '', 'Kết quả cụ thể'],
        ['', '', ...THREE_STATUSES, ''],
        ['A', 'B', '1', '2', '3', '4=1+2'],
      ],
    ],
    [
      'titles broken over two rows',
      [
        ['Số', 'Nội dung', 'Đang', 'Hoàn', 'Không', 'Kết quả'],
        ['TT', 'cam kết', 'thực hiện', 'thành', 'hoàn thành', 'cụ thể'],
      ],
    ],
    ['abbreviations', [['TT', 'Công việc', 'ĐTH', 'HT', 'KHT', 'Diễn giải']]],
    [
      'titles with hints',
      [
        [
          'STT',
          'Nội dung cam kết',
          'Đang thực hiện (X)',
          'Hoàn thành (đánh dấu X)',
          'Không hoàn thành (5)',
          'Kết quả đạt được',
        ],
      ],
    ],
    [
      'titles in capitals with footnotes',
      [
        [
          'STT',
          'NỘI DUNG CAM KẾT*',
          'ĐANG THỰC HIỆN',
          'HOÀN THÀNH',
          'KHÔNG HOÀN THÀNH',
          'TÌNH HÌNH THỰC HIỆN',
        ],
      ],
    ],
  ])('is understood as %s', (_shape, header) => {
    const items = itemsOf(ticked(header));

    expect(items.map(({ status }) => status)).toEqual(SAME_THREE);
    expect(items.map(({ number, text }) => [number, text])).toEqual([
      ['1', 'Trồng 40 ha rừng phòng hộ'],
      ['2', 'Nạo vét kênh số 7'],
      ['3', 'Xây 2 trạm bơm'],
    ]);
    expect(items.map(({ result }) => result)).toEqual(['Đã trồng 25 ha', null, 'Chưa có vốn']);
  });

  it('may explain its own letters in a note below the table', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'A', 'B'],
        ['1', 'Sửa cầu Bà Tư', '+', ''],
        ['2', 'Sửa cầu Ông Năm', '', '+'],
        ['', 'Ghi chú: A: đang thực hiện; B: hoàn thành', '', ''],
      ]),
    );

    expect(statusesOf(document)).toEqual(['inProgress', 'fulfilled']);
  });

  it('may explain figures in its status column', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Tình trạng (1: Hoàn thành; 2: Đang thực hiện; 3: Chưa thực hiện)'],
        ['1', 'Sửa cầu Bà Tư', '1'],
        ['2', 'Sửa cầu Ông Năm', '3'],
        ['3', 'Sửa cầu Kênh Ngang', '7'],
      ]),
    );

    expect(statusesOf(document)).toEqual(['fulfilled', 'notStarted', null]);
    expect(warningsOf(document)).toContain('statusUnclear');
  });

  it('splits each status by lateness, which is no other status', () => {
    const document = paper(
      table([
        [
          { text: 'STT', rows: 2 },
          { text: 'Nhiệm vụ', rows: 2 },
          { text: 'Hoàn thành', columns: 2 },
          { text: 'Chưa hoàn thành', columns: 2 },
        ],
        ['Đúng hạn', 'Quá hạn', 'Trong hạn', 'Quá hạn'],
        ['1', 'Lập danh sách hộ nghèo', 'x', '', '', ''],
        ['2', 'Cấp thẻ bảo hiểm', '', 'x', '', ''],
        ['3', 'Mở lớp nghề', '', '', 'x', ''],
        ['4', 'Sửa nhà tình thương', '', '', '', 'x'],
      ]),
    );

    expect(itemsOf(document).map(({ status, isLate }) => [status, isLate])).toEqual([
      ['fulfilled', false],
      ['fulfilled', true],
      ['inProgress', false],
      ['inProgress', true],
    ]);
  });

  it('may have a column of its own for lateness', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Hoàn thành', 'Đang thực hiện', 'Quá hạn'],
        ['1', 'Lập danh sách hộ nghèo', 'x', '', 'x'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([{ status: 'fulfilled', isLate: true }]);
  });

  it('tells apart how things stand and how the year will end', () => {
    const document = paper(
      table([
        [
          { text: 'STT', rows: 2 },
          { text: 'Nội dung cam kết', rows: 2 },
          { text: 'Lũy kế đến 30/9', columns: 2 },
          { text: 'Ước cả năm', columns: 3 },
        ],
        ['Đang thực hiện', 'Chờ thẩm định', 'Hoàn thành', 'Không hoàn thành', 'Được cho dừng'],
        ['1', 'Nâng chỉ số cải cách hành chính', '', 'x', 'x', '', ''],
        ['2', 'Đấu giá 5 khu đất', 'x', '', '', '', 'x'],
      ]),
    );

    expect(itemsOf(document).map(({ status, estimate }) => [status, estimate])).toEqual([
      ['awaitingAppraisal', 'fulfilled'],
      ['inProgress', 'stopped'],
    ]);
  });

  it('may put the year’s end into a column of words', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'Tình trạng', 'Ước cả năm'],
        ['1', 'Nâng chỉ số cải cách hành chính', 'Đang thực hiện', 'Hoàn thành'],
        ['2', 'Đấu giá 5 khu đất', 'Đang thực hiện', 'Không hoàn thành'],
      ]),
    );

    expect(itemsOf(document).map(({ estimate }) => estimate)).toEqual([
      'fulfilled',
      'notFulfilled',
    ]);
  });
});

describe('a table that its title alone makes one of commitments', () => {
  const rows = [
    ['STT', 'Nội dung', 'Chỉ tiêu', 'Thời gian'],
    ['1', 'Đề tài cấp tỉnh', 'Nghiệm thu 08 đề tài', 'Tháng 11'],
  ];

  it('is read, whether the title stands above it or in its own sheet', () => {
    const title = 'ĐĂNG KÝ CAM KẾT HÀNH ĐỘNG NĂM 2030';

    for (const document of [
      paper(paragraph(title), table(rows)),
      paper(table([[title], ...rows], { sheet: 'Trang 1' })),
    ])
      expect(itemsOf(document)).toMatchObject([
        { number: '1', deadline: '2030-11-30', figures: { plan: 'Nghiệm thu 08 đề tài' } },
      ]);
  });

  it('is passed over under any other title', () => {
    const agenda = [
      ['STT', 'Nội dung', 'Địa điểm', 'Thời gian'],
      ['1', 'Khai mạc', 'Hội trường', '8 giờ'],
    ];

    expect(itemsOf(paper(paragraph('CHƯƠNG TRÌNH HỘI NGHỊ'), table(agenda)))).toEqual([]);
  });

  it('ends where another list of as many columns begins', () => {
    const document = paper(
      paragraph('ĐĂNG KÝ CAM KẾT HÀNH ĐỘNG NĂM 2030'),
      table(rows),
      paragraph('DANH SÁCH LIÊN HỆ'),
      table([
        ['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại'],
        ['1', 'Trần Thị B', 'Trưởng phòng', '0909 123 456'],
      ]),
    );

    expect(numbersOf(document)).toEqual(['1']);
  });
});

describe('tables of other things', () => {
  it.each<[string, (readonly CellInput[])[]]>([
    [
      'a list of people',
      [
        ['STT', 'Họ và tên', 'Chức vụ'],
        ['1', 'Lê Văn Ba', 'Trưởng phòng'],
      ],
    ],
    [
      'a budget',
      [
        ['STT', 'Nội dung', 'Kinh phí'],
        ['1', 'Mua máy bơm', '120.000.000'],
      ],
    ],
    [
      'a count by agency',
      [
        ['STT', 'Đơn vị', 'Tổng số nội dung', 'Hoàn thành', 'Đang thực hiện'],
        ['1', 'Sở Y tế', '8', '3', '5'],
      ],
    ],
    [
      'difficulties',
      [
        ['STT', 'Nội dung', 'Khó khăn, vướng mắc', 'Đề xuất'],
        ['1', 'Mặt bằng', 'Dân chưa nhận tiền', 'Tăng giá'],
      ],
    ],
    [
      'an agenda',
      [
        ['TT', 'Nội dung', 'Thời gian'],
        ['1', 'Khai mạc', '8h00'],
      ],
    ],
  ])('are passed over: %s', (_what, rows) => {
    expect(understood(paper(table(rows))).sections).toEqual([]);
  });
});
