/** A stretch of a text, the character at `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const YEAR = '(?:19|20)\\d{2}';

/**
 * Digits that count nothing: dates, years, numbers of documents, ordinals. Each begins with its
 * digits and looks back for the words, so that texts without digits cost nothing. Source: kinds T26
 * and T27 of product notes 1.7.
 */
const MASKS: readonly RegExp[] = [
  /(?<![\d/.,-])\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}(?!\d)/gu,
  /\d(?<=(?<!\p{L})(?:[Nn]gày|NGÀY)\s+\d)\d?(?:\s+tháng\s+\d{1,2}|\s*[/.-]\s*\d{1,2}(?![\d/]))(?:\s+năm\s+\d{4})?/gu,
  /\d(?<=(?<!\p{L})(?:[Tt]ừ|[Đđ]ến|[Tt]rước|hết|[Ss]au)\s+\d)\d?(?<=\s(?:[0-2]?\d|3[01]))\/(?:0?\d|1[0-2])(?!\d)(?=\s*(?:$|[,;:.)]|(?:đạt|đã|có|được|là|thì|đến|đơn vị|toàn)(?!\p{L})))/gu,
  /(?:\d|[IVX])(?<=(?<!\p{L})(?:[Tt]háng|[Qq]u[ýí]|[Kk]ỳ|THÁNG|QUÝ|KỲ)\s+.)(?:\d?|[IVX]*)(?!\p{L}|\d)(?:\s*[/.-]\s*\d{4}|\s+năm\s+\d{4})?/gu,
  new RegExp(
    `\\d(?<=(?<!\\p{L})(?:[Nn]ăm|NĂM)(?:\\s+học)?\\s+\\d)\\d{3}(?<=${YEAR})(?:\\s*[-–]\\s*${YEAR})?(?!\\d)`,
    'gu',
  ),
  new RegExp(`(?<![\\d.,/])${YEAR}\\s*[-–]\\s*${YEAR}(?!\\d)`, 'gu'),
  /(?<![\p{L}\d.,/])\d+(?:\/\d{4})?[-/]\p{Lu}[\p{L}\d]*(?:[-/.&][\p{L}\d]+)*/gu,
  /\d(?<=(?<!(?:[Tt]ổng|TỔNG|trong|con|chỉ|dân|đổi|trên)\s+)(?<!\p{L})(?:[Ss]ố|SỐ)\s*:?\s+\d)\d*(?![\d.,]*\d|\s*\/\s*\d)/gu,
  /\d(?<=(?<!\p{L})(?:[Đđ]iều|[Kk]hoản|[Pp]hụ\s+lục|[Kk]hóa|[Kk]hoá|lần|thứ|mức\s+độ|cấp\s+độ|giai\s+đoạn|hạng|loại|[Qq]uân\s+khu|khu\s+vực|[Qq]uốc\s+lộ|tiêu\s+chí\s+số)\s+\d)\d*(?![\d.,]*\d|\s*\/\s*\d|\s*%)/gu,
];

/** The stretches of a text whose digits are not figures, in no order. */
export function maskedSpans(text: string): Span[] {
  return MASKS.flatMap((mask) =>
    [...text.matchAll(mask)].map(({ 0: found, index }) => ({
      start: index,
      end: index + found.length,
    })),
  );
}

export function isWithin({ start, end }: Span, outer: Span): boolean {
  return start >= outer.start && end <= outer.end;
}
