import { addDays, type CalendarDate, dateOf, lastOfMonth } from '../domain/calendar-date.ts';
import { existingDate } from './dates.ts';

/** A way in which a text names the day by which something must be done. */
interface MilestonePattern {
  readonly pattern: RegExp;
  /** It names a month or a quarter, whose last day is meant. */
  readonly endsPeriod: boolean;
  /** The last good day, inclusive, from the pattern's groups; null when they name no day. */
  readonly read: (groups: Readonly<Record<string, string>>, year: number) => CalendarDate | null;
}

/**
 * Words that make a period the end of the work. «đến năm 2045», «so với quý IV» and the dates of
 * documents have none of them, so they are not milestones. Source: rules R22, T24, T26, T27.
 */
const DONE_IN =
  '(?:hoàn thành|hoàn tất|xong|thực hiện|phê duyệt|ban hành|trình|vận hành)[^.;()]*?\\s';
const WITHIN = `(?<!\\p{L})(?:${DONE_IN})?trong`;
const LATEST = '(?<!\\p{L})(?:chậm nhất|muộn nhất|trước|hết|đến hết)(?:\\s+(?:là|vào|đến|hết))*';

/** «hết 12.5 tỷ» and «trước 3-5 ngày» are no dates: points and dashes need «ngày» or a year. */
const DATE_AHEAD = '(?:ngày\\s+|(?=\\d{1,2}/|\\d{1,2}[.-]\\d{1,2}[.-]\\d{4}))';

const PATTERNS: readonly MilestonePattern[] = [
  {
    endsPeriod: false,
    pattern: new RegExp(
      `(?<word>${LATEST})\\s+${DATE_AHEAD}(?<day>\\d{1,2})[/.-](?<month>\\d{1,2})(?:[/.-](?<year>\\d{4}))?(?!\\d)`,
      'iu',
    ),
    read: ({ word, day, month, ...groups }, year) =>
      before(word, existingDate(yearIn(groups, year), Number(month), Number(day))),
  },
  {
    endsPeriod: false,
    pattern: new RegExp(
      `(?<word>${LATEST})\\s+ngày\\s+(?<day>\\d{1,2})\\s+tháng\\s+(?<month>\\d{1,2})(?:\\s+năm\\s+(?<year>\\d{4}))?`,
      'iu',
    ),
    read: ({ word, day, month, ...groups }, year) =>
      before(word, existingDate(yearIn(groups, year), Number(month), Number(day))),
  },
  {
    endsPeriod: true,
    pattern: new RegExp(
      `(?<word>${LATEST})\\s+tháng\\s+(?<month>\\d{1,2})(?:(?:\\s+năm\\s+|/)(?<year>\\d{4}))?(?!\\d)`,
      'iu',
    ),
    read: ({ word, month, ...groups }, year) => monthEnd(word, Number(month), yearIn(groups, year)),
  },
  {
    endsPeriod: true,
    pattern: new RegExp(
      `(?<word>${WITHIN}|${LATEST})\\s+qu[ýí]\\s+(?<quarter>IV|III|II|I|[1-4])(?![\\p{L}\\d])(?:(?:\\s+năm\\s+|/)(?<year>\\d{4}))?`,
      'iu',
    ),
    read: ({ word, quarter, ...groups }, year) =>
      quarterEnd(word, quarterOf(String(quarter)), yearIn(groups, year)),
  },
  {
    endsPeriod: true,
    pattern: new RegExp(
      `(?<word>${WITHIN})\\s+tháng\\s+(?<month>\\d{1,2})(?:(?:\\s+năm\\s+|/)(?<year>\\d{4}))?(?!\\d)`,
      'iu',
    ),
    read: ({ month, ...groups }, year) => monthEnd('trong', Number(month), yearIn(groups, year)),
  },
  {
    endsPeriod: true,
    pattern: new RegExp(
      `(?<word>${WITHIN})\\s+(?<months>0?[69]|sáu|chín)\\s+tháng\\s+đầu\\s+năm(?:\\s+(?<year>\\d{4}))?`,
      'iu',
    ),
    read: ({ months, ...groups }, year) =>
      lastOfMonth(yearIn(groups, year), /9|chín/iu.test(String(months)) ? 9 : 6),
  },
];

/** A milestone as an item's text names it. */
export interface Milestone {
  /** The last good day, inclusive. */
  readonly dueOn: CalendarDate;
  readonly asPrinted: string;
  /** Whether the printed day is itself outside, the last good one, or the end of a period. */
  readonly boundary: 'before' | 'by' | 'periodEnd';
}

/** A period named to compare with is no end of anything. */
const COMPARED = /(?:so với|cùng kỳ|bằng|như)\s*$/iu;

/**
 * The milestone that an item's own text names, the earliest of several; null when it names none. A
 * date without a year is of the commitments' year; one of an earlier year tells what was, not what
 * is promised. Source: rule R22.
 */
export function milestoneIn(text: string, year: number): Milestone | null {
  const composed = text.normalize('NFC');
  const named = PATTERNS.flatMap((pattern) => milestonesBy(pattern, composed, year));
  const earliest = named.map(({ dueOn }) => dueOn).sort()[0];
  return named.find(({ dueOn }) => dueOn === earliest) ?? null;
}

function milestonesBy(
  { pattern, read, endsPeriod }: MilestonePattern,
  text: string,
  year: number,
): Milestone[] {
  const all = text.matchAll(new RegExp(pattern, 'giu'));
  return [...all].flatMap(({ 0: found, groups = {}, index }) => {
    const dueOn = read(groups, year);
    const isPast = yearIn(groups, year) < year;
    if (dueOn === null || isPast || COMPARED.test(text.slice(0, index))) return [];
    const boundary = boundaryOf(groups['word'], endsPeriod);
    return [{ dueOn, asPrinted: printedWords(found), boundary }];
  });
}

function boundaryOf(word: string | undefined, endsPeriod: boolean): Milestone['boundary'] {
  if (isExclusive(word)) return 'before';
  return endsPeriod ? 'periodEnd' : 'by';
}

/** Without the words of the work itself, which may stand before «trong». */
function printedWords(found: string): string {
  return found
    .slice(Math.max(0, found.search(/trong\s+\S+\s+\S+(?:(?:\s+đầu)?\s+năm(?:\s+\d+)?)?$/iu)))
    .trim();
}

function yearIn(groups: Readonly<Record<string, string | undefined>>, year: number): number {
  return Number(groups['year'] ?? year);
}

function monthEnd(word: string | undefined, month: number, year: number): CalendarDate | null {
  if (month < 1 || month > 12) return null;
  return isExclusive(word) ? addDays(dateOf(year, month, 1), -1) : lastOfMonth(year, month);
}

function quarterEnd(word: string | undefined, quarter: number, year: number): CalendarDate {
  return isExclusive(word)
    ? addDays(dateOf(year, quarter * 3 - 2, 1), -1)
    : lastOfMonth(year, quarter * 3);
}

/** «trước ngày 15» leaves the 14th. */
function before(word: string | undefined, date: CalendarDate | null): CalendarDate | null {
  return date !== null && isExclusive(word) ? addDays(date, -1) : date;
}

function isExclusive(word: string | undefined): boolean {
  return /^trước/iu.test(String(word));
}

function quarterOf(printed: string): number {
  const roman = ['I', 'II', 'III', 'IV'].indexOf(printed.toUpperCase());
  return roman < 0 ? Number(printed) : roman + 1;
}
