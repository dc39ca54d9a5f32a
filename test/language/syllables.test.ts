import { describe, expect, it } from 'vitest';
import { isSyllable, looksVietnamese } from '../../src/language/syllables.ts';

describe('a syllable of Vietnamese', () => {
  it.each(['nghiêng', 'Đường', 'quyết', 'giếng', 'ủy', 'uỷ', 'KHOẺ', 'xoài', 'ăn'])(
    'is one by its letters and its tone: %s',
    (word) => {
      expect(isSyllable(word)).toBe(true);
    },
  );

  it.each(['Coäng', 'hßa', 'Zürich', 'chñ', 'nghi\u0300\u0301', 'straße'])(
    'is not what an old font or another language makes: %s',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );
});

describe('a text', () => {
  it('is Vietnamese when its words with accents are', () => {
    expect(looksVietnamese('Ban hành 03 kế hoạch về chuyển đổi số trước ngày 20/8')).toBe(true);
  });

  it('is not when it has none, or when they are garbled', () => {
    expect(looksVietnamese('Bao cao 12/2031')).toBe(false);
    expect(looksVietnamese('12 + 3 = 15')).toBe(false);
    expect(looksVietnamese('Céng hßa x· héi chñ nghÜa ViÖt Nam')).toBe(false);
  });
});
