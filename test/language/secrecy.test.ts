import { describe, expect, it } from 'vitest';
import { hasSecrecyMark } from '../../src/language/secrecy.ts';

function seenIn(text: string, where?: 'paper' | 'message'): boolean[] {
  return [text.normalize('NFC'), text.normalize('NFD')].map((each) => hasSecrecyMark(each, where));
}

describe('a paper with a secrecy mark', () => {
  it.each([
    'MẬT',
    'TỐI MẬT',
    'TUYỆT MẬT',
    '(Mật)',
    '«Tối mật»',
    'T Ố I   M Ậ T',
    'M  Ậ  T',
    'Độ mật: Tối mật',
    'ĐỘ MẬT : MẬT',
    'Số: 12/BC-UBND (MẬT)',
    'UBND TỈNH | MẬT',
    'Số: 12/BC-UBND\r\nMẬT\r\nKính gửi',
  ])('is known by «%s», composed or decomposed', (text) => {
    expect(seenIn(text)).toEqual([true, true]);
  });
});

describe('a paper that may be shown', () => {
  it.each([
    'mặt',
    'MẶT',
    'mật độ',
    'bảo mật',
    '(trừ các nội dung chỉ đạo có chứa bí mật nhà nước)',
    'mat',
    'TOI MAT',
    'M  A  T',
    'Mật độ dân số\nđường mật',
    'Độ mật: không',
    'Độ mật: mậtơ',
    'gửi tài liệu mật',
    '',
  ])('is not taken for a secret one by «%s»', (text) => {
    expect(seenIn(text)).toEqual([false, false]);
  });
});

describe('a message', () => {
  it.each(['mật', 'Báo cáo (Mật) quý II', 'Em gửi tài liệu mật', 'gửi hồ sơ chứa bí mật nhà nước'])(
    'says by «%s» that what it brings is secret',
    (text) => {
      expect(seenIn(text, 'message')).toEqual([true, true]);
    },
  );

  it.each(['Không gửi tài liệu mật', 'Có được gửi tài liệu mật?', 'Gửi báo cáo mật độ dân số'])(
    'says by «%s» nothing of the kind',
    (text) => {
      expect(seenIn(text, 'message')).toEqual([false, false]);
    },
  );
});

describe('the name of a file', () => {
  it.each(['TUYỆT_MẬT_01.docx', 'tối mật - kế hoạch.pdf', 'KH 12 (MẬT).pdf', 'mật.docx'])(
    'bears a mark: «%s»',
    (name) => {
      expect(hasSecrecyMark(name, 'fileName')).toBe(true);
      expect(hasSecrecyMark(name.normalize('NFD'), 'fileName')).toBe(true);
    },
  );

  it.each(['BẢO_MẬT thông tin.docx', 'Mật độ dân số.xlsx', 'mat tien.pdf', 'mặt bằng.pdf', ''])(
    'bears none: «%s»',
    (name) => {
      expect(hasSecrecyMark(name, 'fileName')).toBe(false);
    },
  );
});
