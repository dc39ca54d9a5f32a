import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedItems } from '../../src/domain/named-items.ts';
import { readBulk } from '../../src/language/bulk-sentence.ts';

/** «1.3 fulfilled», «1.1–1.4 asked», with the result behind it. */
function named(items: readonly NamedItems[]): string[] {
  return items.map(({ first, last, status, result }) =>
    [
      last === null ? first : `${first}–${last}`,
      status ?? 'asked',
      ...(result ? [result] : []),
    ].join(' '),
  );
}

describe('one status for all open items', () => {
  it.each([
    ['tất cả đang thực hiện', 'inProgress'],
    ['Tất cả: đang thực hiện.', 'inProgress'],
    ['tất cả đã xong', 'fulfilled'],
    ['tất cả các mục đều chưa làm', 'notStarted'],
    ['toàn bộ nội dung của đơn vị đang triển khai', 'inProgress'],
    ['cả 16 mục đang thực hiện', 'inProgress'],
    ['các mục đều đang làm', 'inProgress'],
    ['dạ em báo cáo tất cả đang thực hiện ạ', 'inProgress'],
    ['còn lại đang thực hiện', 'inProgress'],
    ['các mục còn lại thì chờ thẩm định', 'awaitingAppraisal'],
    ['còn lại tất cả đang thực hiện', 'inProgress'],
    ['những nội dung khác đang làm', 'inProgress'],
    ['xong hết', 'fulfilled'],
    ['dạ hoàn thành hết rồi ạ', 'fulfilled'],
    ['đang thực hiện hết', 'inProgress'],
    ['hoàn thành tất cả các mục', 'fulfilled'],
    ['tất cả ko hoàn thành', 'notFulfilled'],
    ['all in progress', 'inProgress'],
  ])('is said by «%s»: %s', (text, status) => {
    expect(readBulk(text)).toMatchObject({ status, named: [], remark: '' });
    expect(readBulk(text.normalize('NFD'))).toMatchObject({ status, named: [], remark: '' });
  });

  it('keeps what was said of all of them apart: it is nobody’s result', () => {
    expect(readBulk('tất cả hoàn thành đúng hạn, trừ 3')).toMatchObject({ remark: 'đúng hạn' });
  });

  it.each([
    'tất cả xong chưa',
    'tất cả xong?',
    'tất cả hoàn thành cơ bản',
    'tất cả hoàn thành, chưa triển khai',
    'tất cả',
    'các mục chưa thực hiện',
    'còn mấy mục chưa xong vậy',
    '16 mục đang thực hiện',
    'mục khác',
    'tất cả các hộ dân chưa hoàn thành hồ sơ',
    'đã hoàn thành tất cả các nội dung của kế hoạch',
    'năm nay tất cả đang thực hiện',
    'năm 2026 tất cả đang thực hiện',
    'đang thực hiện',
    'xin chào',
    '',
    `tất cả đang thực hiện${', 1.3 xong'.repeat(300)}`,
  ])('is not said by «%s»', (text) => {
    expect(readBulk(text)).toBeNull();
  });
});

describe('the items that are told apart', () => {
  it.each([
    [
      'tất cả đang thực hiện, trừ 1.3 hoàn thành, 2.1 chưa thực hiện',
      'inProgress',
      ['1.3 fulfilled', '2.1 notStarted'],
    ],
    ['tất cả Đang thực hiện trừ 1.2, 3', 'inProgress', ['1.2 asked', '3 asked']],
    ['tat ca dang thuc hien tru 1.3', 'inProgress', ['1.3 asked']],
    ['tất cả đang th trừ 1.1-1.4 ht', 'inProgress', ['1.1–1.4 fulfilled']],
    ['tất cả xong, trừ mục 1.2 và 3 đang làm', 'fulfilled', ['1.2 inProgress', '3 inProgress']],
    ['tất cả đang thực hiện, riêng 1.3 hoàn thành', 'inProgress', ['1.3 fulfilled']],
    ['tất cả đang thực hiện còn 1.3 thì xong rồi', 'inProgress', ['1.3 fulfilled']],
    ['tất cả đang thực hiện, 1.3 hoàn thành', 'inProgress', ['1.3 fulfilled']],
    ['xong hết trừ mục 7', 'fulfilled', ['7 asked']],
    ['đang thực hiện, trừ 1.3 hoàn thành', 'inProgress', ['1.3 fulfilled']],
    ['tất cả trừ 1.3 đang thực hiện', 'inProgress', ['1.3 asked']],
    ['trừ 1.3 tất cả đang thực hiện', 'inProgress', ['1.3 asked']],
    ['trừ 1.3 hoàn thành, còn lại đang thực hiện', 'inProgress', ['1.3 fulfilled']],
    ['1.3 xong, còn lại đang làm', 'inProgress', ['1.3 fulfilled']],
    ['1.2, 3, còn lại đang làm', 'inProgress', ['1.2 asked', '3 asked']],
    ['tất cả trừ 1.3 xong, còn lại đang làm', 'inProgress', ['1.3 fulfilled']],
    ['tất cả đang làm, trừ các mục 1.2, 1.3', 'inProgress', ['1.2 asked', '1.3 asked']],
    ['tất cả đang làm, trừ mục số 3 thôi', 'inProgress', ['3 asked']],
    ['các mục đang làm, trừ 2.a', 'inProgress', ['2.a asked']],
    ['tất cả xong trừ 4 ko', 'fulfilled', ['4 notFulfilled']],
    ['tất cả xong trừ 4 chưa', 'fulfilled', ['4 asked']],
    [
      'tất cả đang làm, trừ 1.3 chưa thực hiện do thiếu vốn',
      'inProgress',
      ['1.3 notStarted do thiếu vốn'],
    ],
    ['tất cả đang làm, trừ 1.3 đạt 93%', 'inProgress', ['1.3 asked đạt 93%']],
    ['tất cả đang làm, trừ 1,3', 'inProgress', ['1,3 asked']],
  ])('in «%s»', (text, status, items) => {
    for (const typed of [text, text.normalize('NFD')]) {
      const read = readBulk(typed);
      expect(read).toMatchObject({ status });
      expect(named(read?.named ?? [])).toEqual(items);
    }
  });

  it('are kept as typed where they name no number, so that nothing is written of them unasked', () => {
    expect(named(readBulk('tất cả đang làm, trừ mấy mục đầu.')?.named ?? [])).toEqual([
      'mấy mục đầu asked',
    ]);
    expect(named(readBulk('tất cả đang làm, trừ')?.named ?? [])).toEqual(['trừ asked']);
    expect(readBulk('đang thực hiện, trừ 2 dự án chưa có vốn')).toBeNull();
  });
});

describe('several items without the others', () => {
  it.each([
    ['mục 1.1 và 1.2 xong, 1.3 đang th', ['1.1 fulfilled', '1.2 fulfilled', '1.3 inProgress']],
    ['1 ht 2 ht 3 dang th 4 ko', ['1 fulfilled', '2 fulfilled', '3 inProgress', '4 notFulfilled']],
    ['các mục từ 1.1 đến 1.4 hoàn thành hết, 2 chưa', ['1.1–1.4 fulfilled', '2 asked']],
    ['từ 1.1 đến 1.4 đã xong', ['1.1–1.4 fulfilled']],
    ['1.1 xong\n1.2: 45%', ['1.1 fulfilled', '1.2 asked 45%']],
    ['1.2, 1.3', null],
    ['1.2 hoàn thành', null],
    ['5 sản phẩm, 3 đang thực hiện', null],
  ])('in «%s»', (text, items) => {
    const read = readBulk(text);
    expect(read === null ? null : named(read.named)).toEqual(items);
    expect(read?.status ?? null).toBeNull();
  });
});

describe('whether it can only be about items', () => {
  it.each([
    ['tất cả các mục đang thực hiện', true],
    ['tất cả đang thực hiện, trừ 1.3', true],
    ['tất cả đang thực hiện, trừ mục 3', true],
    ['1.2 xong, 3 đang làm', true],
    ['tất cả đang thực hiện', false],
    ['tất cả nhiệm vụ đều hoàn thành đúng hạn', false],
    ['62 hoàn thành, còn lại đang thực hiện', false],
    ['xong hết', false],
  ])('is told of «%s»: %s', (text, isSure) => {
    expect(readBulk(text)?.isSure).toBe(isSure);
  });
});

describe('any message at all', () => {
  const word = fc.constantFrom(
    ...['tất cả', 'còn lại', 'trừ', 'mục', '1.3', '2', ',', 'và', 'xong', 'đang làm', 'chưa', '?'],
  );

  it('is read alike however its accents were typed, and never with a status that nobody said', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        const read = readBulk(text);
        expect(readBulk(text.normalize('NFD'))).toEqual(read);
        const said = new Set([read?.status, ...(read?.named ?? []).map(({ status }) => status)]);
        if (said.has('fulfilled')) expect(words).toContain('xong');
        if (said.has('inProgress')) expect(/đang làm|chưa xong/u.test(text)).toBe(true);
        expect(said).not.toContain('unknown');
      }),
    );
  });
});
