import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../src/language/personal-data.ts';
import { printedYears } from '../../src/language/printed-years.ts';

describe('personal data in a text', () => {
  it.each([
    ['liên hệ 0912.345.678', ['phone']],
    ['ĐT: +84 912 345 678', ['phone']],
    ['số 02773 851 234', ['phone']],
    ['CCCD số 087123456789', ['identityNumber']],
    ['chứng minh nhân dân 341234567', ['identityNumber']],
    ['gửi vpub.cao-lanh@dongthap.gov.vn', ['email']],
    ['ông A, sinh ngày 05/3/1980, email a@b.vn', ['email', 'birthDate']],
  ])('«%s»: %j', (text, kinds) => {
    expect(personalDataIn(text)).toEqual(kinds);
    expect(personalDataIn(text.normalize('NFD'))).toEqual(kinds);
  });

  it.each([
    'giải ngân 1.250.000.000 đồng',
    'đạt 0,912345678',
    'Kế hoạch số 0912/KH-STC',
    'học sinh 12 lớp',
    '',
  ])('is not in «%s»', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });
});

describe('the years of a name', () => {
  it.each([
    ['PL_camket_2031.xlsx', [2031]],
    ['BC 15-3-2031 Q1.docx', []],
    ['Cam kết năm 2031, so với năm 2030', [2031]],
    ['Kế hoạch giai đoạn 2026-2030 năm 2031', [2031]],
    ['Báo cáo 158/2031/BC-SKH', []],
    ['Kết quả năm 2030 và đăng ký năm 2031', [2030, 2031]],
    ['20310315.pdf', []],
    ['Sheet1', []],
  ])('«%s»: %j', (text, years) => {
    expect(printedYears(text)).toEqual(years);
  });
});
