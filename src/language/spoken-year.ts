/** The year that somebody answers with: «2026», «năm 2026»; null for other words. */
export function yearIn(text: string): number | null {
  const found = /^\s*(?:năm\s+|nam\s+)?(20\d{2})\s*[.!]?\s*$/iu.exec(text.normalize('NFC'));
  return found === null ? null : Number(found[1]);
}
