import { describe, expect, it } from 'vitest';
import { TCVN3, VNI, windows1258 } from '../old-encodings.ts';
import { notesIn, paperIn, paragraphsIn, refusalOf } from '../read-for-test.ts';

const read = (text: string | Uint8Array, name = 'van-ban.txt') =>
  paperIn(typeof text === 'string' ? Buffer.from(text) : text, name);

describe('a text file', () => {
  it('gives each line with words at its number, inner spaces kept', async () => {
    const { blocks } = await read('SỞ NGOẠI VỤ\n\n 1   Đón 12 đoàn      X\r\n');

    expect(blocks).toEqual([
      { kind: 'paragraph', text: 'SỞ NGOẠI VỤ', place: { line: 1 } },
      { kind: 'paragraph', text: ' 1   Đón 12 đoàn      X', place: { line: 3 } },
    ]);
  });

  it('says where a page begins', async () => {
    const { blocks } = await read('Trang một\n\fTrang hai\fTrang ba\n');

    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.kind))).toEqual([
      'Trang một',
      'pageBreak',
      'Trang hai',
      'pageBreak',
      'Trang ba',
    ]);
  });

  it('is brought to one form of letters, its wording and tone marks as printed', async () => {
    const printed =
      'Chƣơng trình hoà giải, hòa nhập; thuỷ lợi\u200b; thủy sản; qui hoạch đựơc duyệt';
    const paper = await read(printed.normalize('NFD'));

    expect(paragraphsIn(paper)).toEqual([
      'Chương trình hoà giải, hòa nhập; thuỷ lợi; thủy sản; qui hoạch đựơc duyệt',
    ]);
    expect(notesIn(paper)).toEqual(['textRepaired']);
  });

  it('is read in Windows-1258, also where its tones stand apart', async () => {
    const text = 'Ủy ban nhân dân thị trấn Cồn Dừa báo cáo kết quả năm 2029';

    expect(paragraphsIn(await read(windows1258(text)))).toEqual([text]);
    expect(notesIn(await read(windows1258(text)))).toEqual(['encodingGuessed']);
  });

  it.each([
    ['TCVN3 as bytes', Buffer.from(TCVN3, 'latin1'), 'legacyEncoding'],
    ['VNI as bytes', Buffer.from(VNI, 'latin1'), 'legacyEncoding'],
    ['TCVN3 that was saved as UTF-8', Buffer.from(TCVN3), 'legacyEncoding'],
    ['VNI that was saved as UTF-8', Buffer.from(VNI), 'legacyEncoding'],
    ['bytes of no encoding', Buffer.from([0xc3, 0x28, 0xff, 0x41]), 'unknownEncoding'],
    ['zeros', Buffer.alloc(4000), 'unknownEncoding'],
    ['nothing', Buffer.alloc(0), 'emptyFile'],
    ['spaces only', Buffer.from(' \r\n\t\n\u200b'), 'emptyFile'],
    ['a mark alone on its line', Buffer.from('Sở Nội chính\n  TUYỆT MẬT\n1 Việc'), 'secretMarking'],
    ['a mark in a cell', Buffer.from('12/BC\tMẬT\t2029\nSở Nội chính'), 'secretMarking'],
  ])('is refused with its reason: %s', async (_what, bytes, code) => {
    expect(await refusalOf(bytes, 'a.txt')).toBe(code);
  });

  it('is refused for a mark in its name, before it is read', async () => {
    expect(await refusalOf(Buffer.from('1 Đắp đê'), 'BC_12 (TỐI MẬT).txt')).toBe('secretMarking');
    expect(await refusalOf(Buffer.from('1 Đắp đê'), 'ke-hoach-bao-mat.txt')).toBe(null);
  });

  it('that only speaks of secrets is read', async () => {
    const text = 'Rà soát danh mục bí mật nhà nước độ Mật, bảo mật hệ thống; mật độ dân số';

    expect(paragraphsIn(await read(text))).toEqual([text]);
  });
});
