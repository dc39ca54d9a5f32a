/**
 * A paper bears a mark; a person may also say in plain words that what is sent is secret; a file may
 * bear the mark in its name, its words joined by any signs.
 */
export type SecrecyPlace = 'paper' | 'message' | 'fileName';

const LEVELS = 'tuyệt\\s*mật|tối\\s*mật|mật';

/** With a capital, so that a word wrapped onto a line of its own is none; «T Ố I  M Ậ T» is one. */
const STAMP = /^(?:TUYỆTMẬT|TỐIMẬT|MẬT|Tuyệt[Mm]ật|Tối[Mm]ật|Mật)$/u;

const TYPED_ALONE = new RegExp(`^(?:${LEVELS})$`, 'iu');

/** «Độ mật: Tối mật», not «Độ mật: không». */
const FIELD = new RegExp(
  `(?<!\\p{L})độ\\s+mật\\s*:\\s*["“(\\[]?\\s*(?:${LEVELS})(?!\\s*[\\p{L}\\d])`,
  'iu',
);

/** «Số: 12/BC-UBND (MẬT)». */
const NUMBER_LINE = new RegExp(
  `^\\s*số\\s*:[^()\\[\\]]*[(\\[]\\s*(?:${LEVELS})\\s*[)\\]]\\s*$`,
  'iu',
);

const BRACKETED = /[([]\s*(?:TUYỆT MẬT|TỐI MẬT|MẬT|Tuyệt mật|Tối mật|Mật)\s*[)\]]/u;

const SENDING = 'gửi|chuyển|đính\\s+kèm|kèm|nộp|trình|báo\\s+cáo|chụp|có|đây\\s+là';
const THING =
  'tài\\s+liệu|văn\\s+bản|công\\s+văn|báo\\s+cáo|hồ\\s+sơ|tệp|file|kế\\s+hoạch|số\\s+liệu|nội\\s+dung|thông\\s+tin|ảnh|bản';

/** «gửi tài liệu mật», «đính kèm văn bản tối mật», «gửi hồ sơ chứa bí mật nhà nước». */
const CLAIM = new RegExp(
  `(?<!\\p{L})(?:${SENDING})(?!\\p{L})[^.;!?\\n]{0,40}?(?<!\\p{L})(?:${THING})\\s+(?:(?:này\\s+)?(?:là|thuộc|có|chứa|độ|dấu|loại|danh\\s+mục|đóng)\\s+){0,4}` +
    `(?:(?:${LEVELS})(?!\\s+(?:độ|khẩu|mã|vụ|ong|danh|thư)(?!\\p{L}))(?!\\p{L})|bí\\s+mật\\s+nhà\\s+nước)`,
  'iu',
);

/** «TUYỆT_MẬT_01.docx», «tối mật - kế hoạch.pdf», «KH 12 (MẬT).pdf»; not «BẢO MẬT», «Mật độ». */
const IN_NAME =
  /(?<!\p{L})(?:tuyệt|tối)\s?mật(?!\p{L})|(?<!\p{L}|(?:bảo|bí|cơ|chi|thân|cẩn)\s)MẬT(?!\p{L}|\s(?:độ|khẩu|mã|vụ|ong|danh|thư)(?!\p{L}))/iu;

/** Words that turn a claim into a rule or a question. */
const NOT_CLAIMED =
  /(?<!\p{L})(?:không|đừng|chớ|cấm|trừ|nghiêm cấm|được phép|có được)(?!\p{L})|\?/iu;

/**
 * Whether the text bears a secrecy mark: MẬT, TỐI MẬT or TUYỆT MẬT standing alone, or the field
 * «Độ mật»; in a message also the plain claim to send secret content. Accents count: «MAT» and
 * «mặt» are none, nor is a sentence that mentions secrets. Source: decision 9.
 */
export function hasSecrecyMark(text: string, where: SecrecyPlace = 'paper'): boolean {
  if (where === 'fileName') return isMarkedName(text.normalize('NFC'));
  return text
    .normalize('NFC')
    .split('\n')
    .some((line) => isMarked(line) || (where === 'message' && isMarkedMessage(line)));
}

function isMarkedName(name: string): boolean {
  return IN_NAME.test(name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

function isMarked(line: string): boolean {
  if (FIELD.test(line) || NUMBER_LINE.test(line)) return true;
  return (
    line.split(/\s{2,}|[|\t]/u).some((cell) => STAMP.test(bare(cell).replace(/\s/gu, ''))) ||
    isSpacedOut(line)
  );
}

/** «M Ậ T»: a stamp's letters apart, with wider gaps between its words. */
function isSpacedOut(line: string): boolean {
  const letters = bare(line);
  return /^\p{Lu}(?:\s+\p{Lu})+$/u.test(letters) && STAMP.test(letters.replace(/\s/gu, ''));
}

function isMarkedMessage(line: string): boolean {
  return (
    TYPED_ALONE.test(bare(line)) ||
    BRACKETED.test(line) ||
    line.split(/[.;!]\s/u).some((sentence) => CLAIM.test(sentence) && !NOT_CLAIMED.test(sentence))
  );
}

/** Without frames and signs at both ends. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
}
