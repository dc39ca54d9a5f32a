/**
 * The search key of a text: lower case, without accents and punctuation, words by single spaces.
 * NFD leaves «đ» whole, so it is mapped by hand. Source: quirks.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Grave, acute, tilde, hook and dot below: the five written tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * The key under which «hoà» and «hòa», «luỹ» and «lũy» are one while «hoa» is another. A syllable
 * has one tone, so it may stand behind the syllable's letters. Source: domain notes 7.3.
 */
export function foldTone(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (word.replace(TONES, '') + (word.match(TONES) ?? []).join('')).normalize('NFC'))
    .join(' ');
}
