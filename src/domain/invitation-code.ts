/**
 * A code as it is kept and compared, however it was typed: without signs and case, with the letters
 * that look like digits read as digits. Source: script TX-08 («gt 7f3k»).
 */
export function normalizeCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
}

/** Whether a message may be nothing but a code: 5 to 18 ASCII letters and digits, a digit among them. */
export function looksLikeCode(text: string): boolean {
  const code = normalizeCode(text);
  const isBare = /^[0-9A-Za-z](?:[0-9A-Za-z -]*[0-9A-Za-z])?$/u.test(text.trim());
  return isBare && /\d/u.test(text) && code.length >= 5 && code.length <= 18;
}
