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
