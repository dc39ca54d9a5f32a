import { describe, expect, it } from 'vitest';
import { TCVN3, windows1258 } from '../old-encodings.ts';
import { notesIn, paperIn, refusalOf, tablesIn, textsIn } from '../read-for-test.ts';

const ROWS = [
  ['STT', 'Nội dung cam kết', 'Tình trạng', 'Kết quả'],
  ['1', 'Trồng 12,5 ha cói; đắp 3 km đê', 'Đang thực hiện', 'Đạt 45%'],
  ['2', 'Mở "lớp học" đêm', 'Hoàn thành', '- 3 lớp\n- 90 học viên'],
  ['3', 'Xây cầu', '', ''],
];

function written(separator: string, lineEnd = '\n'): string {
  const quoted = (text: string) =>
    /[",;\t|\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return ROWS.map((row) => row.map(quoted).join(separator) + lineEnd).join('');
}

const read = (bytes: Uint8Array, name = 'phu-luc.csv') => paperIn(bytes, name);

describe('a table of separated values', () => {
  it.each([
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('is read with %s between its cells', async (_what, separator) => {
    expect(textsIn(await read(Buffer.from(written(separator))))).toEqual(ROWS);
  });

  it.each([
    ['UTF-8', Buffer.from(written(';'))],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${written(';')}`)],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${written('\t')}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(written('\t'), 'utf16le')],
    ['decomposed letters', Buffer.from(written(',').normalize('NFD'))],
    ['lines ended as on Windows', Buffer.from(written(',', '\r\n'))],
  ])('is read in %s', async (_what, bytes) => {
    expect(textsIn(await read(bytes))).toEqual(ROWS);
  });

  it('is read in Windows-1258, and it is said that this was a guess', async () => {
    const paper = await read(windows1258(written(',')));

    expect(textsIn(paper)).toEqual(ROWS);
    expect(notesIn(paper)).toEqual(['encodingGuessed']);
  });

  it('takes the separator that its first line names', async () => {
    const said = Buffer.from(`sep=;\r\n${written(';', '\r\n')}`);

    expect(textsIn(await read(said))).toEqual(ROWS);
    expect(tablesIn(await read(said))[0]?.rows[0]?.place).toEqual({ line: 2 });
  });

  it('points to the line on which a row begins', async () => {
    const paper = await read(Buffer.from(`\n${written(',')}`));

    expect(tablesIn(paper)[0]?.rows.map(({ place }) => place)).toEqual(
      [2, 3, 4, 6].map((line) => ({ line })),
    );
  });

  it('keeps titles above the table, rows of other lengths, and a quote that never ends', async () => {
    const uneven = 'PHỤ LỤC 3 NĂM 2029\n\nSTT,Nội dung,Kết quả\n1,Cầu "tạm,\n2,Đường,xong,thừa\n';

    expect(textsIn(await read(Buffer.from(uneven)))).toEqual([
      ['PHỤ LỤC 3 NĂM 2029', '', '', ''],
      ['STT', 'Nội dung', 'Kết quả', ''],
      ['1', 'Cầu "tạm', '', ''],
      ['2', 'Đường', 'xong', 'thừa'],
    ]);
  });

  it('is known by its tabs where it calls itself a text or a sheet', async () => {
    expect(textsIn(await read(Buffer.from(written('\t')), 'bang.txt'))).toEqual(ROWS);
    expect(textsIn(await read(Buffer.from(written('\t')), 'bang.xls'))).toEqual(ROWS);
  });

  it('does not take a formula for anything but text', async () => {
    const row = '1;=HYPERLINK("http://example.invalid");@SUM(A1)\n2;Đường;xong\n';

    expect(textsIn(await read(Buffer.from(row)))[0]).toEqual([
      '1',
      '=HYPERLINK("http://example.invalid")',
      '@SUM(A1)',
    ]);
  });

  it('is refused with its reason where its letters are not known', async () => {
    expect(await refusalOf(Buffer.from(TCVN3, 'latin1'), 'a.csv')).toBe('legacyEncoding');
    expect(await refusalOf(Buffer.from([0xff, 0x00, 0xd8, 0x41, 0x00]), 'a.csv')).toBe(
      'unknownEncoding',
    );
    expect(await refusalOf(Buffer.from('1,Đắp đê,MẬT\n2,Cầu,\n'), 'a.csv')).toBe('secretMarking');
    expect(await refusalOf(Buffer.from(' \n;;\n'), 'a.csv')).toBe('emptyFile');
  });
});
