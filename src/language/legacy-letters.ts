/** Letters that only Unicode Vietnamese has. */
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/u;

/** What TCVN3 puts in place of accented letters: «Céng hßa x· héi», «®». */
const TCVN3 = /[µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâ«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ§]/gu;

/** What VNI puts after a letter: «Coäng hoøa xaõ hoäi». */
const VNI = /[aeouyAEOUY](?:[äåëêïøùûõöâñéèüáàÄÅËÊÏØÙÛÕÖÂÑÉÈÜÁÀ])/gu;

/** Of a text in an old font, at least every fifteenth letter bears such a mark. */
const LEAST_SHARE = 1 / 15;

/**
 * Whether a text was written in a one-byte Vietnamese font (TCVN3, VNI) and read as if it were
 * Latin. Such a text is refused, never guessed at. Source: domain notes 7.4.
 */
export function looksLegacy(text: string): boolean {
  const composed = text.normalize('NFC');
  if (VIETNAMESE.test(composed)) return false;
  const letters = composed.match(/[^\s\d.,;:()/-]/gu)?.length ?? 0;
  const marks = Math.max(composed.match(TCVN3)?.length ?? 0, composed.match(VNI)?.length ?? 0);
  return marks > 2 && marks >= letters * LEAST_SHARE;
}
