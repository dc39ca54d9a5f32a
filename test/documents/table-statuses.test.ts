import { describe, expect, it } from 'vitest';
import { type CellInput, paper, table } from './paper-builder.ts';
import { itemsOf, statusesOf, understood, warningsOf } from './reading.ts';

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

describe('marks', () => {
  it.each([
    'X',
    'x',
    '×',
    '✓',
    '✔',
    '√',
    '1',
    '1,0',
    '+',
    'ü',
    'þ',
    '\uf0fc',
    '\uf0fe',
    'х',
    '(x)',
    '☑',
    '●',
    'v',
    'Có',
  ])('«%s» ticks the column that it stands in', (mark) => {
    expect(
      statusesOf(ticked([['STT', 'Nội dung cam kết', ...THREE_STATUSES, 'Kết quả']], mark)),
    ).toEqual(SAME_THREE);
  });

  it.each(['', '-', '–', '0', '☐', 'o', 'Không', '…'])('«%s» ticks nothing', (blank) => {
    const document = ticked([['STT', 'Nội dung cam kết', ...THREE_STATUSES, 'Kết quả']], blank);

    expect(statusesOf(document)).toEqual([null, null, null]);
    expect(warningsOf(document)).toEqual(['rowWithoutMark', 'rowWithoutMark', 'rowWithoutMark']);
  });

  it('are never guessed from two of them, nor from something else', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', ...THREE_STATUSES],
        ['1', 'Trồng 40 ha rừng', 'X', 'X', ''],
        ['2', 'Nạo vét kênh', '', '70%', ''],
      ]),
    );

    expect(statusesOf(document)).toEqual([null, null]);
    expect(understood(document).warnings).toMatchObject([
      { code: 'rowWithTwoMarks', level: 'confirm', line: 2 },
      { code: 'markUnclear', level: 'confirm', line: 3, about: '70%' },
    ]);
  });

  it('may have words beside them', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', ...THREE_STATUSES, 'Kết quả'],
        ['1', 'Trồng 40 ha rừng', '', 'X (quá hạn)', '', ''],
        ['2', 'Nạo vét kênh', 'x - đã đào 300 m', '', '', ''],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      { status: 'fulfilled', isLate: true, result: null },
      { status: 'inProgress', isLate: false, result: 'đã đào 300 m' },
    ]);
  });

  it('that contradict the words beside them leave the status open', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'Hoàn thành', 'Đang thực hiện', 'Đánh giá'],
        ['1', 'Trồng 40 ha rừng', 'x', '', 'Đang thực hiện'],
        ['2', 'Nạo vét kênh', 'x', '', 'Hoàn thành'],
      ]),
    );

    expect(statusesOf(document)).toEqual([null, 'fulfilled']);
    expect(warningsOf(document)).toEqual(['marksAgainstWords']);
  });

  it('of a parent may be left to its parts', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', ...THREE_STATUSES],
        ['1', 'Phát triển du lịch', '', '', ''],
        ['1.1', 'Đón 2 triệu lượt khách', 'x', '', ''],
      ]),
    );

    expect(warningsOf(document)).toEqual([]);
  });
});

describe('a status in words', () => {
  it.each([
    ['Hoàn thành', 'fulfilled', false, null],
    ['Đã hoàn thành 100%', 'fulfilled', false, null],
    ['Hoàn thành - quá hạn', 'fulfilled', true, null],
    ['Hoàn thành (trễ hạn)', 'fulfilled', true, null],
    ['Hoàn thành trước hạn', 'fulfilled', false, null],
    ['Chưa hoàn thành, đang tiếp tục tổ chức thực hiện', 'inProgress', false, null],
    ['Đang thực hiện, chậm tiến độ', 'inProgress', true, null],
    ['Chưa hoàn thành', 'inProgress', false, null],
    ['Không đạt', 'notFulfilled', false, null],
    ['Chưa triển khai', 'notStarted', false, null],
    ['Đang chờ cơ quan chuyên môn thẩm định', 'awaitingAppraisal', false, null],
    ['Chờ Sở Nội vụ thẩm định', 'awaitingAppraisal', false, null],
    ['Được UBND tỉnh cho dừng thực hiện', 'stopped', false, null],
    ['Đã hoàn thành: cấp 120 giấy phép', 'fulfilled', false, 'cấp 120 giấy phép'],
    ['Dừng (Văn bản số 77/UBND-TH)', 'stopped', false, 'Văn bản số 77/UBND-TH'],
  ])('«%s» is read', (words, status, isLate, result) => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Trạng thái'],
        ['1', 'Cấp giấy phép xây dựng', words],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([{ status, isLate, result }]);
  });

  it.each([
    'Hoàn thành cơ bản',
    'Chờ',
    '80%',
    'Hoàn thành; đang thực hiện',
    'Không hoàn thành đúng hạn',
    'Quá hạn',
  ])('«%s» is not guessed', (words) => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Trạng thái'],
        ['1', 'Cấp giấy phép xây dựng', words],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([{ status: null, marks: 1, result: words }]);
    expect(understood(document).warnings).toMatchObject([
      { code: 'statusUnclear', level: 'confirm', about: words },
    ]);
  });

  it('may stand under any title, where the cells say what the title does not', () => {
    for (const title of ['Tiến độ', 'Kết quả thực hiện', 'Mức độ', 'Ghi chú']) {
      const document = paper(
        table([
          ['STT', 'Nhiệm vụ', title, 'Hồ sơ'],
          ['1', 'Cấp giấy phép', 'Hoàn thành', ''],
          ['2', 'Rà soát quy hoạch', 'Đang thực hiện', ''],
        ]),
      );

      expect(statusesOf(document)).toEqual(['fulfilled', 'inProgress']);
    }
  });

  it.each([
    ['Dừng thực hiện theo Công văn số 77/UBND', 'stopped', 'theo Công văn số 77/UBND'],
    ['Không hoàn thành do thiếu vốn', 'notFulfilled', 'do thiếu vốn'],
    ['Đang thực hiện, đạt 40%', 'inProgress', 'đạt 40%'],
  ])('may give its reason or its measure: «%s»', (words, status, result) => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Tình trạng'],
        ['1', 'Khởi công bến cảng', words],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([{ status, result }]);
  });

  it('of lateness alone stays open, but late', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Tiến độ'],
        ['1', 'Giải ngân vốn', 'Chậm tiến độ'],
        ['2', 'Cấp giấy phép', 'Hoàn thành'],
      ]),
    );

    expect(itemsOf(document)).toMatchObject([
      { status: null, isLate: true },
      { status: 'fulfilled', isLate: false },
    ]);
    expect(warningsOf(document)).toEqual(['statusUnclear']);
  });

  it('is taken from a result that says nothing else', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Kết quả thực hiện'],
        ['1', 'Cấp giấy phép', 'Đã cấp 30 giấy phép, đạt 60% kế hoạch năm'],
        ['2', 'Rà soát quy hoạch', 'Đang thực hiện'],
        ['3', 'Thu phí', 'Đã thu 2 tỷ đồng'],
      ]),
    );

    expect(itemsOf(document).map(({ status, result }) => [status, result])).toEqual([
      [null, 'Đã cấp 30 giấy phép, đạt 60% kế hoạch năm'],
      ['inProgress', 'Đang thực hiện'],
      [null, 'Đã thu 2 tỷ đồng'],
    ]);
  });
});
