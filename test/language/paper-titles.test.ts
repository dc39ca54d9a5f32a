import { describe, expect, it } from 'vitest';
import {
  agencyInTitle,
  appendixInTitle,
  asOfInTitles,
  authorityInTitles,
  periodInName,
  periodInTitle,
  yearInName,
  yearInTitle,
} from '../../src/language/paper-titles.ts';

describe('the year of a title', () => {
  it.each([
    ['KẾT QUẢ CAM KẾT NĂM 2027', 2027],
    ['Kết quả Quý III/2027', 2027],
    ['Kết quả năm 2027 (kèm theo Công văn ngày 05/01 năm 2026)', 2027],
    ['Kết quả tính đến ngày 14 tháng 6 năm 2027', null],
    ['Phụ lục II', null],
  ])('«%s»: %s', (title, year) => {
    expect(yearInTitle(title)).toBe(year);
  });

  it.each([
    ['Thu 2027.xlsx', 2027],
    ['2026-2027.xlsx', null],
    ['20270305-01.xlsx', null],
    ['phu-luc.xlsx', null],
  ])('in the name «%s»: %s', (name, year) => {
    expect(yearInName(name)).toBe(year);
  });
});

describe('the period of a title', () => {
  it.each([
    ['QUÝ I NĂM 2027', 'Q1'],
    ['Quí 2/2027', 'Q2'],
    ['quý 03', 'Q3'],
    ['QUÝ IV', 'Q4'],
    ['sáu tháng đầu năm', 'H1'],
    ['09 tháng', 'M9'],
    ['6 tháng cuối năm', null],
    ['SƠ BỘ NĂM 2027', 'annualPreliminary'],
    ['Kỳ báo cáo: cả năm', 'annual'],
    ['ước cả năm', null],
    ['Phụ lục II', null],
  ])('«%s»: %s', (title, period) => {
    expect(periodInTitle(title)).toBe(period);
  });

  it.each([
    ['Quy_3-2027.xlsx', 'Q3'],
    ['q4.xlsx', 'Q4'],
    ['BC quý II', 'Q2'],
    ['BC 6T.docx', 'H1'],
    ['bao cao 9 thang', 'M9'],
    ['phu-luc-3.xlsx', null],
  ])('in the name «%s»: %s', (name, period) => {
    expect(periodInName(name)).toBe(period);
  });
});

describe('what else titles say', () => {
  it('is the day to which results count, if the calendar has it', () => {
    expect(asOfInTitles(['Phụ lục', 'Lũy kế đến hết ngày 14/6/2027'])).toBe('2027-06-14');
    expect(asOfInTitles(['tính đến ngày 31/9/2027'])).toBeNull();
    expect(asOfInTitles([])).toBeNull();
  });

  it('is the office above, as a sentence would write it', () => {
    expect(authorityInTitles(['CAM KẾT VỚI UBND TỈNH NĂM 2027'])).toBe('UBND Tỉnh');
    expect(authorityInTitles(['CAM KẾT VỚI HỘI ĐỒNG NHÂN DÂN XÃ NĂM 2027'])).toBe(
      'Hội đồng nhân dân Xã',
    );
    expect(authorityInTitles(['CAM KẾT NĂM 2027'])).toBeNull();
  });

  it.each([
    ['CAM KẾT NĂM 2027 CỦA SỞ Y TẾ', 'SỞ Y TẾ'],
    ['KẾT QUẢ CỦA XÃ MỸ HÒA - QUÝ III/2027', 'XÃ MỸ HÒA'],
    ['Đơn vị: Trạm Bơm số 2', 'Trạm Bơm số 2'],
    ['Cam kết của Giám đốc Sở Tài chính với UBND tỉnh', 'Sở Tài chính'],
    ['Cam kết của các sở, ngành', null],
    ['Tâm tư của nhân dân', null],
    ['Cam kết của Y', null],
    ['Kèm theo Quyết định của Sở Y tế', null],
  ])('is whose commitments they are: «%s»', (title, agency) => {
    expect(agencyInTitle(title)).toBe(agency);
  });

  it('is the number of the appendix', () => {
    expect(appendixInTitle('Phụ lục II-01')).toBe('II-01');
    expect(appendixInTitle('PHỤ LỤC')).toBeNull();
    expect(appendixInTitle('Bảng lương')).toBeNull();
  });
});
