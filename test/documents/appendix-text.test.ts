import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { ImportedPaper } from '../../src/documents/importing/paper.ts';

const dump = readFileSync('test/fixtures/appendix/two-agencies.txt', 'utf8');

describe('the appendix of another province', () => {
  it('gives each agency the rows printed above its title', async () => {
    const { sections } = await read(dump);

    expect(sections.map(({ appendix, agencyAsPrinted }) => [appendix, agencyAsPrinted])).toEqual([
      ['III-01', 'CHI CỤC KIỂM LÂM'],
      ['III-02', 'TRUNG TÂM NƯỚC SẠCH'],
    ]);
    expect(sections.map(({ items }) => items.map(({ number }) => number))).toEqual([
      ['1', '2', '2.1', '3'],
      ['1'],
    ]);
  });

  it('reads year, period and the office above from the titles', async () => {
    expect(await read(dump)).toMatchObject({ year: 2025, period: 'Q3', authority: 'UBND Tỉnh' });
  });

  it('takes figures at line starts for text, in the item and in its result', async () => {
    const [first] = (await read(dump)).sections[0]?.items ?? [];

    expect(first?.text).toBe(
      'Trồng mới 12 ha rừng phòng hộ; nghiệm thu 2 tuyến đê bao trước ngày 15/10/2025.',
    );
    expect(first?.result).toBe('- Đã trồng 7 ha.\n- Còn vướng mặt bằng 2 hộ dân.');
  });

  it('does not take the number of a congress for a mark', async () => {
    const second = (await read(dump)).sections[0]?.items[1];

    expect(second?.text).toBe('Tổ chức 04 lớp tập huấn cho cán bộ khóa X.');
    expect(second?.result).toBeNull();
  });

  it('carries an agency on over a page break', async () => {
    const last = (await read(dump)).sections[0]?.items.at(-1);

    expect(last?.text).toBe('Giảm 5% số vụ cháy rừng so với năm trước, không để xảy ra cháy lớn.');
  });

  it('lets a title at the top of the file name the page below it', async () => {
    const [rowsAndTitle = '', rest = ''] = dump.split('Đang thực hiện Hoàn thành');
    const title = rowsAndTitle.slice(rowsAndTitle.indexOf('Phụ lục'), rowsAndTitle.indexOf('STT'));

    const [section] = (await read(`${title}\nĐang thực hiện Hoàn thành${rest.split('Phụ lục')[0]}`))
      .sections;

    expect(section).toMatchObject({ appendix: 'III-01', agencyAsPrinted: 'CHI CỤC KIỂM LÂM' });
    expect(section?.items.map(({ text }) => text)).toEqual(['Cấp nước sạch cho 30 hộ.']);
  });

  it('notes a row without a mark and keeps it', async () => {
    const { sections, warnings } = await read(
      dump.replace('2.1 Lớp tại trung tâm. X Đã', '2.1 Lớp. Đã'),
    );

    expect(sections[0]?.items.map(({ number }) => number)).toEqual(['1', '2', '2.1', '3']);
    expect(warnings).toEqual([{ code: 'rowWithoutMark', level: 'note', line: 17 }]);
  });

  it('has a person look at a row with two marks, which may hide another row', async () => {
    const { sections, warnings } = await read(
      dump.replace('X\nĐang thực hiện Hoàn', 'X\n5 Mở 02 lớp. X\nX\nĐang thực hiện Hoàn'),
    );

    expect(warnings).toEqual([{ code: 'rowWithMarks', level: 'confirm', line: 38 }]);
    expect(sections[0]?.items.at(-1)?.result).toBe('5 Mở 02 lớp. X');
  });

  it('has a person look at an agency of which nothing could be read', async () => {
    const { sections, warnings } = await read(dump.replace('1\nCấp nước', '01\nCấp nước'));

    expect(sections).toHaveLength(1);
    expect(warnings).toEqual([{ code: 'sectionWithoutItems', level: 'confirm', line: 46 }]);
  });

  it('does not choose between the years or the periods of its parts', async () => {
    const [first = '', second = ''] = dump.split('Đang thực hiện Hoàn thành');
    const parts = [first, second.replace('NĂM 2025', 'NĂM 2026').replace('QUÝ III', 'QUÝ IV')];

    const paper = await read(parts.join('Đang thực hiện Hoàn thành'));

    expect(paper).toMatchObject({ year: null, years: [2025, 2026], period: null });
    expect(paper.warnings.map(({ code }) => code)).toEqual(['periodsDiffer']);
  });

  it('does not take the year of a letter or of a day for that of the commitments', async () => {
    const dated = dump
      .replaceAll('NĂM 2025 CỦA', '(KÈM THEO CÔNG VĂN NGÀY 05/01 NĂM 2026) NĂM 2025 CỦA')
      .replaceAll('QUÝ III', 'QUÝ III (TÍNH ĐẾN NGÀY 05 THÁNG 9 NĂM 2026)');

    expect(await read(dated)).toMatchObject({ years: [2025], period: 'Q3', asOf: '2026-09-05' });
  });

  it.each([
    ['QUÝ IV', 'Q4'],
    ['QUÝ 2/2025', 'Q2'],
    ['6 THÁNG ĐẦU NĂM', 'H1'],
    ['SÁU THÁNG', 'H1'],
    ['09 THÁNG', 'M9'],
    ['6 THÁNG CUỐI NĂM', null],
    ['NĂM 2025', 'annual'],
    ['SƠ BỘ NĂM 2025', 'annualPreliminary'],
    ['CẬP NHẬT, BỔ SUNG NĂM 2025', 'annualUpdate'],
  ])('knows the period %s', async (printed, period) => {
    expect((await read(dump.replaceAll('QUÝ III', printed))).period).toBe(period);
  });

  it('takes a title that goes on in the line of its appendix', async () => {
    const joined = dump.replaceAll(/(Phụ lục III-0\d)\n/g, '$1 ');

    expect((await read(joined)).sections).toMatchObject([
      { appendix: 'III-01', agencyAsPrinted: 'CHI CỤC KIỂM LÂM' },
      { appendix: 'III-02', agencyAsPrinted: 'TRUNG TÂM NƯỚC SẠCH' },
    ]);
  });

  it('takes a title in capitals where no line names an appendix', async () => {
    const bare = dump.replaceAll(/Phụ lục III-0\d\n/g, '');

    expect(await read(bare)).toMatchObject({
      year: 2025,
      period: 'Q3',
      sections: [
        { appendix: null, agencyAsPrinted: 'CHI CỤC KIỂM LÂM' },
        { appendix: null, agencyAsPrinted: 'TRUNG TÂM NƯỚC SẠCH' },
      ],
    });
  });

  it('ends before the signature and the addressees', async () => {
    const signed = dump.replace(
      'X\nPhụ lục III-02',
      'X\nĐã cấp 12 hộ.\nNơi nhận:\n- Như trên;\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nPhụ lục III-02',
    );

    expect((await read(signed)).sections[1]?.items[0]?.result).toBe('Đã cấp 12 hộ.');
  });

  it('names the body above as a sentence would', async () => {
    const full = dump.replaceAll('UBND TỈNH', 'ỦY BAN NHÂN DÂN TỈNH');

    expect((await read(full)).authority).toBe('Ủy ban nhân dân Tỉnh');
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['an empty one', Buffer.from(' \n'), 'emptyFile'],
    ['one with a secrecy mark', Buffer.from(`TỐI MẬT\n${dump}`), 'secretMarking'],
    ['one of bytes that no encoding explains', Buffer.from([0xc3, 0x28, 0xff]), 'unknownEncoding'],
    ['one with the mark in a cell', Buffer.from(`01/BC\tMẬT\t2026\n${dump}`), 'secretMarking'],
    ['the beginning of a spreadsheet', Buffer.from('504b030414', 'hex'), 'corruptFile'],
    ['a text without a table', Buffer.from('Kính gửi đồng chí.'), 'noItems'],
    ['one of 21 MB', Buffer.alloc(21 * 1024 * 1024, 32), 'fileTooLarge'],
  ])('is refused with its reason: %s', async (_what, bytes, code) => {
    expect(await readPaper(bytes, '')).toMatchObject({ ok: false, error: { code } });
  });

  it.each(['\ufeff', ''])(
    'is not one in UTF-16, which is read, with its mark or without',
    async (mark) => {
      const little = Buffer.from(`${mark}${dump}`, 'utf16le');
      const big = Buffer.from(little).swap16();

      expect((await readPaper(little, 'a.txt')).ok).toBe(true);
      expect((await readPaper(big, 'b.txt')).ok).toBe(true);
    },
  );
});

async function read(text: string): Promise<ImportedPaper> {
  const paper = await readPaper(Buffer.from(text), 'phu-luc.txt');
  if (!paper.ok) throw new Error(paper.error.code);
  return paper.value;
}
