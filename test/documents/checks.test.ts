import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditFigures } from '../../src/documents/checks/arithmetic.ts';
import type { CheckedItem, CheckedPaper } from '../../src/documents/checks/checked-paper.ts';
import { checkPaper } from '../../src/documents/checks/index.ts';
import { joinPrintedLines } from '../../src/documents/checks/printed-paragraphs.ts';
import { day } from '../../src/domain/calendar-date.ts';
import { formatNumber } from '../../src/language/numbers.ts';

const item = (
  number: string,
  text: string,
  result: string | null = null,
  rest: Partial<CheckedItem<string>> = {},
): CheckedItem<string> => ({
  number,
  parent: number.includes('.') ? number.slice(0, number.lastIndexOf('.')) : null,
  text,
  result,
  status: 'inProgress',
  place: number,
  ...rest,
});

const paper = (
  items: readonly CheckedItem<string>[],
  rest: Partial<CheckedPaper<string>> = {},
): CheckedPaper<string> => ({
  year: 2031,
  period: 'Q1',
  sections: [{ agencyAsPrinted: 'SỞ TÀI CHÍNH', items, place: 'title' }],
  ...rest,
});

const told = (checked: CheckedPaper<string>) =>
  checkPaper(checked).map(({ place, code, level }) => `${place} ${code} ${level}`);

describe('a percentage in a sentence', () => {
  const Counts = fc
    .record({
      whole: fc.integer({ min: 2, max: 9000 }),
      share: fc.double({ min: 0.01, max: 1.4, noNaN: true }),
    })
    .map(({ whole, share }) => ({ whole, part: Math.max(1, Math.round(whole * share)) }));
  const Form = fc.constantFrom(
    (part: string, whole: string, percent: string) =>
      `Đã giải quyết ${part}/${whole} hồ sơ, đạt ${percent}%.`,
    (part: string, whole: string, percent: string) =>
      `Giải ngân ${part} triệu đồng/${whole} triệu đồng, đạt tỷ lệ ${percent}%`,
    (part: string, whole: string, percent: string) =>
      `Giải ngân ${part} triệu/${whole} triệu đồng (đạt ${percent}%)`,
    (part: string, whole: string, percent: string) =>
      `Tỷ lệ ước đạt ${percent}% (${part}/${whole} tỷ đồng)`,
    (part: string, whole: string, percent: string) =>
      `Có ${part} trong số ${whole} xã đạt chuẩn (chiếm ${percent}%)`,
  );

  it('is never told where it is rounded right to one or two decimals', () => {
    fc.assert(
      fc.property(
        Counts,
        Form,
        fc.integer({ min: 1, max: 2 }),
        ({ part, whole }, form, decimals) => {
          const percent = formatNumber((part / whole) * 100, decimals);
          const text = form(formatNumber(part), formatNumber(whole), percent);
          expect(auditFigures(text)).toEqual([]);
          expect(auditFigures(text.normalize('NFD'))).toEqual([]);
        },
      ),
    );
  });

  it('is always told where it is off by more than rounding', () => {
    fc.assert(
      fc.property(Counts, Form, fc.integer({ min: 2, max: 900 }), ({ part, whole }, form, off) => {
        const percent = formatNumber((part / whole) * 100 + off / 100, 2);
        const text = form(formatNumber(part), formatNumber(whole), percent);
        const codes = auditFigures(text).map(({ code }) => code);
        expect(['percentWrong', 'separatorDoubtful']).toContain(codes[0]);
        expect(auditFigures(text.normalize('NFD'))).toEqual(auditFigures(text));
      }),
    );
  });

  it('is not looked for in words without figures', () => {
    const Words = fc.array(
      fc.constantFrom(
        'đạt',
        'tỷ lệ',
        '%',
        '/',
        'trong đó',
        'gồm',
        'còn lại',
        'chiếm',
        'xã',
        '(',
        ')',
        ',',
        '.',
        '\n',
        'vượt',
      ),
    );
    fc.assert(
      fc.property(Words, (words) => {
        expect(auditFigures(words.join(' '), words.join(' '))).toEqual([]);
      }),
    );
  });
});

describe('a result against its item', () => {
  const budget = 'Thu ngân sách trên địa bàn: 7.590 tỷ đồng; chi ngân sách: 13.191 tỷ đồng.';

  it.each([
    ['Tổng thu ngân sách: 1.632 tỷ đồng đạt 21,5% so dự toán', budget, []],
    ['Tổng chi: 3.350 tỷ đồng đạt 21,8% so dự toán', budget, ['denominatorMismatch']],
    ['Tổng chi: 3.350/15.367 tỷ đồng, đạt 21,8% dự toán', budget, ['denominatorMismatch']],
    ['Tổng chi: 3.350/13.191 tỷ đồng, đạt 25,4% dự toán', budget, []],
    [
      'Tổng chi: 3.350/13.191 tỷ đồng, đạt 21,8% dự toán',
      budget,
      ['percentWrong', 'denominatorMismatch'].slice(0, 1),
    ],
    ['Vay 350 tỷ đồng, đạt 21,8% kế hoạch', budget, []],
    [
      'Kim ngạch xuất khẩu 812 triệu USD, đạt 52,9% kế hoạch',
      'Kim ngạch xuất khẩu hàng hóa (1.535 triệu USD)',
      [],
    ],
    [
      'Kim ngạch xuất khẩu 812 triệu USD, đạt 62,9% kế hoạch',
      'Kim ngạch xuất khẩu hàng hóa (1.535 triệu USD)',
      ['denominatorMismatch'],
    ],
    [
      'Đã đón 950.000 lượt khách, đạt 25% kế hoạch',
      'Thu hút 3,8 triệu lượt khách với 1.800 tỷ đồng doanh thu',
      [],
    ],
    [
      'Đã đón 950.000 lượt khách, đạt 35% kế hoạch',
      'Thu hút 3,8 triệu lượt khách với 1.800 tỷ đồng doanh thu',
      ['denominatorMismatch'],
    ],
    ['Vay 350 tỷ đồng, đạt 21,8% kế hoạch', 'Thu ngân sách: 7.590 tỷ đồng', []],
    [
      'Đã thành lập 130 doanh nghiệp, đạt 20% kế hoạch',
      'Có ít nhất 650 doanh nghiệp thành lập mới',
      [],
    ],
    [
      'Đã thành lập 130 doanh nghiệp, đạt 25% kế hoạch',
      'Có ít nhất 650 doanh nghiệp thành lập mới',
      ['denominatorMismatch'],
    ],
    ['Đã có 98/143 xã đạt chuẩn (68,5%)', 'Có 115 xã đạt chuẩn', []],
    ['Có 30 hộ, chiếm 5% tổng số hộ', 'Có 650 hộ', []],
    ['Đạt 101,51%, (vượt 3,51%)', 'Đạt từ 98% trở lên', []],
    ['Đạt 101,51%, (vượt 3,58%)', 'Đạt từ 98% trở lên', []],
    ['Đạt 101,51%, (vượt 1,51%)', 'Đạt từ 98% trở lên', []],
    ['Đạt 101,51%, (vượt 7,08%)', 'Đạt từ 98% trở lên', ['excessWrong']],
    ['Đạt 101,51%, (vượt 7,08%)', 'Đạt từ 98% đến 99%', []],
    ['Đạt 101,51%, cao hơn cùng kỳ 7,08%', 'Đạt từ 98% trở lên', []],
    ['Đạt 101,51%, vượt 7,08% so với năm trước', 'Đạt từ 98% trở lên', []],
    ['Đạt 92%; vượt 7,08%', 'Đạt từ 98% trở lên', []],
  ])('«%s» for «%s»: %j', (result, text, codes) => {
    expect(auditFigures(result, text).map(({ code }) => code)).toEqual(codes);
  });
});

describe('the checks of a paper', () => {
  it('say nothing of a sound one', () => {
    const items = [
      item('1', 'Giải ngân 250 tỷ đồng vốn sự nghiệp; trồng 120 ha cây ăn trái.'),
      item(
        '1.1',
        'Giải ngân 250 tỷ đồng vốn sự nghiệp.',
        'Đã giải ngân 50 tỷ đồng, đạt 20% kế hoạch.',
      ),
      item('1.2', 'Trồng 120 ha cây ăn trái.', 'Đã trồng 40 ha tại xã Tân Kiều.'),
      item('2', 'Họp dân tại ba ấp.', 'Đã họp ngày 05/3/2031.'),
    ];
    const names = [{ source: 'title' as const, text: 'NĂM 2031', place: 'title' }];
    expect(checkPaper(paper(items, { names, paragraphs: [] }))).toEqual([]);
    expect(checkPaper(paper([]))).toEqual([]);
    expect(checkPaper({ year: null, period: null, sections: [] })).toEqual([]);
  });

  it('tell every doubt at its row', () => {
    const items = [
      item('1', 'Trồng 120 ha cây ăn trái; nuôi cá tra thương phẩm ven sông.'),
      item('1.1', 'Trồng 120 ha cây ăn trái.', 'Đã trồng … ha.'),
      item('1.3', 'Họp dân tại ba ấp.', 'Đang triển khai thực hiện.', { status: 'fulfilled' }),
      item('2', 'Mở 5 lớp học bơi.', 'Tính từ ngày 01/01/2030 đến 08/3/2030 đã mở 2 lớp.', {
        status: null,
      }),
      item('2', 'Xây cầu.', 'Đã ban hành Kế hoạch số 12/KH-STC ngày 05/3/2030.'),
      item(
        '3',
        'Đắp đê.',
        'Đã họp ngày 31/9/2031; thi công từ 05/6/2031 đến 01/5/2031; ông A 0912.345.678',
      ),
    ];
    expect(told(paper(items)).toSorted()).toEqual(
      [
        'title numberMissing note',
        '2 numberRepeated confirm',
        '1 partWithoutChild confirm',
        '1.1 placeholderOpen confirm',
        '1.3 emptyPhrase note',
        '1.3 markDisputed confirm',
        '2 dateOutsidePeriod confirm',
        '2 dateOfOtherYear note',
        '3 dateImpossible confirm',
        '3 datesReversed confirm',
        '3 personalData note',
      ].toSorted(),
    );
  });

  it('change nothing and tell the same of every form of Unicode', () => {
    const items = [
      item(
        '1',
        'Tổng chi: 13.191 tỷ đồng',
        'Tổng chi: 3.350 tỷ đồng đạt 21,8% so dự toán; có … hộ',
      ),
    ];
    const checked = paper(items);
    const copy = structuredClone(checked);
    const decomposed = paper(
      items.map(({ text, result, ...rest }) => ({
        ...rest,
        text: text.normalize('NFD'),
        result: result?.normalize('NFD') ?? null,
      })),
    );

    expect(checkPaper(checked)).toEqual(checkPaper(decomposed));
    expect(checked).toEqual(copy);
  });

  it('ask who took over from a body that is gone, and note where it is named', () => {
    const sections = [
      {
        agencyAsPrinted: 'SỞ KẾ HOẠCH VÀ ĐẦU TƯ',
        items: [item('1', 'Phối hợp Sở GTVT làm cầu.', null)],
        place: 'title',
      },
    ];
    const paragraphs = [{ text: 'Kính gửi: UBND huyện Châu Thành', place: 'letter' }];
    const checked = paper([], { sections, paragraphs });

    expect(told(checked)).toEqual([
      'title agencyAbolished confirm',
      '1 agencyAbolished note',
      'letter agencyAbolished note',
    ]);
    expect(told({ ...checked, on: day('2024-12-31') })).toEqual([]);
    expect(told({ ...checked, year: null })).toEqual([]);
  });

  it('dispute the year where names give another one', () => {
    const name = (source: 'fileName' | 'sheet' | 'title', text: string) => ({
      source,
      text,
      place: source,
    });
    const names = [
      name('fileName', 'cam-ket-2030.xlsx'),
      name('sheet', 'Sheet1'),
      name('title', 'NĂM 2031'),
    ];
    expect(checkPaper(paper([], { names }))).toEqual([
      {
        code: 'yearDisputed',
        level: 'confirm',
        place: 'fileName',
        data: { source: 'fileName', found: 2030, year: 2031 },
      },
    ]);
    expect(told(paper([], { names, year: null }))).toEqual(['title yearDisputed confirm']);
    expect(told(paper([], { names: [name('sheet', 'Sheet1')], year: null }))).toEqual([]);
  });

  it('let a list go on with the numbers of the one before', () => {
    const sections = [
      { agencyAsPrinted: 'A', items: [item('1', 'Đắp đê.'), item('2', 'Xây cầu.')], place: 'a' },
      { agencyAsPrinted: 'B', items: [item('3', 'Mở lớp.'), item('5', 'Họp dân.')], place: 'b' },
      { agencyAsPrinted: 'C', items: [item('đầu', 'Đào kênh.')], place: 'c' },
      { agencyAsPrinted: 'D', items: [item('1', 'Vét kênh.')], place: 'd' },
    ];
    expect(checkPaper(paper([], { sections })).map(({ place, data }) => [place, data])).toEqual([
      ['b', { number: '4' }],
    ]);
  });

  it('end where parents go round in a circle', () => {
    const items = [
      item('1', 'Trồng cây tại ba xã.', null, { parent: '2' }),
      item('2', 'Trồng cây tại ba xã.', null, { parent: '1' }),
    ];
    expect(checkPaper(paper(items))).toEqual([]);
  });

  it('note a count that began in another year, and what is dated after the paper', () => {
    const items = [
      item('1', 'Cấp mã số vùng trồng.', 'Tính từ ngày 01/01/2029 đến 08/3/2031 đã cấp 20 mã.'),
      item('2', 'Cấp mã số ao nuôi.', 'Tính đến ngày 08/3/2029, đã cấp 20 mã.'),
      item('3', 'Xây cầu.', 'Đã ký hợp đồng ngày 05/3/2032.'),
      item(
        '4',
        'Xây kè.',
        'Theo Quyết định số 12/QĐ-UBND ngày 05/3/2029; dự kiến xong trước ngày 05/3/2032.',
      ),
    ];
    expect(told(paper(items))).toEqual([
      '1 dateOfOtherYear note',
      '2 dateOutsidePeriod confirm',
      '3 dateOfOtherYear note',
    ]);
    expect(told(paper(items, { year: null, period: null }))).toEqual([]);
    expect(told(paper(items.slice(1, 2), { period: null }))).toEqual([
      '2 dateOutsidePeriod confirm',
    ]);
  });

  it('shorten what they quote', () => {
    const result = `Đã hoàn thành đúng hạn 100% nhiệm vụ; không có nhiệm vụ trễ hạn, quá hạn; hoàn thành đúng hạn 100% nhiệm vụ`;
    const [found] = checkPaper(paper([item('1', 'Xây bến thủy nội địa.', result)]));
    expect(found).toMatchObject({ code: 'answersOtherItem', data: { otherNumber: '' } });
    expect(JSON.stringify(found)).toContain('…');
  });
});

describe('the checks of running text', () => {
  const report = (...texts: string[]) =>
    told(paper([], { paragraphs: texts.map((text, index) => ({ text, place: `${index}` })) }));

  it('add up the lines of a list', () => {
    const lines = [
      'a) Có 31/88 nội dung hoàn thành',
      '',
      'b) Có 40/88 nội dung đang thực hiện',
      'c) Có 17/88 nội dung không hoàn thành',
    ];
    expect(report(...lines)).toEqual([]);
    expect(report(...lines.with(3, 'c) Có 19/88 nội dung không hoàn thành'))).toEqual([
      '0 sharesNotWhole confirm',
    ]);
    expect(
      report(...lines.slice(0, 3), 'Kết quả khác:', 'c) Có 19/88 nội dung không hoàn thành'),
    ).toEqual([]);
  });

  it('find the same aims counted of two wholes', () => {
    const first = 'Ước cuối năm 2031 đạt và vượt 10/11 chỉ tiêu.';
    expect(
      report(first, 'Dự kiến đến cuối năm 2031 đạt 24/25 chỉ tiêu, còn 01 chỉ tiêu không đạt.'),
    ).toEqual(['1 wholeDisputed confirm']);
    expect(report(first, 'Dự kiến cả năm đạt 24/25 chỉ tiêu.')).toEqual([
      '1 wholeDisputed confirm',
    ]);
    expect(report(first, 'Dự kiến đến cuối năm 2032 đạt 24/25 chỉ tiêu.')).toEqual([]);
    expect(report(first, 'Dự kiến đến cuối năm 2031 đạt 4/5 chỉ tiêu kinh tế.')).toEqual([]);
    expect(report(first, 'Dự kiến đến cuối năm 2031 đạt 4/5 xã.')).toEqual([]);
    expect(report(first, 'Cuối năm 2031 đạt 4/5 chỉ tiêu.')).toEqual([]);
  });

  it('take a list after a subset for one of either', () => {
    const list = 'Trường A có 05 thí sinh, Trường B có 04 thí sinh; Trường C 05 thí sinh.';
    const each =
      'Trường A có 05 thí sinh, Trường B có 05 thí sinh. Riêng Trường C; Trường D, mỗi trường có 2 thí sinh.';
    const head = (subset: number) =>
      `Có 19 thí sinh trúng tuyển. Trong đó có ${subset} thí sinh trong huyện.`;
    expect(report(`${head(14)} ${list}`)).toEqual(['0 partsOfSubset note']);
    expect(report(`${head(14)} ${each}`)).toEqual(['0 partsOfSubset note']);
    expect(report(`${head(15)} ${list}`)).toEqual([]);
    expect(report(`${head(14)} Trường A có 05 thí sinh.`)).toEqual([]);
    expect(report(`${head(19)} ${list}`)).toEqual([]);
  });

  it('weigh parts by what they may be', () => {
    expect(report('Có 50 hộ, trong đó 30 hộ dân tộc, 25 hộ có trẻ em')).toEqual([
      '0 partsNotTotal note',
    ]);
    expect(
      report('Có 120 công trình, gồm 50 công trình đường, 30 công trình cầu và công trình khác'),
    ).toEqual([]);
    expect(
      report('Có 40/55 trường, trong đó: mầm non 15/17 trường, tiểu học 14/23 trường'),
    ).toEqual([]);
    expect(report('Có 62/63 hồ sơ, gồm 40 hồ sơ đúng hạn, 23 hồ sơ trước hạn')).toEqual([]);
    expect(report('gồm 40 hồ sơ đúng hạn, 23 hồ sơ trước hạn')).toEqual([]);
    expect(report('Có 10 hồ sơ, gồm 6 hồ sơ mới (có 3 hồ sơ gấp), 4 hồ sơ cũ')).toEqual([]);
  });

  it('look for the total of a share among all that were told', () => {
    expect(report('Có 120 hộ nghèo, chiếm 2,5%; trong đó 30 hộ già yếu (0,63%)')).toEqual([]);
    expect(report('Tổng số 120 hộ (2,5%), trong đó 30 hộ già yếu (0,93%)')).toEqual([
      '0 shareOfNoTotal confirm',
    ]);
    expect(report('Trong đó 30 hộ già yếu (25%)')).toEqual([]);
    expect(report('Hỗ trợ 120 hộ; 30 hộ già yếu (26%)')).toEqual([]);
  });

  it('leave a structure alone that tells some parts only', () => {
    expect(report('Cơ cấu kinh tế: nông nghiệp 30%, công nghiệp 20%, thuế 10%')).toEqual([]);
    expect(report('Cơ cấu kinh tế: nông nghiệp 30%, công nghiệp 28%, dịch vụ 40%')).toEqual([
      '0 percentsNotHundred confirm',
    ]);
    expect(report('Hoàn thành 60%, đang thực hiện 25%, không hoàn thành 10%')).toEqual([
      '0 percentsNotHundred confirm',
    ]);
    expect(
      report('Hoàn thành 6/10 việc, đạt 60%, đang thực hiện 25%, không hoàn thành 10%'),
    ).toEqual([]);
  });
});

describe('the paragraphs of broken lines', () => {
  const joined = (...lines: string[]) =>
    joinPrintedLines(lines.map((text, place) => ({ text, place }))).map(({ text, place }) => ({
      text,
      place,
    }));

  it('are joined, with the marks of footnotes taken out', () => {
    expect(
      joined(
        'Toàn xã có 40/55',
        'trường đạt chuẩn',
        '2',
        ', trong đó: mầm non',
        '15/17 trường.',
        '',
        '- Một dòng mới',
      ),
    ).toEqual([
      { text: 'Toàn xã có 40/55 trường đạt chuẩn , trong đó: mầm non 15/17 trường.', place: 0 },
      { text: '- Một dòng mới', place: 6 },
    ]);
  });

  it('go on after the footnotes of a page', () => {
    const lines = [
      'Trong 9 tháng toàn xã đã thành lập mới được thêm',
      '1',
      ' Hợp tác xã An Phát.',
      'hai hợp tác xã kiểu mới.',
    ];
    expect(joined(...lines)).toEqual([
      {
        text: 'Trong 9 tháng toàn xã đã thành lập mới được thêm hai hợp tác xã kiểu mới.',
        place: 0,
      },
      { text: 'Hợp tác xã An Phát.', place: 2 },
    ]);
  });

  it('end with a short line, at a heading and at a numbered line', () => {
    const lines = [
      'Đây là một dòng rất dài của đoạn thứ nhất trong',
      'báo cáo.',
      'Đoạn hai.',
      'II. HẠN CHẾ',
      'NGUYÊN NHÂN',
      '1. Một',
    ];
    expect(joined(...lines).map(({ text }) => text)).toEqual([
      'Đây là một dòng rất dài của đoạn thứ nhất trong báo cáo.',
      'Đoạn hai.',
      'II. HẠN CHẾ',
      'NGUYÊN NHÂN',
      '1. Một',
    ]);
    expect(joined()).toEqual([]);
    expect(joined('xong.', 'thêm nữa.')).toEqual([{ text: 'xong. thêm nữa.', place: 0 }]);
  });

  it('keep the line of each figure', () => {
    const paragraphs = joinPrintedLines([
      { text: 'Tính đến nay, toàn xã đã giải ngân vốn đầu tư công được', place: 7 },
      { text: '30/60 tỷ đồng, đạt', place: 8 },
      { text: '40%.', place: 9 },
    ]);

    expect(checkPaper({ year: 2031, period: null, sections: [], paragraphs })).toMatchObject([
      { code: 'percentWrong', place: 9 },
    ]);
  });
});
