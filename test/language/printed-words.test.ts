import { describe, expect, it } from 'vitest';
import { numbersMeant } from '../../src/language/item-numbers.ts';
import { readStatusCell } from '../../src/language/printed-status.ts';
import { readColumnTitle, titlesABodyAtWork } from '../../src/language/table-headers.ts';

describe('the title of a column', () => {
  it.each([
    'SĐT',
    'Số điện thoại liên hệ',
    'Di động',
    'Số CCCD',
    'Căn cước công dân',
    'E-mail',
    'Thư điện tử',
    'Ngày, tháng, năm sinh',
    'Năm sinh',
    'Họ và tên',
    'Người phụ trách',
  ])('«%s» is of personal data', (title) => {
    expect(readColumnTitle([title.normalize('NFD')]).role).toBe('personal');
  });

  it.each([
    'Nội dung cam kết',
    'Kết quả cụ thể',
    'Đơn vị chủ trì',
    'Ghi chú',
    'Năm 2031',
    'Số',
    '',
  ])('«%s» is not', (title) => {
    expect(readColumnTitle([title]).role).not.toBe('personal');
  });

  it('may speak of lateness alone', () => {
    expect(readColumnTitle(['Tiến độ', 'Quá hạn']).role).toBe('late');
    expect(readColumnTitle(['Tiến độ', 'Đúng hạn']).role).toBe('other');
  });

  it('tells a body at work from one that promises', () => {
    expect(titlesABodyAtWork(['Đơn vị thực hiện'])).toBe(true);
    expect(titlesABodyAtWork(['Đơn vị cam kết'])).toBe(false);
    expect(titlesABodyAtWork([])).toBe(false);
  });
});

describe('a cell', () => {
  it('says a status with its reason, or says none', () => {
    expect(readStatusCell('–')).toEqual({ kind: 'blank' });
    expect(readStatusCell('Không hoàn thành do thiếu vốn')).toEqual({
      kind: 'status',
      stated: { status: 'notFulfilled', isLate: false },
      rest: 'do thiếu vốn',
    });
    expect(readStatusCell('Đạt 40%')).toEqual({ kind: 'unclear' });
  });

  it('may hold what a sheet made of a number', () => {
    expect(numbersMeant('Jan-02')).toEqual(['2.1', '1.2', '2.10']);
    expect(numbersMeant('2-thg 1')).toEqual(['2.1', '1.2', '2.10']);
    expect(numbersMeant('1.0')).toEqual(['1.0', '1.00', '1']);
    expect(numbersMeant('31-Abc')).toEqual([]);
    expect(numbersMeant('Ghi chú')).toEqual([]);
  });
});
