/** A secrecy mark stands alone, with its accents: a stamp, a header, a cell. Source: decision 9. */
const MARK_ALONE = /^[\s(«“"[]*(?:tuyệt mật|tối mật|mật)[\s)»”"\].]*$/iu;

const SECRECY_FIELD = /^\s*độ mật\s*:\s*(?:tuyệt mật|tối mật|mật)\b/iu;

/** A line in capitals, or one short line, that is nothing but the mark. */
export function hasSecrecyMark(text: string): boolean {
  return text
    .normalize('NFC')
    .split('\n')
    .some((line) => MARK_ALONE.test(line) || SECRECY_FIELD.test(line));
}
