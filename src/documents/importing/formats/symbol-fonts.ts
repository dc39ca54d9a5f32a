/**
 * What the signs of the common symbol fonts look like, by the code that stands for them (0x20 to
 * 0xff; Word puts them at U+F000 and up): ticks, crosses, boxes and bullets. Other signs become «•».
 */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    251: '✗',
    252: '✓',
    253: '☒',
    254: '☑',
    111: '☐',
    168: '☐',
    113: '☐',
    216: '➢',
    224: '→',
  },
  'wingdings 2': {
    79: '✗',
    80: '✓',
    81: '☒',
    82: '☑',
    83: '☒',
    84: '☒',
    163: '☐',
    42: '☐',
    48: '☐',
  },
  webdings: { 97: '✓', 114: '✗', 99: '☐' },
  symbol: { 214: '✓', 183: '•', 45: '-', 179: '≥', 163: '≤', 180: '×' },
  marlett: { 97: '✓', 98: '✓', 114: '✗' },
};

export function isSymbolFont(font: string | undefined): font is string {
  return font !== undefined && font.toLowerCase() in SIGNS;
}

/** A text as its symbol font shows it; spaces stay. */
export function showSigns(text: string, font: string): string {
  const signs = SIGNS[font.toLowerCase()] ?? {};
  return [...text].map((character) => signOf(character, signs, font)).join('');
}

function signOf(character: string, signs: Readonly<Record<number, string>>, font: string): string {
  if (/\s/u.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  const code = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point;
  const sign = signs[code];
  if (sign !== undefined) return sign;
  // «Symbol» holds the Greek letters and the common signs besides; those that are real stay.
  return font.toLowerCase() === 'symbol' && point < 0xf000 ? character : '•';
}

/** Signs that lost their font, as Word keeps them in its own area. */
export function showStraySigns(text: string): string {
  return text.replace(/[\uf020-\uf0ff]/gu, (sign) => showSigns(sign, 'Wingdings'));
}

const LEGACY_FONT = /^(?:\.vn|vni-)/iu;

/** A font whose letters are not Unicode: .VnTime, VNI-Times. Source: domain notes 7.4. */
export function isLegacyFont(font: string | undefined): boolean {
  return font !== undefined && LEGACY_FONT.test(font);
}
