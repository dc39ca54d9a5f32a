import { describe, expect, it } from 'vitest';
import { paper, paragraph, table } from './paper-builder.ts';
import { agenciesOf, numbersOf, understood, warningsOf } from './reading.ts';

const HEADER = ['STT', 'Nội dung cam kết', 'HT', 'ĐTH', 'Kết quả'];
const ROWS = [HEADER, ['1', 'Trồng 40 ha rừng', 'x', '', ''], ['2', 'Nạo vét kênh', '', 'x', '']];

describe('the agency of a table', () => {
  it.each([
    [
      'KẾT QUẢ THỰC HIỆN CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH NĂM 2028 CỦA CHI CỤC KIỂM LÂM',
      'CHI CỤC KIỂM LÂM',
    ],
    ['Bản cam kết năm 2031 của Giám đốc Sở Tư pháp', 'Sở Tư pháp'],
    ['Đơn vị: Ban Quản lý vườn quốc gia', 'Ban Quản lý vườn quốc gia'],
    ['NỘI DUNG CAM KẾT CỦA UBND XÃ TÂN PHÚ VỚI UBND TỈNH NĂM 2027', 'UBND XÃ TÂN PHÚ'],
    [
      'Cam kết của Phòng Kinh tế, Hạ tầng và Đô thị lũy kế đến ngày 14/6/2029',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
    ],
  ])('stands in its title «%s»', (title, agency) => {
    expect(agenciesOf(paper(paragraph(title), table(ROWS)))).toEqual([[agency, ['1', '2']]]);
  });

  it('stands in the rows above its header, which are no items', () => {
    const document = paper(
      table([
        [
          { text: 'UBND TỈNH SÔNG XANH\nSỞ Y TẾ', columns: 2 },
          { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc', columns: 3 },
        ],
        [{ text: 'PHỤ LỤC III-2', columns: 5 }],
        [{ text: 'KẾT QUẢ CAM KẾT NĂM 2030\nCỦA CHI CỤC DÂN SỐ', columns: 5 }],
        [{ text: '(Kèm theo Báo cáo số 12/BC-SYT ngày 4/3/2030 của Sở Y tế)', columns: 5 }],
        ...ROWS,
      ]),
    );

    expect(understood(document)).toMatchObject({ year: 2030 });
    expect(understood(document).sections).toMatchObject([
      { agencyAsPrinted: 'CHI CỤC DÂN SỐ', appendix: 'III-2' },
    ]);
  });

  it('is who wrote the paper where nothing else names one', () => {
    const document = paper(
      table([['UBND TỈNH SÔNG XANH\nSỞ TƯ PHÁP', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']]),
      paragraph('PHỤ LỤC'),
      paragraph('Kết quả thực hiện cam kết năm 2029'),
      table(ROWS),
    );

    expect(agenciesOf(document)).toEqual([['SỞ TƯ PHÁP', ['1', '2']]]);
  });

  it('stays open where the paper names none, or only many at once', () => {
    expect(agenciesOf(paper(table(ROWS)))).toEqual([[null, ['1', '2']]]);
    expect(
      agenciesOf(paper(paragraph('TỔNG HỢP CAM KẾT CỦA CÁC SỞ, NGÀNH NĂM 2026'), table(ROWS))),
    ).toEqual([[null, ['1', '2']]]);
  });

  it('is the sheet’s name, one sheet an agency', () => {
    const document = paper(
      table(ROWS, { sheet: 'Sở Công Thương' }),
      table(ROWS, { sheet: '2. SYT' }),
      table([['TỔNG HỢP'], ['TT', 'Đơn vị', 'Số nội dung'], ['1', 'Sở Y tế', '2']], {
        sheet: 'Tổng hợp',
      }),
      table(ROWS, { sheet: 'UBND phường 3' }),
    );

    expect(agenciesOf(document)).toEqual([
      ['Sở Công Thương', ['1', '2']],
      ['SYT', ['1', '2']],
      ['UBND phường 3', ['1', '2']],
    ]);
    expect(understood(document).sections[0]?.items[0]?.source).toEqual({
      sheet: 'Sở Công Thương',
      row: 2,
    });
  });

  it('is the title’s where the sheet is named after another, and somebody must look', () => {
    const document = paper(
      table([['CAM KẾT NĂM 2027 CỦA SỞ XÂY DỰNG'], ...ROWS], { sheet: 'Sở Y tế' }),
    );

    expect(agenciesOf(document)).toEqual([['SỞ XÂY DỰNG', ['1', '2']]]);
    expect(understood(document).warnings).toMatchObject([
      { code: 'agencyDisputed', level: 'confirm' },
    ]);
  });

  it('stands in bands, in whatever way they are numbered', () => {
    const document = paper(
      table([
        HEADER,
        [{ text: 'I. SỞ CÔNG THƯƠNG (02 nội dung)', columns: 5 }],
        ['1', 'Mở 3 chợ', 'x', '', ''],
        ['2', 'Cấp điện cho 20 ấp', 'x', '', ''],
        ['II', 'Sở Tư pháp', '', '', ''],
        ['1', 'Số hóa sổ hộ tịch', '', 'x', ''],
        ['3', 'UBND xã Hòa Bình', '', '', ''],
        ['3.1', 'Xây 2 km đường', '', 'x', ''],
        ['Đơn vị: Trạm Khuyến nông', '', '', '', ''],
        ['1', 'Mở 5 lớp', 'x', '', ''],
      ]),
    );

    expect(agenciesOf(document)).toEqual([
      ['SỞ CÔNG THƯƠNG', ['1', '2']],
      ['Sở Tư pháp', ['1']],
      ['UBND xã Hòa Bình', ['3.1']],
      ['Trạm Khuyến nông', ['1']],
    ]);
  });

  it('stands in a merged column, or one filled only in its first row', () => {
    const document = paper(
      table([
        ['Đơn vị', 'STT', 'Nội dung cam kết', 'Trạng thái'],
        [{ text: 'Sở Y tế', rows: 2 }, '1', 'Khám cho 500 người', 'HT'],
        [null, '2', 'Xây 2 trạm', 'ĐTH'],
        ['UBND xã Tân Phú', '1', 'Xây 2 km đường', 'HT'],
        ['', '2', 'Đào 1 ao', 'ĐTH'],
      ]),
    );

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['1', '2']],
      ['UBND xã Tân Phú', ['1', '2']],
    ]);
    expect(warningsOf(document)).toEqual([]);
  });

  it('is the title’s where a column only says who does the work', () => {
    const document = paper(
      paragraph('CAM KẾT NĂM 2028 CỦA SỞ Y TẾ'),
      table([
        ['STT', 'Nội dung cam kết', 'Đơn vị thực hiện', 'Trạng thái'],
        ['1', 'Khám cho 500 người', 'Bệnh viện Đa khoa', 'HT'],
      ]),
    );

    expect(agenciesOf(document)).toEqual([['SỞ Y TẾ', ['1']]]);
    expect(understood(document).sections[0]?.items[0]?.lead).toBe('Bệnh viện Đa khoa');
  });

  it('is the body that leads where nothing names another', () => {
    const document = paper(
      table([
        ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn'],
        ['1', 'Khám cho 500 người', 'Sở Y tế', '30/6/2027'],
        ['2', 'Xây 2 km đường', 'Sở Xây dựng', '30/6/2027'],
        ['3', 'Mở 2 trạm', 'Sở Y tế', '30/9/2027'],
      ]),
    );

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['1', '3']],
      ['Sở Xây dựng', ['2']],
    ]);
  });

  it('changes with each titled table of a paper, whose numbers begin anew', () => {
    const document = paper(
      paragraph('Phụ lục I'),
      paragraph('KẾT QUẢ CAM KẾT NĂM 2027 CỦA SỞ Y TẾ'),
      table(ROWS),
      paragraph('Phụ lục II'),
      paragraph('KẾT QUẢ CAM KẾT NĂM 2027 CỦA SỞ TƯ PHÁP'),
      table(ROWS),
    );

    expect(understood(document).sections).toMatchObject([
      { agencyAsPrinted: 'SỞ Y TẾ', appendix: 'I' },
      { agencyAsPrinted: 'SỞ TƯ PHÁP', appendix: 'II' },
    ]);
    expect(warningsOf(document)).toEqual([]);
  });

  it('changes with each title within one sheet', () => {
    const document = paper(
      table(
        [
          ['PHỤ LỤC I'],
          ['CAM KẾT CỦA SỞ XÂY DỰNG'],
          HEADER,
          ['1', 'Cấp phép đúng hạn', 'x', '', ''],
          ['PHỤ LỤC II'],
          ['CAM KẾT CỦA CÔNG AN TỈNH'],
          HEADER,
          ['1', 'Tuần tra ban đêm', '', 'x', ''],
        ],
        { sheet: 'Sheet1' },
      ),
    );

    expect(understood(document).sections).toMatchObject([
      { agencyAsPrinted: 'SỞ XÂY DỰNG', appendix: 'I', items: [{ number: '1' }] },
      { agencyAsPrinted: 'CÔNG AN TỈNH', appendix: 'II', items: [{ number: '1' }] },
    ]);
  });

  it('is who wrote a text whose head stands beside the country’s name', () => {
    const document = paper(
      paragraph('UBND TỈNH AN BÌNH        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      paragraph('SỞ TƯ PHÁP            Độc lập - Tự do - Hạnh phúc'),
      paragraph('BẢNG CAM KẾT NĂM 2027'),
      table(ROWS),
    );

    expect(agenciesOf(document)).toEqual([['SỞ TƯ PHÁP', ['1', '2']]]);
  });

  it('is not the heading of a group that begins like a body', () => {
    const document = paper(
      table([
        HEADER,
        ['I', 'Phòng, chống tham nhũng', '', '', ''],
        ['1', 'Kiểm tra 5 đơn vị', 'x', '', ''],
        ['II', 'Hội nhập quốc tế', '', '', ''],
        ['2', 'Đón 3 đoàn', 'x', '', ''],
        ['III', 'Xã hội', '', '', ''],
        ['3', 'Xây 10 căn nhà', 'x', '', ''],
      ]),
    );

    expect(agenciesOf(document)).toEqual([[null, ['1', '2', '3']]]);
  });
});

describe('year and period', () => {
  const titled = (title: string, sheet?: string) =>
    paper(paragraph(title), table(ROWS, sheet === undefined ? {} : { sheet }));

  it('are the title’s', () => {
    expect(
      understood(
        titled(
          'KẾT QUẢ CAM KẾT VỚI UBND TỈNH NĂM 2026 CỦA SỞ Y TẾ, QUÝ III, TÍNH ĐẾN NGÀY 14/9/2026',
        ),
      ),
    ).toMatchObject({
      year: 2026,
      period: 'Q3',
      asOf: '2026-09-14',
      authority: 'UBND Tỉnh',
    });
    expect(understood(titled('Kết quả 6 tháng đầu năm 2026'))).toMatchObject({
      year: 2026,
      period: 'H1',
    });
  });

  it('may be named by sheets and columns where titles are silent', () => {
    expect(understood(titled('Kết quả', 'Quý II-2029'))).toMatchObject({
      year: 2029,
      period: 'Q2',
      warnings: [],
    });
  });

  it('leave the year open where only the file’s name has one', () => {
    expect(understood(titled('Kết quả'), 'BC_Q1_2028.xlsx')).toMatchObject({
      year: null,
      years: [],
      period: 'Q1',
      warnings: [
        { code: 'yearFromFileName', level: 'confirm', about: '2028' },
        { code: 'periodFromFileName', level: 'note', about: 'Q1' },
      ],
    });
  });

  it('that title and sheet dispute are nobody’s but a person’s to settle', () => {
    const document = titled('Kết quả quý I năm 2027', 'Quý II 2026');

    expect(understood(document)).toMatchObject({
      year: null,
      years: [2027, 2026],
      period: null,
      warnings: [{ code: 'periodsDiffer', level: 'confirm', about: 'Q1, Q2' }],
    });
  });

  it('stand as the paper says them where the file’s name says another', () => {
    expect(understood(titled('Kết quả quý I năm 2027'), 'quy 2 2027.xlsx')).toMatchObject({
      year: 2027,
      period: 'Q1',
      warnings: [{ code: 'periodOfFileDiffers', level: 'confirm', about: 'Q2' }],
    });
  });

  it('leave what a reader noted in the warnings, once', () => {
    const document = {
      ...titled('Kết quả năm 2027'),
      notes: [{ code: 'macrosIgnored' }, { code: 'commentsIgnored', place: { line: 4 } }] as const,
    };

    expect(understood(document).warnings).toEqual([
      { code: 'macrosIgnored', level: 'note', line: 1 },
      { code: 'commentsIgnored', level: 'note', line: 4, source: { line: 4 } },
    ]);
    expect(numbersOf(document)).toEqual(['1', '2']);
  });
});
