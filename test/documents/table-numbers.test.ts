import { describe, expect, it } from 'vitest';
import { type CellInput, paper, table } from './paper-builder.ts';
import { itemsOf, numbersOf, understood } from './reading.ts';

describe('numbers', () => {
  it('are restored where a sheet made dates or decimals of them', () => {
    const number = (text: string, value: number): CellInput => ({ text, number: value });
    const rows = [
      [number('1', 1), 'Phát triển du lịch', ''],
      [{ text: '01-Jan', iso: '2027-01-01' }, 'Đón khách', 'x'],
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((part) => [
        number(`1.${part}`, 1 + part / 10),
        `Phần việc số ${part}`,
        'x',
      ]),
      [number('1.1', 1.1), 'Phần việc thứ mười', 'x'],
      [number('1.11', 1.11), 'Phần việc kế tiếp', 'x'],
      [number('2', 2), 'Phát triển công nghiệp', ''],
      ['1/2/2027', 'Kêu gọi vốn', 'x'],
      [number('2,2', 2.2), 'Xây hạ tầng', 'x'],
    ];
    const document = paper(table([['STT', 'Nội dung cam kết', 'HT'], ...rows]));

    expect(numbersOf(document)).toEqual([
      '1',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.6',
      '1.7',
      '1.8',
      '1.9',
      '1.10',
      '1.11',
      '2',
      '2.1',
      '2.2',
    ]);
    expect(understood(document).warnings.map(({ code, about }) => [code, about])).toEqual([
      ['numberRestored', '1.1'],
      ['numberRestored', '1.10'],
      ['numberRestored', '2.1'],
    ]);
  });

  it('are read from the text where they have no column of their own', () => {
    const document = paper(
      table([
        ['Nội dung cam kết', 'Trạng thái'],
        ['1. Phát triển du lịch', 'HT'],
        ['1.1. Đón 2 triệu lượt khách', 'ĐTH'],
        ['2) Phát triển công nghiệp', 'HT'],
      ]),
    );

    expect(itemsOf(document).map(({ number, parent, text }) => [number, parent, text])).toEqual([
      ['1', null, 'Phát triển du lịch'],
      ['1.1', '1', 'Đón 2 triệu lượt khách'],
      ['2', null, 'Phát triển công nghiệp'],
    ]);
  });

  it('are counted in a table that prints none', () => {
    const document = paper(
      table([
        ['Nội dung cam kết', 'Trạng thái'],
        ['Trồng 40 ha rừng', 'HT'],
        ['500 hộ có nước sạch', 'ĐTH'],
      ]),
    );

    expect(numbersOf(document)).toEqual(['1', '2']);
  });

  it('are filled in between their neighbours, and it is said', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'HT', 'ĐTH'],
        ['1', 'Trồng 40 ha rừng.', 'x', ''],
        ['', 'Nạo vét kênh số 7.', '', 'x'],
        ['3', 'Xây trạm bơm.', 'x', ''],
      ]),
    );

    expect(numbersOf(document)).toEqual(['1', '2', '3']);
    expect(understood(document).warnings).toMatchObject([
      { code: 'rowWithoutNumber', line: 3, about: '2' },
    ]);
  });

  it('of letters and bullets belong to the item above', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'HT', 'ĐTH'],
        ['1', 'Xúc tiến đầu tư:', '', ''],
        ['a)', 'Tổ chức hội nghị', 'x', ''],
        ['đ)', 'Lập trang tin', '', 'x'],
        ['', '- Bằng tiếng Anh', 'x', ''],
        ['', '- bằng tiếng Việt', '', ''],
        ['2', 'Đào tạo nghề', 'x', ''],
        ['-', 'Nghề may', '', 'x'],
        ['-', 'Nghề hàn', '', 'x'],
      ]),
    );

    expect(itemsOf(document).map(({ number, parent }) => [number, parent])).toEqual([
      ['1', null],
      ['1.a', '1'],
      ['1.đ', '1'],
      ['1.đ.1', '1.đ'],
      ['2', null],
      ['2.1', '2'],
      ['2.2', '2'],
    ]);
    expect(itemsOf(document)[3]?.text).toBe('Bằng tiếng Anh - bằng tiếng Việt');
  });

  it('that repeat are said, louder where no group begins anew', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'HT'],
        ['I', 'Kinh tế', ''],
        ['1', 'Trồng 40 ha rừng', 'x'],
        ['1', 'Nạo vét kênh', 'x'],
        ['II', 'Xã hội', ''],
        ['1', 'Xây trường', 'x'],
      ]),
    );

    expect(understood(document).warnings).toMatchObject([
      { code: 'numberRepeated', level: 'confirm', line: 4 },
      { code: 'numberRepeated', level: 'note', line: 6 },
    ]);
  });

  it('in roman figures are the items’ own where there are no others', () => {
    const document = paper(
      table([
        ['STT', 'Nội dung cam kết', 'HT', 'ĐTH'],
        ['I', 'Trồng 40 ha rừng', 'x', ''],
        ['II', 'Nạo vét kênh', '', 'x'],
      ]),
    );

    expect(numbersOf(document)).toEqual(['I', 'II']);
  });

  it('are of the bodies where they are merged over the rows of each', () => {
    const document = paper(
      table([
        ['STT', 'Đơn vị', 'Nội dung cam kết', 'HT'],
        [{ text: '1', rows: 2 }, { text: 'Sở Công Thương', rows: 2 }, 'Tổ chức 04 hội chợ', 'x'],
        ['Thành lập 02 cụm công nghiệp', 'x'],
        [{ text: '2', rows: 2 }, { text: 'Sở Y tế', rows: 2 }, 'Xây 02 trạm y tế', 'x'],
        ['Tiêm chủng cho 95% trẻ em', ''],
      ]),
    );

    expect(itemsOf(document).map(({ number, parent }) => [number, parent])).toEqual([
      ['1', null],
      ['2', null],
      ['2', null],
      ['3', null],
    ]);
  });
});
