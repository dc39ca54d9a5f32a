import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sheetOf, workbook } from '../office-files.ts';
import { notesIn, paperIn, paragraphsIn, refusalOf, tablesIn, textsIn } from '../read-for-test.ts';

const read = (bytes: Uint8Array, name = 'phu-luc.xlsx') => paperIn(bytes, name);
const kept = (name: string) => read(readFileSync(`test/fixtures/papers/${name}`), name);

/** Cells of one sheet by their own XML, under a number format each. */
function cells(inside: string, ...formats: readonly string[]): Buffer {
  const own = formats.map(
    (code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>`,
  );
  const styles = formats.map((_code, index) => `<xf numFmtId="${200 + index}"/>`);
  return workbook({
    sheets: [`<sheetData><row r="1">${inside}</row></sheetData>`],
    styles: `<styleSheet><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
  });
}

describe('a workbook that an office program saved', () => {
  it('gives its sheet as it looks: numbers, days and money as shown, merged cells once', async () => {
    const paper = await kept('appendix-2029.xlsx');

    expect(textsIn(paper)).toEqual([
      [
        'PHỤ LỤC V-03: KẾT QUẢ THỰC HIỆN CAM KẾT HÀNH ĐỘNG 9 THÁNG NĂM 2029\nBAN QUẢN LÝ VƯỜN QUỐC GIA ĐÁ BẠC',
        ...new Array(9).fill('·'),
      ],
      ['STT', 'Nội dung cam kết', 'Tình hình thực hiện', '·', '·', ...lastHeads],
      ['·', '·', 'Đang thực hiện', 'Hoàn thành', 'Không hoàn thành', ...new Array(5).fill('·')],
      [
        '1',
        'Bảo vệ 4.218 ha rừng đặc dụng:\n- Tuần tra 12 tuyến;\n- Cắm 35 mốc ranh giới.',
        ...['X', '', '', 'Đã tuần tra 9 tuyến.', 'NB-7', '30/11/2029', '1.632,5', '21,5%'],
      ],
      ['1.10', 'Trồng bổ sung 60 ha.', '', 'x', '', 'Đạt 60 ha', '', '', '', ''],
      ['2', '', '', '', 'X', 'Không được bố trí vốn.', '', '', '', ''],
      ['3', 'Dòng nháp đã ẩn.', ...new Array(8).fill('')],
    ]);
  });

  it('points to the rows of the sheet and says what is hidden, struck or left out', async () => {
    const paper = await kept('appendix-2029.xlsx');
    const [table] = tablesIn(paper);

    expect(table?.rows.map(({ place }) => place)).toEqual(
      [1, 5, 6, 7, 8, 9, 10].map((row) => ({ sheet: 'Vườn quốc gia', row })),
    );
    expect(table).toMatchObject({ sheet: 'Vườn quốc gia', hiddenColumns: [6] });
    expect(table?.rows.map(({ isHidden }) => isHidden).lastIndexOf(true)).toBe(6);
    expect(notesIn(paper)).toEqual([
      'commentsIgnored',
      'hiddenRows',
      'struckLeftOut',
      'hiddenColumns',
      'hiddenSheets',
    ]);
  });

  it('keeps the value behind a day, a sum and a share', async () => {
    const row = tablesIn(await kept('appendix-2029.xlsx'))[0]?.rows[3];

    expect(row?.cells.slice(7).map((cell) => cell?.value)).toEqual([
      { kind: 'date', iso: '2029-11-30', format: 'dd/mm/yyyy' },
      { kind: 'number', number: 1632.5, format: '#,##0.0' },
      { kind: 'number', number: 0.215, format: '0.0%' },
    ]);
  });

  it('reads one that was made from a table of text', async () => {
    expect(textsIn(await kept('commitments-2027.xlsx'))).toEqual([
      ['Số TT', 'Nội dung cam kết', 'Tình trạng', 'Kết quả'],
      [
        '1',
        'Nâng cấp 03 trạm bơm, kiên cố 7 km kênh',
        'Đang thực hiện',
        'Đã xong 01 trạm\n- còn vướng mặt bằng',
      ],
      ['1.1', 'Trạm bơm Cồn Dừa', 'Hoàn thành', ''],
      ['2', 'Tập huấn "nước sạch" cho 240 hộ', 'Không hoàn thành', 'Chỉ đạt 96 hộ'],
    ]);
  });
});

const lastHeads = ['Kết quả cụ thể', 'Mã nội bộ', 'Thời hạn', 'Kinh phí', 'Tỷ lệ'];

describe('a cell of a workbook', () => {
  it.each([
    ['0.00', '1.1', '1.10'],
    ['#,##0', '5978', '5.978'],
    ['0%', '0.85', '85%'],
    ['#,##0.0 &quot;ha&quot;', '1234.56', '1.234,6 ha'],
    ['dd/mm/yyyy', '47452', '30/11/2029'],
    ['&quot;Quý &quot;0', '3', 'Quý 3'],
    ['@', '1.1', '1.1'],
    ['General', '0.30000000000000004', '0.3'],
  ])('under the format %s shows %s as %s', async (format, number, shown) => {
    expect(textsIn(await read(cells(`<c r="A1" s="1"><v>${number}</v></c>`, format)))).toEqual([
      [shown],
    ]);
  });

  it('shows the value that its formula last had, and says where it has none yet', async () => {
    const paper = await read(
      cells(
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"a"</f><v>hai</v></c>' +
          '<c r="C1"><f>SUM(A1)</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><v>1</v></c>',
      ),
    );

    expect(textsIn(paper)).toEqual([['2', 'hai', '', '#DIV/0!', 'TRUE']]);
    expect(paper.notes).toEqual([
      { code: 'formulaWithoutValue', place: { sheet: 'Bảng 1', row: 1 } },
    ]);
  });

  it('counts days from 1904 where its workbook does', async () => {
    const from1904 = workbook({
      sheets: ['<sheetData><row r="1"><c r="A1" s="1"><v>45990</v></c></row></sheetData>'],
      styles: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      settings: 'date1904="1"',
    });

    expect(textsIn(await read(from1904))).toEqual([['30/11/2029']]);
  });

  it('leaves out what is struck through, in part or with its whole row', async () => {
    const strings =
      '<sst><si><r><t>Cấp 40 </t></r><r><rPr><strike/></rPr><t>45 </t></r><r><rPr><b/></rPr><t>giấy</t></r></si>' +
      '<si><r><rPr><strike/></rPr><t>Bỏ cả dòng</t></r></si></sst>';
    const paper = await read(
      workbook({
        sheets: [
          '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="4"><c r="A4" t="s"><v>1</v></c></row></sheetData>',
        ],
        strings,
      }),
    );

    expect(textsIn(paper)).toEqual([['Cấp 40 giấy'], ['Bỏ cả dòng']]);
    expect(tablesIn(paper)[0]?.rows.map(({ isStruck }) => isStruck)).toEqual([false, true]);
    expect(notesIn(paper)).toEqual(['struckLeftOut']);
  });

  it('shows ticks and boxes that a symbol font draws', async () => {
    const font = (name: string, text: string) =>
      `<si><r><rPr><rFont val="${name}"/></rPr><t>${text}</t></r></si>`;
    const paper = await read(
      workbook({
        sheets: [
          '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row></sheetData>',
        ],
        strings: `<sst>${font('Wingdings', 'ü')}${font('Wingdings 2', 'P')}${font('Wingdings', '¨')}</sst>`,
      }),
    );

    expect(textsIn(paper)).toEqual([['✓', '✓', '☐']]);
  });
});

describe('a workbook', () => {
  it('hands on each sheet that is shown, in order, and none that is hidden', async () => {
    const paper = await read(
      workbook({
        sheets: [sheetOf(['1', 'Đắp đê']), sheetOf(['nháp']), sheetOf([], ['2', 'Trồng cói'])],
        states: ['visible', 'veryHidden', 'visible'],
      }),
    );

    expect(tablesIn(paper).map(({ sheet }) => sheet)).toEqual(['Bảng 1', 'Bảng 3']);
    expect(textsIn(paper, 1)).toEqual([['2', 'Trồng cói']]);
    expect(paragraphsIn(paper)).toEqual([]);
    expect(notesIn(paper)).toEqual(['hiddenSheets']);
  });

  it('is read whole with 10,000 rows, and past any number of blank ones', async () => {
    const rows = Array.from({ length: 10_000 }, (_row, index) => [`${index + 1}`, 'Đắp đê', 'X']);
    const blank = '<row s="1"><c s="1"/><c s="1"/></row>'.repeat(100_000);
    const sheet = sheetOf(...rows).replace('</sheetData>', `${blank}</sheetData>`);

    const [table] = tablesIn(await read(workbook({ sheets: [sheet] })));

    expect(table?.rows).toHaveLength(10_000);
    expect(table?.rows.at(-1)?.cells.map((cell) => cell?.text)).toEqual(['10000', 'Đắp đê', 'X']);
  });

  it('reads past its macros and says so', async () => {
    const macros = { name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' };
    const paper = await read(
      workbook({ sheets: [sheetOf(['1', 'Đắp đê'])], more: [macros] }),
      'a.xlsm',
    );

    expect(textsIn(paper)).toEqual([['1', 'Đắp đê']]);
    expect(notesIn(paper)).toEqual(['macrosIgnored']);
  });

  it('is refused only where its sheet cannot be read without the macros', async () => {
    const macros = { name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' };
    const uncomputed = '<sheetData><row r="1"><c r="A1"><f>DocTuMacro(1)</f></c></row></sheetData>';
    const behindMacros = workbook({
      sheets: [sheetOf(['Bật macro để xem bảng']), sheetOf(['1', 'Đắp đê'])],
      states: ['visible', 'veryHidden'],
      more: [macros],
    });

    expect(await refusalOf(workbook({ sheets: [uncomputed], more: [macros] }), 'a.xlsm')).toBe(
      'macroPresent',
    );
    expect(await refusalOf(behindMacros, 'a.xlsm')).toBe('macroPresent');
    expect(await refusalOf(workbook({ sheets: [uncomputed + sheetOf(['1'])] }), 'a.xlsx')).toBe(
      null,
    );
  });

  it('does not follow links to other workbooks', async () => {
    const link = {
      name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
      content:
        '<Relationships><Relationship Id="r1" Type="x/externalLinkPath" Target="https://example.invalid/a.xlsx" TargetMode="External"/></Relationships>',
    };

    expect(
      textsIn(await read(workbook({ sheets: [sheetOf(['1', 'Đắp đê'])], more: [link] }))),
    ).toEqual([['1', 'Đắp đê']]);
  });

  it('is refused for a secrecy mark in a head, a comment or a hidden sheet', async () => {
    const head = `${sheetOf(['1', 'Đắp đê'])}<headerFooter><oddHeader>&amp;CTỐI MẬT&amp;R2029</oddHeader></headerFooter>`;
    const comment = {
      name: 'xl/comments1.xml',
      content: '<comments><text><r><t>MẬT</t></r></text></comments>',
    };
    const hidden = workbook({
      sheets: [sheetOf(['1', 'Đắp đê']), sheetOf(['Mật'])],
      states: ['visible', 'hidden'],
    });

    for (const bytes of [
      workbook({ sheets: [head] }),
      workbook({ sheets: [sheetOf(['1', 'Đắp đê'])], more: [comment] }),
      hidden,
    ])
      expect(await refusalOf(bytes, 'a.xlsx')).toBe('secretMarking');
  });

  it('is refused where its letters are those of an old font', async () => {
    const strings =
      '<sst><si><r><rPr><rFont val=".VnTime"/></rPr><t>Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp</t></r></si></sst>';
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Đường</t></is></c></row></sheetData>';

    expect(await refusalOf(workbook({ sheets: [sheet], strings }), 'a.xlsx')).toBe(
      'legacyEncoding',
    );
  });

  it('is refused where nothing is written in it', async () => {
    expect(await refusalOf(workbook({ sheets: [sheetOf(['', ''])] }), 'a.xlsx')).toBe('emptyFile');
  });
});
