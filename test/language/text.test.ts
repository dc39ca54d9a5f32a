import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { formatDate } from '../../src/language/dates.ts';
import { fold } from '../../src/language/folding.ts';
import { formatNumber, formatPercent, romanNumeral } from '../../src/language/numbers.ts';
import { hasSecrecyMark } from '../../src/language/secrecy.ts';
import { normalizeSpaces, repairText } from '../../src/language/text-repair.ts';

const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặềểễếệồổỗốộờởỡớợừửữứựỳỷỹýỵ '),
});

describe('the search key', () => {
  it.each([
    ['Sở Công Thương', 'so cong thuong'],
    ['ĐẢNG ĐỘT PHÁ', 'dang dot pha'],
    ['hoá', 'hoa'],
    ['hóa', 'hoa'],
    ['LĐ-TB&XH', 'ld tb xh'],
    [' … ', ''],
  ])('of «%s» is «%s»', (text, key) => {
    expect(fold(text)).toBe(key);
  });

  it('is the same however the accents were typed, and of itself', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('the repair of a text', () => {
  it('composes letters, drops invisible marks and mends the old letter, and says so', () => {
    const raw = `\ufeff${'Phụ lục'.normalize('NFD')}\u200b C\u01a3\u01a2\r\na\u00a0b\tc\rd`;

    expect(repairText(raw)).toEqual({
      text: 'Phụ lục CưƯ\na b c\nd',
      repairs: [
        { code: 'decomposed', count: 2 },
        { code: 'invisible', count: 2 },
        { code: 'oldLetter', count: 2 },
      ],
    });
  });

  it('finds nothing to mend in what it has mended', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text } = repairText(raw);
        expect(repairText(text)).toEqual({ text, repairs: [] });
      }),
    );
  });

  it('leaves single spaces', () => {
    expect(normalizeSpaces('  100%  nhiệm vụ \n được giao ')).toBe('100% nhiệm vụ được giao');
  });
});

describe('dates and numbers in words', () => {
  it('stand in the Vietnamese form', () => {
    expect(formatDate(day('2026-06-04'))).toBe('04/06/2026');
    expect([formatNumber(3_800_000), formatNumber(5978.971)]).toEqual(['3.800.000', '5.978,971']);
    expect([1, 4, 9, 14, 26].map(romanNumeral)).toEqual(['I', 'IV', 'IX', 'XIV', 'XXVI']);
    expect([formatPercent(35.15), formatPercent(25)]).toEqual(['35,2', '25,0']);
  });
});

describe('a secrecy mark', () => {
  it.each(['MẬT', ' TỐI MẬT ', '(Mật)', 'Số: 12\nTUYỆT MẬT\nKính gửi', 'Độ mật: Tối mật'])(
    'is seen in «%s», however the accents were typed',
    (text) => {
      expect([hasSecrecyMark(text), hasSecrecyMark(text.normalize('NFD'))]).toEqual([true, true]);
    },
  );

  it.each([
    'mặt',
    'mật độ dân số',
    'bảo mật',
    'MAT',
    '(trừ các nội dung chỉ đạo có chứa bí mật nhà nước)',
    'Độ mật: không',
  ])('is not seen in «%s»', (text) => {
    expect(hasSecrecyMark(text)).toBe(false);
  });
});
