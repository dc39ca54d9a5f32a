import { describe, expect, it } from 'vitest';
import { importJson, refusalJson } from '../../src/cli/import-json.ts';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { ImportedPaper } from '../../src/documents/importing/paper.ts';
import { doubtsIn, findingDoubts } from '../../src/views/import-doubts.ts';
import { textsOf } from '../../src/views/texts.ts';

const vi = textsOf('vi');
const FILE = 'phu-luc.html';

const TABLE = `<p>KẾT QUẢ CAM KẾT VỚI UBND TỈNH NĂM 2027 CỦA SỞ GIAO THÔNG VẬN TẢI, QUÝ I</p>
<table>
<tr><td>STT</td><td>Nội dung cam kết</td><td>Kế hoạch</td><td>ĐVT</td><td>Thời hạn</td><td>Chủ trì</td>
<td>Phối hợp</td><td>Tình trạng</td><td>Kết quả</td></tr>
<tr><td>1</td><td>Hoàn thành đúng hạn 100% nhiệm vụ trên phần mềm giao việc</td><td></td><td></td><td>trước 30/9</td>
<td>Văn phòng Sở</td><td>Thanh tra Sở; Phòng Kế hoạch</td><td>Đang thực hiện</td><td>Đã xong 30/60 nhiệm vụ, đạt 40%</td></tr>
<tr><td>2</td><td>Nâng cấp đường tỉnh</td><td>12</td><td>Km</td><td></td>
<td></td><td></td><td></td><td></td></tr>
</table>`;

describe('what import --json prints of a table', () => {
  it('has the targets of an item’s words and of its plan', async () => {
    const [first, second] = itemsOf(await printed(TABLE));

    expect(first?.targets).toMatchObject([{ value: 100, unit: '%', compare: '=' }]);
    expect(second?.targets).toMatchObject([{ value: 12, unit: 'km', compare: '≥', kind: 'count' }]);
  });

  it('names the commitments that agencies share', async () => {
    expect(itemsOf(await printed(TABLE)).map(({ shared }) => shared)).toEqual([
      ['onTimeTasks'],
      [],
    ]);
  });

  it('has who leads, who helps and the last good day', async () => {
    expect(itemsOf(await printed(TABLE))[0]).toMatchObject({
      lead: 'Văn phòng Sở',
      coordinating: ['Thanh tra Sở', 'Phòng Kế hoạch'],
      deadline: '2027-09-29',
      deadlineAsPrinted: 'trước 30/9',
      boundary: 'before',
      status: 'inProgress',
    });
  });

  it('names the successors of a body that is gone', async () => {
    const { sections } = await printed(TABLE);

    expect(sections).toMatchObject([
      { agencyAsPrinted: 'SỞ GIAO THÔNG VẬN TẢI', successors: ['Sở Xây dựng'] },
    ]);
  });

  it('tells each doubt with its level, its reason and its place', async () => {
    const { outcome, warnings } = await printed(TABLE);

    expect(outcome).toBe('import_after_confirmation');
    expect(warnings).toMatchObject([
      { code: 'rowWithoutMark', level: 'note', source: { file: FILE, line: 7 } },
      { code: 'agencyAbolished', level: 'confirm' },
      {
        code: 'percentWrong',
        level: 'confirm',
        message: '30/60 là 50%, văn bản ghi 40%.',
        source: { file: FILE, line: 5 },
      },
    ]);
  });

  it('takes the year, and the agency where nobody is named, from the person', async () => {
    const paper = await read(TABLE.replace('NĂM 2027 CỦA SỞ GIAO THÔNG VẬN TẢI, ', ''));

    const { document, sections } = importJson(paper, FILE, '', null, [], {
      year: 2028,
      agency: 'Sở Xây dựng',
    });

    expect(document).toMatchObject({ year: 2028, period: 'Q1' });
    expect(sections).toMatchObject([
      { agency: 'Văn phòng Sở', items: [{ number: '1', deadline: '2028-09-29' }] },
      { agency: 'Sở Xây dựng', items: [{ number: '2' }] },
    ]);
  });
});

describe('what it prints of a report', () => {
  const REPORT = `BÁO CÁO
Kết quả thực hiện cam kết năm 2027
Đã giải ngân 30/60 tỷ đồng, đạt 40%.`;

  it('is a refusal with what its figures dispute', async () => {
    const refused = await readPaper(Buffer.from(REPORT), 'bao-cao.txt');
    if (refused.ok) throw new Error('not refused');
    const { code, findings = [] } = refused.error;

    expect(refusalJson(code, '', FILE, findingDoubts(findings, vi))).toMatchObject({
      outcome: 'refuse',
      code: 'noItems',
      sections: [],
      warnings: [{ code: 'percentWrong', level: 'confirm', source: { file: FILE, line: 3 } }],
    });
  });
});

describe('doubts that the person has settled', () => {
  const paperNamed = (fileName: string) =>
    readPaper(
      Buffer.from(TABLE.replace('NĂM 2027 CỦA SỞ GIAO THÔNG VẬN TẢI, QUÝ I', 'CỦA SỞ Y TẾ')),
      fileName,
    );

  it('are told no more', async () => {
    const read = await paperNamed('cam-ket-quy-2-2029.html');
    if (!read.ok) throw new Error(read.error.code);
    const codes = (decided: Parameters<typeof doubtsIn>[1]) =>
      doubtsIn(read.value, decided, vi)
        .map(({ code }) => code)
        .filter((code) => code.endsWith('FileName'));

    expect(codes({})).toEqual(['yearFromFileName', 'periodFromFileName']);
    expect(codes({ year: 2029 })).toEqual(['periodFromFileName']);
    expect(codes({ year: 2029, period: 'Q2' })).toEqual([]);
  });
});

async function read(html: string): Promise<ImportedPaper> {
  const paper = await readPaper(Buffer.from(html), FILE);
  if (!paper.ok) throw new Error(paper.error.code);
  return paper.value;
}

async function printed(html: string) {
  const paper = await read(html);
  return importJson(paper, FILE, '', null, doubtsIn(paper, {}, vi), {});
}

function itemsOf({ sections }: Awaited<ReturnType<typeof printed>>) {
  return sections.flatMap(({ items }) => items);
}
