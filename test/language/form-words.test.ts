import { describe, expect, it } from 'vitest';
import { asksForBlankForm, formTitle } from '../../src/language/form-words.ts';
import { yearIn } from '../../src/language/spoken-year.ts';

describe('the words of the form', () => {
  it('name the year, the office above and the agency in capitals, or leave a place for the name', () => {
    expect(formTitle(2028, { agency: 'Sở Y tế', authority: 'UBND Tỉnh' })).toBe(
      'KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH NĂM 2028 CỦA SỞ Y TẾ',
    );
    expect(formTitle(2028, { agency: null, authority: null })).toBe(
      'KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG NĂM 2028 CỦA (TÊN ĐƠN VỊ)',
    );
  });

  it.each(['trống', 'trong', ' Trắng ', 'blank'])('«%s» asks for one without items', (words) => {
    expect(asksForBlankForm(words)).toBe(true);
  });

  it('an agency’s name asks for that agency’s', () => {
    expect(asksForBlankForm('sở y tế')).toBe(false);
  });
});

describe('a year in an answer', () => {
  it.each([
    ['2027', 2027],
    ['năm 2027.', 2027],
    ['nam 2027', 2027],
    ['năm 2027'.normalize('NFD'), 2027],
    ['27', null],
    ['quý II/2027', null],
  ])('«%s» is %s', (words, year) => {
    expect(yearIn(words)).toBe(year);
  });
});
