import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { p, table, wordFile } from '../office-files.ts';
import { notesIn, paperIn, paragraphsIn, refusalOf, tablesIn, textsIn } from '../read-for-test.ts';

const read = (bytes: Uint8Array) => paperIn(bytes, 'bao-cao.docx');
const body = (inside: string) => read(wordFile({ body: inside }));
const kept = (name: string) => read(readFileSync(`test/fixtures/papers/${name}`));

describe('a letter that an office program saved', () => {
  it('gives its paragraphs with the numbers of its lists, all changes accepted', async () => {
    expect(paragraphsIn(await kept('letter-2027.docx'))).toEqual([
      'ỦY BAN NHÂN DÂN TỈNH SÔNG THAO',
      'Kính gửi: Sở Biển và Hải đảo; Chi cục Muối.',
      'Giao nhiệm vụ năm 2027',
      '1. Chi cục Muối rà soát 120 ha ruộng muối:',
      'a) Lập bản đồ trước ngày 30 tháng 9 năm 2027;',
      '- in 05 bộ.',
      'b) Báo cáo qua trục liên thông.',
      '2. Sở Biển và Hải đảo chủ trì thả 40 phao tiêu.',
      'Nơi nhận: Như trên.',
    ]);
  });

  it('gives its table with the cells that span rows and columns', async () => {
    const letter = await kept('letter-2027.docx');

    expect(textsIn(letter)).toEqual([
      ['STT', 'Nhiệm vụ', 'Thời gian và đơn vị', '·'],
      ['1', 'Cắm mốc\nhành lang đê', 'Quý II', 'Chi cục Muối'],
      ['·', 'Nghiệm thu', 'Quý III', ''],
    ]);
    expect(tablesIn(letter)[0]?.rows[1]?.cells[0]).toMatchObject({ columns: 1, rows: 2 });
    expect(notesIn(letter)).toEqual([
      'footnotesLeftOut',
      'trackedChangesAccepted',
      'struckLeftOut',
    ]);
  });

  it('gives a table of three status columns with each X in its own', async () => {
    const [head, second, ...rows] = textsIn(await kept('long-table.docx'));

    expect(head).toEqual(['STT', 'Nội dung', 'Tình trạng', '·', '·', 'Kết quả']);
    expect(second).toEqual(['·', '·', 'Đang làm', 'Xong', 'Không xong', '·']);
    expect(rows.map((row) => row.slice(2, 5).indexOf('X'))).toEqual(
      Array.from({ length: 24 }, (_row, index) => (index + 1) % 3),
    );
  });

  it('tells headings and bold lines apart from the rest', async () => {
    const [title, , heading] = (await kept('letter-2027.docx')).blocks;

    expect(title).toMatchObject({ isBold: true, place: { line: 1 } });
    expect(heading).toMatchObject({ headingLevel: 1, isBold: true, place: { line: 3 } });
  });
});

describe('a table of a Word file', () => {
  it('is left out where its rows only set the page, and what is in it stays', async () => {
    const paper = await body(table([p('Phụ lục 3') + table(['1', 'Đắp đê'], ['2', 'Trồng cói'])]));

    expect(paragraphsIn(paper)).toEqual(['Phụ lục 3']);
    expect(textsIn(paper)).toEqual([
      ['1', 'Đắp đê'],
      ['2', 'Trồng cói'],
    ]);
  });

  it('keeps a small table within a cell as the text of that cell', async () => {
    const inner = p('Chia ra:') + table(['xã A', '3 km'], ['xã B', '4 km']) + p('');

    expect(textsIn(await body(table(['STT', 'Việc'], ['1', inner], ['2', 'Trồng cói'])))).toEqual([
      ['STT', 'Việc'],
      ['1', 'Chia ra:\nxã A 3 km\nxã B 4 km'],
      ['2', 'Trồng cói'],
    ]);
  });

  it('has no row that was deleted with changes tracked, nor a cell that goes on from above', async () => {
    const row = (cells: string, properties = '') =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
    const rows =
      row(cell('I', '<w:vMerge w:val="restart"/>') + cell('Đắp đê')) +
      row(cell('', '<w:vMerge/>') + cell('Trồng cói')) +
      row(cell('9') + cell('Bỏ'), '<w:del w:id="1"/>') +
      row(cell('Ghi chú chung', '<w:gridSpan w:val="2"/>'));

    const paper = await body(`<w:tbl>${rows}</w:tbl>`);

    expect(textsIn(paper)).toEqual([
      ['I', 'Đắp đê'],
      ['·', 'Trồng cói'],
      ['Ghi chú chung', '·'],
    ]);
    expect(notesIn(paper)).toEqual(['trackedChangesAccepted']);
  });

  it('has the automatic numbers of its first column', async () => {
    const numbered = p('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const paper = await read(
      wordFile({
        body: table(['STT', 'Việc'], [numbered, 'Đắp đê'], [numbered, 'Trồng cói']),
        numbering: numberingOf('decimal', '%1'),
      }),
    );

    expect(textsIn(paper)).toEqual([
      ['STT', 'Việc'],
      ['1', 'Đắp đê'],
      ['2', 'Trồng cói'],
    ]);
  });

  it('shows what is ticked: symbols, boxes of forms and content controls', async () => {
    const symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>';
    const legacyBox =
      '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
    const control = `<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt></w:p>`;

    expect(
      textsIn(await body(table(['Xong', 'Đang', 'Chưa'], [symbol, legacyBox, control]))),
    ).toEqual([
      ['Xong', 'Đang', 'Chưa'],
      ['✓', '☑', '☐'],
    ]);
  });
});

function numberingOf(format: string, pattern: string): string {
  return `<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
}

describe('the text of a Word file', () => {
  it('joins what a tracked deletion joined and leaves out what it took away', async () => {
    const paper = await body(
      '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>Cấp 40 </w:t></w:r></w:p>' +
        '<w:p><w:ins w:id="2"><w:r><w:t>giấy phép</w:t></w:r></w:ins><w:del w:id="3"><w:r><w:delText> cũ</w:delText></w:r></w:del></w:p>',
    );

    expect(paragraphsIn(paper)).toEqual(['Cấp 40 giấy phép']);
  });

  it('shows the result of a field, not its instruction, and no hidden run', async () => {
    const paper = await body(
      '<w:p><w:r><w:t xml:space="preserve">Đến ngày </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>30/11/2029</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>nháp</w:t></w:r></w:p>',
    );

    expect(paragraphsIn(paper)).toEqual(['Đến ngày 30/11/2029']);
  });

  it('takes in what stands in text boxes, once', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box('Phụ lục số 5')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('Phụ lục số 5')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;

    expect(paragraphsIn(await body(`<w:p>${drawing}</w:p>${p('Đắp đê')}`))).toEqual([
      'Phụ lục số 5',
      'Đắp đê',
    ]);
  });

  it('says where a page begins', async () => {
    const paper = await body(
      `${p('Trang một')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p('Trang hai')}`,
    );

    expect(paper.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'pageBreak', 'paragraph']);
  });

  it('is refused for a mark of secrecy in its header or in a stamp across the page', async () => {
    const header = { name: 'word/header1.xml', content: `<w:hdr>${p('TỐI MẬT')}</w:hdr>` };
    const stamp =
      '<w:p><w:r><w:pict><v:shape><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r></w:p>';

    expect(await refusalOf(wordFile({ body: p('Đắp đê'), more: [header] }), 'a.docx')).toBe(
      'secretMarking',
    );
    expect(await refusalOf(wordFile({ body: p('Đắp đê') + stamp }), 'a.docx')).toBe(
      'secretMarking',
    );
  });

  it('is refused where it would start a program or fetch from another machine', async () => {
    const dde = '<w:p><w:fldSimple w:instr=" DDEAUTO cmd.exe "/></w:p>';
    const template = [['t', 'attachedTemplate', 'http://example.invalid/a.dotm', true]] as const;

    expect(await refusalOf(wordFile({ body: dde }), 'a.docx')).toBe('unsafeDocument');
    expect(await refusalOf(wordFile({ body: p('Đắp đê'), links: template }), 'a.docx')).toBe(
      'unsafeDocument',
    );
  });

  it('keeps a hyperlink, which nobody follows, as its words', async () => {
    const link = [['h', 'hyperlink', 'https://example.invalid', true]] as const;
    const inside =
      '<w:p><w:hyperlink r:id="h"><w:r><w:t>Cổng dịch vụ công</w:t></w:r></w:hyperlink></w:p>';

    expect(paragraphsIn(await read(wordFile({ body: inside, links: link })))).toEqual([
      'Cổng dịch vụ công',
    ]);
  });

  it('is refused where it is set in an old font', async () => {
    const old = p('Céng hßa x· héi chñ nghÜa ViÖt Nam', '', '<w:rFonts w:ascii=".VnTime"/>');

    expect(await refusalOf(wordFile({ body: p('Độc lập') + old }), 'a.docx')).toBe(
      'legacyEncoding',
    );
  });

  it('is refused where there are only pictures, or nothing', async () => {
    const picture = { name: 'word/media/image1.png', content: 'ảnh' };

    expect(await refusalOf(wordFile({ body: p(''), more: [picture] }), 'a.docx')).toBe(
      'noTextLayer',
    );
    expect(await refusalOf(wordFile({ body: p('') }), 'a.docx')).toBe('emptyFile');
  });
});
