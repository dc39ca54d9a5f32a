import type { CalendarDate } from '../domain/calendar-date.ts';
import type { ReportPeriod } from '../domain/report-period.ts';
import { isBodyName, isKnownBody, withoutHead } from './body-names.ts';
import { parseDates } from './dates.ts';
import { normalizeSpaces } from './text-repair.ts';

/** The year that a title speaks of, not that of a date or of the paper that it came with; null for none. */
export function yearInTitle(title: string): number | null {
  const own = title
    .normalize('NFC')
    .replace(/\((?:ban hành\s+)?kèm theo[^)]*\)/giu, ' ')
    .replace(/tháng\s+\d+\s+năm\s+\d{4}/giu, ' ');
  const year = /\bnăm\s+(20\d{2})\b/iu.exec(own) ?? /\bqu[ýí]\s+\S+\/(20\d{2})\b/iu.exec(own);
  return year === null ? null : Number(year[1]);
}

/**
 * The year that a file's or a sheet's name holds, which proves nothing about the paper; null for
 * none or several. «Thu 2027.xlsx» has one, «20270305-01.xlsx» none.
 */
export function yearInName(name: string): number | null {
  const found = [...name.matchAll(/(?<!\d)(20[1-4]\d)(?!\d)/gu)].map(([, year]) => Number(year));
  const [only = null, ...others] = new Set(found);
  return others.length === 0 ? only : null;
}

const WHOLE_YEAR: readonly (readonly [RegExp, ReportPeriod])[] = [
  [/sơ bộ\s+(?:kết quả\s+)?(?:cả\s+)?năm\b/iu, 'annualPreliminary'],
  [/cập nhật(?:,?\s*bổ sung)?\s+(?:kết quả\s+)?(?:cả\s+)?năm\b/iu, 'annualUpdate'],
  [/kỳ báo cáo:\s*(?:cả\s+)?năm\b|(?<!ước\s)(?<!\p{L})cả năm\b/iu, 'annual'],
];

/** The months before «đầu năm», or alone; «6 tháng cuối năm» is another half. */
const MONTHS = /(?<![\p{L}\d])0?([69]|sáu|chín)\s+tháng\b(?!\s+cuối)/iu;

/** The period that a title reports on; null where it names none. */
export function periodInTitle(title: string): ReportPeriod | null {
  const said = title.normalize('NFC');
  const quarter = /\bqu[ýí]\s+0?(IV|III|II|I|[1-4])(?![\p{L}\d])/iu.exec(said)?.[1];
  if (quarter !== undefined) return quarterOf(quarter);
  const months = MONTHS.exec(said)?.[1];
  if (months !== undefined) return periodOfMonths(months);
  return WHOLE_YEAR.find(([words]) => words.test(said))?.[1] ?? null;
}

/** The period in a file's or sheet's name, where it is often typed without accents: «Quy 3», «Q2», «6T». */
export function periodInName(name: string): ReportPeriod | null {
  const bare = name.normalize('NFC').replaceAll('_', ' ');
  const quarter = /(?<![\p{L}\d])(?:qu[ýíyi][\s.-]*|q)0?(IV|III|II|I|[1-4])(?![\p{L}\d])/iu.exec(
    bare,
  )?.[1];
  if (quarter !== undefined) return quarterOf(quarter);
  const months = /(?<![\p{L}\d])0?([69])[\s.-]*(?:tháng|thang|t|th)(?![\p{L}\d])/iu.exec(bare)?.[1];
  return months === undefined ? null : periodOfMonths(months);
}

function quarterOf(numeral: string): ReportPeriod {
  const place = ['I', 'II', 'III'].indexOf(numeral.toUpperCase()) + 1 || Number(numeral);
  if (place === 1) return 'Q1';
  if (place === 2) return 'Q2';
  return place === 3 ? 'Q3' : 'Q4';
}

function periodOfMonths(count: string): ReportPeriod {
  return /6|sáu/iu.test(count) ? 'H1' : 'M9';
}

/** The day to which results count, «tính đến ngày 14/6/2027»; null where the titles name none. */
export function asOfInTitles(titles: readonly string[]): CalendarDate | null {
  const printed = firstMatch(
    titles,
    /(?<!\p{L})(?:tính|l[uũ][yỹ] kế)\s+đến\s+(?:hết\s+)?(?:ngày\s+)?(\d.+)$/iu,
  );
  return printed === null ? null : (parseDates(printed)[0] ?? null);
}

/** The office above, as short as it is printed: «UBND Tỉnh»; null where the titles name none. */
export function authorityInTitles(titles: readonly string[]): string | null {
  const printed = firstMatch(titles, /\svới\s+(.+?)\s+năm\s+20\d{2}/iu);
  if (printed === null) return null;
  return printed
    .split(' ')
    .map((word) => (/^[A-ZĐ]{4}$/u.test(word) ? word : capitalized(word)))
    .join(' ')
    .replace(/(Ủy|Uỷ) Ban Nhân Dân/u, '$1 ban nhân dân')
    .replace('Hội Đồng Nhân Dân', 'Hội đồng nhân dân');
}

function capitalized(word: string): string {
  return word.charAt(0).toLocaleUpperCase('vi') + word.slice(1).toLocaleLowerCase('vi');
}

const AFTER_NAME =
  /\s(?=\()|\s*[(\n]|\s+(?=(?:l[uũ][yỹ] kế|tính đến|kỳ báo cáo|đến ngày|với|qu[ýí] (?:IV|I{1,3}|[1-4])|(?:6|9|sáu|chín) tháng|năm 20\d{2}|tháng \d)(?![\p{L}]))|\s*[,;-]?\s+(?:kỳ|giai đoạn)\s/iu;

/** The basis of a paper, which another body may have signed. */
const BASIS = /^\(?\s*(?:ban hành\s+)?kèm theo|^căn cứ/iu;

/** Whether a line names the paper that a table is attached to, or its basis. */
export function isBasisLine(line: string): boolean {
  return BASIS.test(line.normalize('NFC').trim());
}

/** The one body whose commitments a title says these are: «… CỦA SỞ Y TẾ»; null for none or several. */
export function agencyInTitle(title: string): string | null {
  const said = normalizeSpaces(title.normalize('NFC'));
  if (isBasisLine(said)) return null;
  const labelled =
    /^(?:tên\s+)?(?:đơn vị|cơ quan)(?:\s+(?:báo cáo|cam kết|thực hiện|đăng ký|lập biểu))?\s*:\s*(.+)$/iu.exec(
      said,
    )?.[1];
  if (labelled !== undefined) return nameAtStart(labelled, true);
  const [, ...owners] = said.split(/(?<=^|\s)của\s+/iu);
  return (
    owners
      .reverse()
      .map((owner) => nameAtStart(owner, false))
      .find((name) => name !== null) ?? null
  );
}

/** A kind of body may be new to us after «Đơn vị:»; after «của» it must look like a body. */
function nameAtStart(words: string, isLabelled: boolean): string | null {
  const end = words.search(AFTER_NAME);
  const name = withoutHead(end < 0 ? words : words.slice(0, end)).replace(/[\s.,;:…–-]+$/u, '');
  if (/^(?:các|những|toàn)\s/iu.test(name) || name.length < 2) return null;
  return isLabelled || isBodyName(name) || isKnownBody(name) ? name : null;
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

const APPENDIX_LINE =
  /^(?:phụ lục|phụ biểu|biểu mẫu|biểu|mẫu|bảng)(?:\s+(?:số|mẫu số))?\s*:?\s*((?:[ivxlc]+|\d+)[a-zđ]?(?:\s*[-–./]\s*(?:\d+|[ivxlc]+)[a-zđ]?)*)?(?=\s*[.:]?(?:\s|$))/iu;

/** Whether a line opens an appendix: «Phụ lục II-01», «PHỤ LỤC», «Biểu số 2: …». */
export function isAppendixTitle(line: string): boolean {
  const found = APPENDIX_LINE.exec(line.normalize('NFC'));
  return found !== null && (found[1] !== undefined || /^phụ (?:lục|biểu)$/iu.test(line.trim()));
}

/** The appendix's own number, as printed; null where a line is none or bears none. */
export function appendixInTitle(line: string): string | null {
  const said = line.normalize('NFC');
  return isAppendixTitle(said) ? (APPENDIX_LINE.exec(said)?.[1] ?? null) : null;
}

const MOST_SUBJECT_LETTERS = 300;

/** Whether a paragraph says what a paper is about: «V/v …», «Về việc …», or that it is about commitments. */
export function isSubjectLine(text: string): boolean {
  return /^v\/v|cam kết|về việc/iu.test(text) && text.length < MOST_SUBJECT_LETTERS;
}

/** Whether a line is of the country's name and motto, which stand beside a paper's letterhead. */
export function isCountryLine(line: string): boolean {
  return /cộng h[oò][aà] xã hội|độc lập\s*[-–]\s*tự do/iu.test(line.normalize('NFC'));
}

/** Whether a title says that what it stands over are commitments. */
export function speaksOfCommitments(title: string): boolean {
  return /cam kết/iu.test(title.normalize('NFC'));
}
