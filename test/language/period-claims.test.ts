import { describe, expect, it } from 'vitest';
import { dateClaimsIn, impossibleDatesIn, spanClaimsIn } from '../../src/language/period-claims.ts';

describe('the days that a text names', () => {
  it.each([
    ['Tính đến ngày 05/3/2031, đã cấp 12 giấy', 'counted'],
    ['Lũy kế thực hiện đến 05/3/2031', 'counted'],
    ['luỹ kế tính đến hết ngày 05/3/2031', 'counted'],
    ['Tính đến ngày 05 tháng 3 năm 2031', 'counted'],
    ['Đã ban hành Kế hoạch số 12/KH-STC ngày 05/3/2031', 'document'],
    ['Ngày 05/3/2031, Ban đã họp', 'document'],
    ['theo Quyết định số 12/QĐ-UBND ngày 05/3/2031', 'basis'],
    ['Nghị định số 12/2031/NĐ-CP ngày 05/3/2031', 'basis'],
    ['so với cùng kỳ, tính đến ngày 05/3/2031', 'basis'],
    ['dự kiến hoàn thành trước ngày 05/3/2031', 'planned'],
  ])('«%s»: %s', (text, role) => {
    expect(dateClaimsIn(text)).toEqual([{ date: '2031-03-05', role }]);
    expect(dateClaimsIn(text.normalize('NFD'))).toEqual([{ date: '2031-03-05', role }]);
  });

  it.each([
    ['Tính từ ngày 01/01/2031 đến 08/03/2031 có 792 văn bản', true],
    ['Từ ngày 01/01/2031 đến ngày 08/03/2031: 792 văn bản', true],
    ['Số liệu từ 01/01/2031 - 08/03/2031', true],
    ['thi công từ 01/01/2031 đến hết ngày 08/03/2031', false],
    ['so với cùng kỳ (từ 01/01/2031 đến 08/03/2031)', false],
  ])('«%s» is a stretch, counted: %s', (text, isCounted) => {
    expect(spanClaimsIn(text)).toEqual([{ from: '2031-01-01', to: '2031-03-08', isCounted }]);
    expect(dateClaimsIn(text)).toEqual([]);
  });

  it('may be no days at all', () => {
    expect(impossibleDatesIn('họp ngày 31/9/2031 và ngày 29/02/2031, 29/02/2032')).toEqual([
      '31/9/2031',
      '29/02/2031',
    ]);
    expect(dateClaimsIn('họp ngày 31/9/2031')).toEqual([]);
    expect(spanClaimsIn('từ 01/01/2031 đến 31/9/2031')).toEqual([]);
    expect(spanClaimsIn('từ 31/9/2031 đến 01/12/2031')).toEqual([]);
  });
});
