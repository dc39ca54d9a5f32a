import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { windows1258 } from '../old-encodings.ts';
import { notesIn, paperIn, paragraphsIn, refusalOf, tablesIn, textsIn } from '../read-for-test.ts';

const page = (inside: string) =>
  paperIn(Buffer.from(`<html><body>${inside}</body></html>`), 'bang.xls');

describe('a table of HTML that calls itself a sheet', () => {
  it('is read as an office program saves it', async () => {
    const paper = await paperIn(
      readFileSync('test/fixtures/papers/appendix-2029.html'),
      'bang.xls',
    );

    expect(textsIn(paper).slice(1)).toEqual([
      ['STT', 'Nội dung cam kết', 'Tình hình thực hiện', '·', '·', ...lastHeads],
      ['·', '·', 'Đang thực hiện', 'Hoàn thành', 'Không hoàn thành', '·', '·', '·', '·'],
      [
        '1',
        'Bảo vệ 4.218 ha rừng đặc dụng:\n- Tuần tra 12 tuyến;\n- Cắm 35 mốc ranh giới.',
        ...['X', '', '', 'Đã tuần tra 9 tuyến.', '30/11/2029', '1,632.5', '21.5%'],
      ],
      ['1.10', 'Trồng bổ sung 60 ha.', '', 'x', '', 'Đạt 60 ha', '', '', ''],
      ['2', '', '', '', 'X', 'Không được bố trí vốn.', '', '', ''],
    ]);
    expect(notesIn(paper)).toEqual(['struckLeftOut']);
    expect(tablesIn(paper)[0]?.rows[3]?.cells[7]?.value).toMatchObject({ number: 1632.5 });
  });

  it('places cells by the spans around them, also where tags are left open', async () => {
    const paper = await page(
      '<table><tr><th rowspan=2>STT<th colspan="2">Tình trạng<tr><td>Đang<td>Xong<tr><td>1<td>X<td></table>',
    );

    expect(textsIn(paper)).toEqual([
      ['STT', 'Tình trạng', '·'],
      ['·', 'Đang', 'Xong'],
      ['1', 'X', ''],
    ]);
  });

  it('shows entities, line breaks and bold heads, and hides scripts, styles and hidden rows', async () => {
    const paper = await page(
      '<style>td{}</style><script>alert("x")</script><p><b>Ph&#7909; l&#7909;c&nbsp;2</b></p>' +
        '<table><tr><td>1</td><td>Cấp &amp; đổi<br>40 giấy</td></tr><tr style="display:none"><td>9</td><td>nháp</td></tr></table>',
    );

    expect(paragraphsIn(paper)).toEqual(['Phụ lục 2']);
    expect(paper.blocks[0]).toMatchObject({ isBold: true });
    expect(textsIn(paper)).toEqual([
      ['1', 'Cấp & đổi\n40 giấy'],
      ['9', 'nháp'],
    ]);
    expect(tablesIn(paper)[0]?.rows.map(({ isHidden }) => isHidden)).toEqual([false, true]);
  });

  it('is read in the encoding that it names', async () => {
    const named = windows1258(
      '<html><head><meta charset="windows-1258"></head><body><table><tr><td>1</td><td>Đắp đê Cồn Dừa</td></tr></table></body></html>',
    );

    expect(textsIn(await paperIn(named, 'bang.xls'))).toEqual([['1', 'Đắp đê Cồn Dừa']]);
  });

  it('takes a table for the page’s own only where that holds nothing else', async () => {
    const paper = await page(
      '<table><tr><td>Phụ lục<table><tr><td>1</td><td>Đắp đê<table><tr><td>xã A</td><td>3 km</td></tr></table></td></tr></table></td></tr></table>',
    );

    expect(textsIn(paper, 0)).toEqual([['Phụ lục']]);
    expect(textsIn(paper, 1)).toEqual([['1', 'Đắp đê\nxã A 3 km']]);
  });

  it('is refused where it nests without end, or says nothing', async () => {
    const deep = Buffer.from(`<table>${'<tr><td><table>'.repeat(5000)}`);

    expect(await refusalOf(deep, 'a.xls')).toBe('unsafeXml');
    expect(await refusalOf(Buffer.from('<html><body><table></table></body></html>'), 'a.xls')).toBe(
      'emptyFile',
    );
  });
});

const lastHeads = ['Kết quả cụ thể', 'Thời hạn', 'Kinh phí', 'Tỷ lệ'];
