import { describe, expect, it } from 'vitest';
import { rulesOfRounds } from '../../src/language/reporting-rounds.ts';
import { reportingRulesIn } from '../../src/language/reporting-rules.ts';

const told = (text: string) =>
  reportingRulesIn(text).map(
    ({ kind, boundary, day, month, year, time }) =>
      `${kind} ${boundary} ${[day, month, year, time].filter((part) => part !== null).join('/')}`,
  );

describe('the rules on reports in a text', () => {
  it.each([
    ['Báo cáo quý trước ngày 05 của tháng cuối quý.', ['quarterly before 5/lastOfQuarter']],
    ['Báo cáo gửi trước ngày 05 của tháng cuối quý.', ['quarterly before 5/lastOfQuarter']],
    ['Các đơn vị báo cáo trước ngày 25 hằng tháng.', ['monthly before 25']],
    ['Báo cáo chậm nhất ngày 25 tháng 11 hằng năm.', ['annual by 25/11']],
    ['Báo cáo năm trước 16 giờ 30 ngày 05/12/2027.', ['annual by 5/12/2027/16:30']],
    ['Báo cáo năm trước 9 giờ ngày 05/12.', ['annual by 5/12/09:00']],
    ['Báo cáo năm trước 25 giờ ngày 05/12.', ['annual before 5/12']],
    ['Báo cáo 6 tháng trước và trong ngày 10/6.', ['semiannual by 10/6']],
    ['Báo cáo 9 tháng đầu năm: đến hết ngày 15/9.', ['nineMonth by 15/9']],
    [
      'Báo cáo quý vào các ngày: trước ngày 05/3, 05/6, 05/9 và 05/12.',
      [
        'quarterly before 5/3',
        'quarterly before 5/6',
        'quarterly before 5/9',
        'quarterly before 5/12',
      ],
    ],
    [
      'Báo cáo gửi trước ngày 10/6 (báo cáo 6 tháng), trước ngày 05/12 đối với báo cáo năm.',
      ['semiannual before 10/6', 'annual before 5/12'],
    ],
    [
      'Báo cáo sơ bộ trước ngày 20/10, cập nhật trước ngày 20/11.',
      ['annualPreliminary before 20/10', 'annualUpdate before 20/11'],
    ],
    ['Báo cáo quý và báo cáo 6 tháng trước ngày 10/6.', ['semiannual before 10/6']],
    ['Báo cáo năm, bổ sung trước ngày 20/11.', ['annual before 20/11']],
  ])('«%s»', (text, rules) => {
    expect(told(text)).toEqual(rules);
    expect(told(text.normalize('NFD'))).toEqual(rules);
  });

  it.each([
    'Báo cáo kết quả trước ngày 15/4/2027.',
    'Hoàn thành quý I trước ngày 15/4/2027.',
    'Báo cáo năm trước ngày 45 tháng 11.',
    'Báo cáo năm trước ngày 15 tháng 13.',
  ])('are none in «%s»', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('the rounds that follow from printed rules', () => {
  const roundsOf = (text: string) =>
    rulesOfRounds(reportingRulesIn(text)).map(
      ({ period, month, day }) => `${period} ${day}/${month}`,
    );

  it.each([
    ['Báo cáo quý trước ngày 05 của tháng cuối quý.', ['Q1 5/3', 'Q2 5/6', 'Q3 5/9', 'Q4 5/12']],
    [
      'Báo cáo quý trước ngày 10/4, 10/7, 10/10 và 10/01.',
      ['Q1 10/4', 'Q2 10/7', 'Q3 10/10', 'Q4 10/1'],
    ],
    ['Báo cáo 6 tháng trước ngày 10/6 và ngày 10/12 hằng năm.', ['H1 10/6']],
    ['Báo cáo 9 tháng trước ngày 10/9, báo cáo năm trước ngày 05/12.', ['M9 10/9', 'annual 5/12']],
    ['Báo cáo năm trước ngày 05/12; báo cáo năm trước ngày 10/12.', ['annual 5/12']],
    ['Báo cáo tháng trước ngày 25 hằng tháng.', []],
    ['Báo cáo tháng trước ngày 25/3.', []],
  ])('«%s»', (text, rounds) => {
    expect(roundsOf(text)).toEqual(rounds);
  });
});
