const ONSET = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]';
const SYLLABLE = new RegExp(`^(?:${ONSET})?[aăâeêioôơuưy]{1,3}(?:ch|ng|nh|[cmnpt])?$`, 'u');

/** The five written tones. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Of the words with accents in a Vietnamese text, names and slips aside, so many are syllables. */
const LEAST_SHARE = 0.85;

/** Whether a word could be a syllable of Vietnamese, by its letters and its one tone. */
export function isSyllable(word: string): boolean {
  const letters = word.toLowerCase().normalize('NFD');
  if ((letters.match(TONES) ?? []).length > 1) return false;
  return SYLLABLE.test(letters.replace(TONES, '').normalize('NFC'));
}

/**
 * Whether the words with accents are Vietnamese ones, so that bytes were read in the encoding in
 * which they were written. False for a text without any such word.
 */
export function looksVietnamese(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is left out.
  const accented = words.filter((word) => /[^\u0000-\u007f]/u.test(word));
  if (accented.length === 0) return false;
  return accented.filter(isSyllable).length / accented.length >= LEAST_SHARE;
}
