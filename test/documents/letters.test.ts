import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { ImportedPaper } from '../../src/documents/importing/paper.ts';
import { letter, paper, paragraph, table } from './paper-builder.ts';
import { agenciesOf, itemsOf, understood, warningsOf } from './reading.ts';
import { hasSeeds, seedText } from './seeds.ts';

describe('a letter', () => {
  it('gives work to bodies under headings of any kind, by bullets, letters and paragraphs', () => {
    const document = letter(`V/v triển khai Bản cam kết năm 2028
Kính gửi:
- Sở Y tế;
- Sở Tài chính.
Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2028 của UBND tỉnh, Chủ tịch UBND tỉnh yêu cầu:
### 1. Sở Y tế:
a) Chủ trì, phối hợp với Bảo hiểm xã hội tỉnh, UBND các xã, phường vận động 96% dân số có bảo hiểm y tế.
b) Tham mưu đề án trạm y tế thông minh trước ngày 30/9/2028.
đ) Phối hợp với Sở Nội vụ rà soát nhân lực.
**2. Giao Sở Nông nghiệp và Môi trường** chủ trì, phối hợp các đơn vị liên quan thực hiện:
- Trồng mới 50 ha rừng.
- Nghiệm thu 3 tuyến đê.
3. Sở Tài chính
Bố trí vốn cho các nội dung trên.
Thẩm định giá đất 12 khu.
4. Đề nghị Công an tỉnh bảo đảm an ninh trật tự.
IV. Giao Sở Xây dựng theo dõi, đôn đốc tiến độ 5 công trình.`);

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['1.a', '1.b', '1.đ']],
      ['Sở Nông nghiệp và Môi trường', ['2.1', '2.2']],
      ['Sở Tài chính', ['3.1', '3.2']],
      ['Công an tỉnh', ['4']],
      ['Sở Xây dựng', ['1']],
    ]);
    expect(understood(document)).toMatchObject({ year: 2028, warnings: [] });
    expect(itemsOf(document)[1]).toMatchObject({
      deadline: '2028-09-29',
      parent: null,
      status: null,
      result: null,
    });
    expect(itemsOf(document)[3]?.text).toBe('Trồng mới 50 ha rừng.');
  });

  it('says by its verbs who leads and who helps', () => {
    const document =
      letter(`1. Giao Phòng Kinh tế chủ trì, phối hợp với các ngành có liên quan, Ban Quản lý dự án và Phát triển quỹ đất tham mưu kêu gọi 2 dự án.
2. Giao Văn phòng HĐND và UBND tham mưu cải cách hành chính.
3. Giao Phòng Văn hóa - Xã hội phối hợp với Công an xã, Trạm Y tế kiểm tra 12 cơ sở.
4. Giao Công an xã cùng với Phòng Kinh tế chủ trì giải tỏa hành lang.
5. Giao Sở Tài chính cân đối vốn.
6. Giao Trung tâm Phục vụ hành chính công có trách nhiệm chủ trì tiếp nhận hồ sơ.`);

    expect(itemsOf(document).map(({ lead, coordinating }) => [lead, coordinating])).toEqual([
      ['Phòng Kinh tế', ['các ngành có liên quan', 'Ban Quản lý dự án và Phát triển quỹ đất']],
      [null, []],
      [null, ['Công an xã', 'Trạm Y tế']],
      ['Phòng Kinh tế', ['Công an xã']],
      [null, []],
      ['Trung tâm Phục vụ hành chính công', []],
    ]);
  });

  it('lets the points below a heading share its roles, unless they have their own', () => {
    const document =
      letter(`1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thực hiện các nhiệm vụ sau:
- Mua 5 xe cứu thương.
- Phối hợp với Sở Nội vụ tuyển 30 bác sĩ.`);

    expect(itemsOf(document)).toMatchObject([
      { number: '1.1', lead: 'Sở Y tế', coordinating: ['Sở Tài chính'] },
      { number: '1.2', lead: null, coordinating: ['Sở Nội vụ'] },
    ]);
  });

  it('asks some and tells others', () => {
    const { sections } = understood(
      letter(`1. Đề nghị Bảo hiểm xã hội khu vực chủ trì cấp 1.200 thẻ.
2. Phân công Phòng Kinh tế tham mưu.
3. Yêu cầu Công an phường tuần tra ban đêm.`),
    );

    expect(sections.map(({ agencyAsPrinted, standing }) => [agencyAsPrinted, standing])).toEqual([
      ['Bảo hiểm xã hội khu vực', 'requested'],
      ['Phòng Kinh tế', 'assigned'],
      ['Công an phường', 'assigned'],
    ]);
  });

  it('may give work to a group of bodies at once, which is noted', () => {
    const document = letter(`1. Giao Sở Y tế chủ trì tiêm chủng.
2. UBND các xã, phường:
- Có thêm ít nhất 01 mô hình mới.
3. Giao Sở Nội vụ và Sở Tư pháp tham mưu sắp xếp ấp.`);

    expect(understood(document).warnings).toMatchObject([
      { code: 'groupAssignee', level: 'note', about: 'UBND các xã, phường' },
      { code: 'severalAssignees', level: 'confirm', about: 'Sở Nội vụ; Sở Tư pháp' },
    ]);
  });

  it('gives one work to several bodies by giving it to each', () => {
    const document = letter(
      '3. Sở Y tế, Sở Giáo dục và Đào tạo theo chức năng tổ chức khám sức khỏe cho học sinh.\n4. Giao Sở Nội vụ chủ trì rà soát.',
    );

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['3']],
      ['Sở Giáo dục và Đào tạo', ['3']],
      ['Sở Nội vụ', ['4']],
    ]);
    expect(understood(document).warnings).toMatchObject([
      { code: 'severalAssignees', about: 'Sở Y tế; Sở Giáo dục và Đào tạo', line: 1 },
    ]);
  });

  it('means the body where it speaks to its head', () => {
    const document = letter(`1. Giao Giám đốc Sở Tài chính chủ trì giải ngân.
2. Yêu cầu Chủ tịch UBND các xã, phường chủ trì thu gom rác.
3. Giao Trưởng phòng Kinh tế chủ trì mở 2 chợ.`);

    expect(agenciesOf(document).map(([name]) => name)).toEqual([
      'Sở Tài chính',
      'UBND các xã, phường',
      'Trưởng phòng Kinh tế',
    ]);
  });

  it('may give several works in one paragraph, each by its own verb', () => {
    const document = letter(
      '3. Giao Sở Tài chính bố trí vốn; kiểm tra thanh toán; giao Sở Xây dựng kiểm tra chất lượng; đề nghị Kho bạc Nhà nước khu vực 9 giải ngân kịp thời.',
    );

    expect(agenciesOf(document)).toEqual([
      ['Sở Tài chính', ['3.1']],
      ['Sở Xây dựng', ['3.2']],
      ['Kho bạc Nhà nước khu vực 9', ['3.3']],
    ]);
    expect(itemsOf(document)[0]?.text).toBe('Giao Sở Tài chính bố trí vốn; kiểm tra thanh toán;');
  });

  it('has parts where the heading is an assignment itself', () => {
    const document = letter(`2. Giao Phòng Kinh tế chủ trì phát triển 3 sản phẩm OCOP.
a) Hỗ trợ bao bì.
- Ưu tiên hợp tác xã.`);

    expect(itemsOf(document).map(({ number, parent }) => [number, parent])).toEqual([
      ['2', null],
      ['2.a', '2'],
      ['2.a.1', '2.a'],
    ]);
  });

  it('may be unnumbered, and close with courtesies that give nobody work', () => {
    const document = letter(`UBND phường giao nhiệm vụ như sau:
Giao Phòng Kinh tế, Hạ tầng và Đô thị chủ trì lắp 40 đèn đường.
Đề nghị Công an phường theo dõi, đôn đốc.
Yêu cầu Thủ trưởng các đơn vị nêu trên làm đầu mối thực hiện tốt các nhiệm vụ.
Trong quá trình thực hiện nếu có vướng mắc, báo cáo UBND phường xem xét.
Giao Văn phòng HĐND và UBND theo dõi./.
Nơi nhận:
- Phòng Kinh tế chủ trì;`);

    expect(agenciesOf(document)).toEqual([
      ['Phòng Kinh tế, Hạ tầng và Đô thị', ['1']],
      ['Công an phường', ['2']],
    ]);
  });

  it('may be a decision, whose last article is everybody’s', () => {
    const document = letter(`QUYẾT ĐỊNH:
Điều 1. Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính và UBND các phường hoàn thành 500 căn nhà ở xã hội.
Điều 2. Giao Thanh tra tỉnh theo dõi, đôn đốc.
Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.`);

    expect(agenciesOf(document)).toEqual([
      ['Sở Xây dựng', ['1']],
      ['Thanh tra tỉnh', ['2']],
    ]);
  });

  it('may name the bodies under roman figures, each with numbers of its own', () => {
    const document = letter(`I. VĂN PHÒNG UBND TỈNH
1. Chủ trì tổng hợp kết quả.
2. Theo dõi, đôn đốc.
II. SỞ TƯ PHÁP
1. Rà soát 40 văn bản.`);

    expect(agenciesOf(document)).toEqual([
      ['VĂN PHÒNG UBND TỈNH', ['1', '2']],
      ['SỞ TƯ PHÁP', ['1']],
    ]);
  });

  it('may be a plan that names the bodies below each task', () => {
    const document = letter(`II. NHIỆM VỤ
1. Xây dựng Đề án phát triển du lịch.
- Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch.
- Cơ quan phối hợp: Sở Tài chính, UBND các xã.
- Thời gian hoàn thành: Quý II/2030.
- Sản phẩm: Đề án được duyệt.
2. Nâng cấp cổng dịch vụ công
- Chủ trì: Sở Khoa học và Công nghệ
- Thời hạn: thường xuyên`);

    expect(itemsOf(document)).toMatchObject([
      {
        number: '1',
        text: 'Xây dựng Đề án phát triển du lịch.',
        lead: 'Sở Văn hóa, Thể thao và Du lịch',
        coordinating: ['Sở Tài chính', 'UBND các xã'],
        deadline: '2030-06-30',
      },
      {
        number: '2',
        lead: 'Sở Khoa học và Công nghệ',
        deadline: null,
        deadlineAsPrinted: 'thường xuyên',
      },
    ]);
    expect(understood(document).sections).toHaveLength(2);
  });

  it('keeps the marks of its word processor apart from its words', () => {
    const { blocks } = letter('Giao Phòng Nội vụ\nTham mưu tinh giản biên chế.\nTheo dõi thi đua.');
    const marks = ['3.', 'a)', 'b)'];
    const numbered = blocks.map((block, index) => ({ ...block, numbering: marks[index] ?? '' }));

    expect(agenciesOf({ format: 'docx', blocks: numbered, notes: [] })).toEqual([
      ['Phòng Nội vụ', ['3.a', '3.b']],
    ]);
  });

  it('may give the watch over itself to a body, in its last points', () => {
    const document = letter(`1. Giao Sở Y tế chủ trì tiêm chủng.
2. Giao Sở Nội vụ chủ trì theo dõi việc thực hiện Kế hoạch này.
3. Các sở, ngành nghiêm túc thực hiện Kế hoạch này.`);

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['1']],
      ['Sở Nội vụ', ['2']],
    ]);
  });

  it('gives none when it is a report, or only speaks of work', () => {
    for (const text of [
      'BÁO CÁO\nGiao Sở Y tế chủ trì tiêm chủng.',
      'Sở Y tế đã thực hiện tốt.\nUBND các xã, phường: cơ bản hoàn thành.',
      'Kính gửi: Sở Y tế\nĐề nghị các cơ quan góp ý dự thảo trước ngày 30/6/2027.',
    ]) {
      expect(understood(letter(text)).sections).toEqual([]);
    }
  });

  it('may come with a table of commitments, and both are read', () => {
    const document = paper(
      paragraph('1. Giao Sở Y tế chủ trì tiêm chủng.'),
      paragraph('Phụ lục'),
      paragraph('CAM KẾT NĂM 2029 CỦA SỞ TƯ PHÁP'),
      table([
        ['STT', 'Nội dung cam kết', 'HT'],
        ['1', 'Số hóa hộ tịch', 'x'],
      ]),
    );

    expect(agenciesOf(document)).toEqual([
      ['Sở Y tế', ['1']],
      ['SỞ TƯ PHÁP', ['1']],
    ]);
  });
});

describe('the reports that a letter asks for', () => {
  it('become rules, wherever they stand', () => {
    const { reporting } = understood(
      letter(`1. Giao Sở Y tế chủ trì tiêm chủng.
2. Chế độ thông tin, báo cáo:
- Báo cáo quý: gửi trước ngày 20 của tháng cuối quý.
- Báo cáo 6 tháng: chậm nhất ngày 15/6/2027.
3. Giao Sở Tài chính bố trí vốn.
Định kỳ hằng tháng, các đơn vị báo cáo trước 16 giờ 30 ngày 25 hằng tháng.`),
    );

    expect(reporting).toMatchObject([
      { kind: 'quarterly', boundary: 'before', day: 20, month: 'lastOfQuarter', year: null },
      { kind: 'semiannual', boundary: 'by', day: 15, month: 6, year: 2027 },
      { kind: 'monthly', boundary: 'by', day: 25, month: null, time: '16:30' },
    ]);
  });
});

describe('rules on reports', () => {
  const rulesOf = (text: string) => {
    const { reporting, sections } = understood(
      letter(`1. Giao Sở Y tế chủ trì tiêm chủng.\n${text}`),
    );
    return { kinds: reporting.map(({ kind }) => kind), assignments: sections.length };
  };

  it.each([
    [
      'everybody’s',
      '2. Các đơn vị được giao báo cáo kết quả chậm nhất ngày 25 tháng 11 hằng năm.',
      ['annual'],
      1,
    ],
    [
      'within somebody’s own work',
      '2. Văn phòng UBND tỉnh theo dõi, tổng hợp báo cáo định kỳ hằng quý, trước ngày 15 của tháng cuối quý.',
      ['quarterly'],
      2,
    ],
    [
      'below a heading of their own, numbered or not',
      'II. CHẾ ĐỘ BÁO CÁO\n1. Báo cáo tháng trước ngày 20 hằng tháng.\n2. Sở Y tế gửi báo cáo năm trước ngày 05 tháng 12.',
      ['monthly', 'annual'],
      1,
    ],
  ])('are %s', (_whose, text, kinds, assignments) => {
    expect(rulesOf(text)).toEqual({ kinds, assignments });
  });

  it('end with the next number of their heading’s rank', () => {
    const text =
      '2. Chế độ báo cáo\na) Báo cáo quý trước ngày 20 của tháng cuối quý.\n3. Giao Sở Nội vụ chủ trì rà soát.';

    expect(rulesOf(text)).toEqual({ kinds: ['quarterly'], assignments: 2 });
  });
});

describe('a letter turned into text', () => {
  it('is read with its broken lines', async () => {
    const text = `CHỈ THỊ
về việc thực hiện cam kết năm 2027

1. Giao Sở Công Thương chủ trì, phối hợp với các đơn vị có liên quan và
UBND các xã, phường kêu gọi ít nhất 05 dự án đầu tư mới vào các cụm công
nghiệp trên địa bàn tỉnh.

2. Giao Sở Tư pháp tham mưu.`;

    expect((await read(text)).sections.map(({ items }) => items.map((item) => item.text))).toEqual([
      [
        'Giao Sở Công Thương chủ trì, phối hợp với các đơn vị có liên quan và UBND các xã, phường kêu gọi ít nhất 05 dự án đầu tư mới vào các cụm công nghiệp trên địa bàn tỉnh.',
      ],
      ['Giao Sở Tư pháp tham mưu.'],
    ]);
  });
});

describe.skipIf(!hasSeeds)('a city’s letter (skipped where the documents are absent)', () => {
  it('gives fourteen assignments to nine bodies', async () => {
    const { sections, year } = await read(seedText('002'));

    expect(year).toBe(2023);
    expect(sections.map(({ items }) => items.map(({ number }) => number))).toEqual([
      ['1.1', '1.2', '1.3', '1.4'],
      ...['2', '3', '4', '5', '6', '7', '8'].map((number) => [number]),
      ['9.1', '9.2', '9.3'],
    ]);
    expect(sections.map(({ standing }) => standing)).toEqual([
      ...Array(7).fill('assigned'),
      'requested',
      'assigned',
    ]);
  });

  it('names who leads and who helps', async () => {
    const items = (await read(seedText('002'))).sections.flatMap((section) => section.items);

    expect(items.filter(({ lead }) => lead !== null).map(({ number }) => number)).toEqual([
      '1.1',
      '1.3',
      '2',
      '6',
      '7',
      '8',
    ]);
    expect(items.find(({ number }) => number === '1.2')?.coordinating).toEqual([
      'Chi cục Thuế khu vực 2',
      'UBND các xã, phường',
    ]);
    expect(items.find(({ number }) => number === '6')?.coordinating).toEqual([
      'các ngành và đơn vị có liên quan',
    ]);
  });

  it('wants three kinds of reports', async () => {
    expect((await read(seedText('002'))).reporting).toMatchObject([
      {
        kind: 'quarterly',
        boundary: 'before',
        day: 5,
        month: 'lastOfQuarter',
        year: null,
        time: null,
      },
      { kind: 'annualPreliminary', boundary: 'before', day: 20, month: 10, year: 2023 },
      { kind: 'annualUpdate', boundary: 'before', day: 20, month: 11, year: 2023 },
    ]);
  });

  it('raises no doubt but the group', async () => {
    expect((await read(seedText('002'))).warnings.map(({ code }) => code)).toEqual([
      'groupAssignee',
    ]);
    expect(warningsOf(letter(''))).toEqual([]);
  });
});

async function read(text: string): Promise<ImportedPaper> {
  const result = await readPaper(Buffer.from(text), 'cong-van.txt');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
