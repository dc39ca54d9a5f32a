import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { gridOf, pdfOf, type Written } from '../pdf-writer.ts';
import { notesIn, paperIn, paragraphsIn, refusalOf, tablesIn, textsIn } from '../read-for-test.ts';

const paper = (name: string) => paperIn(readFileSync(`test/fixtures/papers/${name}`), name);

describe('a PDF that an office program printed', () => {
  it('gives the table of a sheet laid crosswise as its lines draw it', async () => {
    const sheet = await paper('appendix-2029.pdf');

    expect(textsIn(sheet)).toEqual([
      ['STT', 'Nội dung cam kết', 'Tình hình thực hiện', '·', '·', ...lastHeads],
      ['·', '·', 'Đang thực hiện', 'Hoàn thành', 'Không hoàn thành', '·', '·', '·', '·'],
      [
        '1',
        'Bảo vệ 4.218 ha rừng đặc dụng:\n- Tuần tra 12 tuyến;\n- Cắm 35 mốc ranh giới.',
        ...['X', '', '', 'Đã tuần tra 9 tuyến.', '30/11/2029', '1,632.5', '21.5%'],
      ],
      ['1.10', 'Trồng bổ sung 60 ha.', '', 'x', '', 'Đạt 60 ha', '', '', ''],
      ['2', 'Mua 02 xe ô tô.', '', '', 'X', 'Không được bố trí vốn.', '', '', ''],
    ]);
    expect(paragraphsIn(sheet)).toEqual([
      'PHỤ LỤC V-03: KẾT QUẢ THỰC HIỆN CAM KẾT HÀNH ĐỘNG 9 THÁNG NĂM 2029',
      'BAN QUẢN LÝ VƯỜN QUỐC GIA ĐÁ BẠC',
    ]);
  });

  it('keeps the X of every row in its column over many pages', async () => {
    const tables = tablesIn(await paper('long-table.pdf'));
    const rows = tables.flatMap(({ rows: own }) => own).slice(2);

    const marks = rows.flatMap(({ cells }) => {
      const [number, , ...columns] = cells.map((cell) => cell?.text ?? '');
      return number === '' ? [] : [columns.slice(0, 3).indexOf('X')];
    });
    expect(tables.map(({ columnCount }) => columnCount)).toEqual([6, 6, 6, 6]);
    expect(marks).toEqual(Array.from({ length: 24 }, (_row, index) => (index + 1) % 3));
  });

  it('carries a row that a page broke on in the first row of the next page', async () => {
    const page = tablesIn(await paper('long-table.pdf'))[1];

    expect(page?.rows[0]).toMatchObject({ place: { page: 2, line: 1 } });
    expect(page?.rows[0]?.cells.map((cell) => cell?.text)).toEqual([
      '',
      'các xã bãi ngang; chăm sóc 96 ha rừng đã trồng năm 2026, bảo đảm tỷ lệ sống từ 85% trở lên.',
      ...['', '', '', 'ha.'],
    ]);
  });

  it('gives a letter as its paragraphs and tables, in order', async () => {
    const letter = await paper('letter-2027.pdf');

    expect(paragraphsIn(letter).slice(1, 4)).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
      'Kính gửi: Sở Biển và Hải đảo; Chi cục Muối.',
      'Giao nhiệm vụ năm 2027',
    ]);
    expect(textsIn(letter)[1]).toEqual(['1', 'Cắm mốc hành lang đê', 'Quý II', 'Chi cục Muối']);
  });

  it('is refused where it has a password, or pictures for pages', async () => {
    const bytes = (name: string) => readFileSync(`test/fixtures/papers/${name}`);

    expect(await refusalOf(bytes('locked.pdf'), 'a.pdf')).toBe('passwordProtected');
    expect(await refusalOf(bytes('picture.pdf'), 'a.pdf')).toBe('noTextLayer');
  });
});

const lastHeads = ['Kết quả cụ thể', 'Thời hạn', 'Kinh phí', 'Tỷ lệ'];

const HEADS = ['STT', 'Việc', 'Đang làm', 'Xong', 'Kết quả'];
const AT = [40, 90, 400, 500, 600];

function row(y: number, texts: readonly string[]): Written[] {
  return texts.flatMap((text, index): Written[] =>
    text === '' ? [] : [[AT[index] ?? 0, y, text]],
  );
}

describe('a PDF page by the places of its words', () => {
  it('has columns where words stand below each other, though no line is drawn', async () => {
    const page = pdfOf([
      [
        [300, 560, 'PHỤ LỤC 4 NĂM 2029'],
        ...row(520, HEADS),
        ...row(500, ['1', 'Cấp nước cho 12 thôn bản vùng cao,', 'X', '', 'Đã cấp 7 thôn']),
        ...row(485, ['', 'gồm cả trạm y tế', '', '', '']),
        ...row(465, ['2', 'Sửa 03 cầu treo', '', 'X', 'Xong tháng 5']),
      ],
    ]);

    expect(textsIn(await paperIn(page, 'a.pdf'))).toEqual([
      HEADS,
      ['1', 'Cấp nước cho 12 thôn bản vùng cao, gồm cả trạm y tế', 'X', '', 'Đã cấp 7 thôn'],
      ['2', 'Sửa 03 cầu treo', '', 'X', 'Xong tháng 5'],
    ]);
  });

  it('gives a row all of its lines where its number stands in the middle of them', async () => {
    const page = pdfOf([
      [
        ...row(520, HEADS),
        ...row(490, ['', 'Cấp nước cho 12 thôn bản', '', '', '']),
        ...row(483, ['1', '', 'X', '', 'Đã cấp 7 thôn']),
        ...row(476, ['', 'ở vùng cao, vùng sâu', '', '', '']),
        ...row(455, ['', 'Sửa 03 cầu treo', '', '', '']),
        ...row(448, ['2', '', '', 'X', 'Xong tháng 5']),
        ...row(441, ['', 'qua sông Thao', '', '', '']),
      ],
    ]);

    expect(textsIn(await paperIn(page, 'a.pdf'))).toEqual([
      HEADS,
      ['1', 'Cấp nước cho 12 thôn bản ở vùng cao, vùng sâu', 'X', '', 'Đã cấp 7 thôn'],
      ['2', 'Sửa 03 cầu treo qua sông Thao', '', 'X', 'Xong tháng 5'],
    ]);
  });

  it('parts heads that stand close to each other by the columns below them', async () => {
    const page = pdfOf([
      [
        ...row(520, ['STT', 'Nội dung cam kết của đơn vị', '', '', 'Kết quả cụ thể']),
        [385, 520, 'Đang thực hiện'],
        [475, 520, 'Đã hoàn thành'],
        ...row(500, ['1', 'Cấp nước cho 12 thôn bản', 'X', '', 'Đã cấp 7 thôn']),
        ...row(480, ['2', 'Sửa 03 cầu treo', '', 'X', 'Xong tháng 5']),
      ],
    ]);

    expect(textsIn(await paperIn(page, 'a.pdf'))[0]).toEqual([
      'STT',
      'Nội dung cam kết của đơn vị',
      'Đang thực hiện',
      'Đã hoàn thành',
      'Kết quả cụ thể',
    ]);
  });

  it('parts a drawn row that holds several numbered items', async () => {
    const page = pdfOf(
      [
        [
          ...row(520, HEADS),
          ...row(480, ['1', 'Mở 05 lớp học nghề cho nông dân', 'X', '', 'Đã mở 2 lớp']),
          ...row(460, ['2', 'Cấp 40 chứng chỉ nghề', '', 'X', 'Đủ']),
        ],
      ],
      { drawn: gridOf([30, 80, 390, 490, 590, 800], [540, 510, 440]) },
    );

    expect(textsIn(await paperIn(page, 'a.pdf')).slice(1)).toEqual([
      ['1', 'Mở 05 lớp học nghề cho nông dân', 'X', '', 'Đã mở 2 lớp'],
      ['2', 'Cấp 40 chứng chỉ nghề', '', 'X', 'Đủ'],
    ]);
  });

  it('keeps a heading that is wider than its column in that column', async () => {
    const page = pdfOf(
      [
        [
          ...row(520, ['STT', 'Việc phải làm trong năm 2029', 'Chưa hoàn thành được', 'Xong', '']),
          ...row(480, ['1', 'Dựng 14 biển báo trên đường thủy', '', 'X', 'Đã dựng']),
        ],
      ],
      { drawn: gridOf([30, 80, 390, 490, 590, 800], [540, 510, 440]) },
    );

    expect(textsIn(await paperIn(page, 'a.pdf'))[0]?.slice(2, 4)).toEqual([
      'Chưa hoàn thành được',
      'Xong',
    ]);
  });

  it.each([0, 90, 180, 270])(
    'is read though it is laid sideways, by %i degrees',
    async (turned) => {
      const page = pdfOf(
        [
          [
            ...row(520, HEADS),
            ...row(480, ['1', 'Dựng 14 biển báo trên đường thủy', '', 'X', 'Đã dựng']),
          ],
        ],
        { drawn: gridOf([30, 80, 390, 490, 590, 800], [540, 510, 440]), turned },
      );

      expect(textsIn(await paperIn(page, 'a.pdf'))).toEqual([
        HEADS,
        ['1', 'Dựng 14 biển báo trên đường thủy', '', 'X', 'Đã dựng'],
      ]);
    },
  );

  it('makes paragraphs of lines that go on, and keeps titles apart', async () => {
    const full =
      'Chi cục Muối chủ trì rà soát toàn bộ diện tích ruộng muối đã giao cho hợp tác xã và tổ hợp tác';
    const page = pdfOf([
      [
        [330, 560, 'CHI CỤC MUỐI'],
        [60, 530, `${full} từ năm 2027 đến năm 2029,`],
        [60, 515, 'báo cáo trước ngày 15 tháng 8.'],
        [60, 500, '2. Sở Biển và Hải đảo theo dõi.'],
      ],
    ]);

    expect(paragraphsIn(await paperIn(page, 'a.pdf'))).toEqual([
      'CHI CỤC MUỐI',
      `${full} từ năm 2027 đến năm 2029, báo cáo trước ngày 15 tháng 8.`,
      '2. Sở Biển và Hải đảo theo dõi.',
    ]);
  });

  it('says on which page it met no letters', async () => {
    const scan = Buffer.concat([
      pdfOf([row(500, [...HEADS, 'và nhiều chữ khác để trang không bị coi là ảnh chụp giấy']), []]),
      Buffer.from('\n% << /Subtype /Image >>'),
    ]);

    const read = await paperIn(scan, 'a.pdf');

    expect(notesIn(read)).toEqual(['picturesIgnored']);
    expect(read.notes[0]?.place).toEqual({ page: 2, line: 1 });
  });

  it('is refused where its letters are not told, or where it would run a program', async () => {
    const text = row(500, ['1', 'Một nội dung cam kết của đơn vị']);

    expect(await refusalOf(pdfOf([text], { isUnnamed: true }), 'a.pdf')).toBe('unknownEncoding');
    const running = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    expect(await refusalOf(pdfOf([text], { catalogue: running }), 'a.pdf')).toBe('unsafeDocument');
    expect(await refusalOf(pdfOf([[]]), 'a.pdf')).toBe('emptyFile');
    expect(await refusalOf(pdfOf([[[50, 500, 'TỐI MẬT']]]), 'a.pdf')).toBe('secretMarking');
  });
});
