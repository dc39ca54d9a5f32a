import { describe, expect, it } from 'vitest';
import { looksLegacy } from '../../src/language/legacy-letters.ts';

describe('a text in an old one-byte font', () => {
  it.each(['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam'])(
    'is known: «%s»',
    (text) => {
      expect(looksLegacy(text)).toBe(true);
    },
  );

  it.each([
    '',
    'Cộng hòa xã hội chủ nghĩa Việt Nam',
    'Cộng hòa xã hội chủ nghĩa Việt Nam'.normalize('NFD'),
    'Cong hoa xa hoi',
    'Café, naïve, 100 m²',
    'là',
  ])('is not «%s»', (text) => {
    expect(looksLegacy(text)).toBe(false);
  });
});
