import { type CalendarDate, dateOf } from '../domain/calendar-date.ts';
import { parseDates } from './dates.ts';
import { type Milestone, milestoneIn } from './milestones.ts';

const DATE = String.raw`\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{4})?`;
const BARE_DATE = new RegExp(String.raw`^(?:ngày\s+|đến\s+|vào\s+)*(${DATE})$`, 'iu');
const BARE_PERIOD =
  /^(?:trong\s+|hết\s+|đến\s+)*(qu[ýí]\s+(?:IV|I{1,3}|[1-4])|tháng\s+\d{1,2}|0?[69]\s+tháng\s+đầu\s+năm)((?:\s*[/,-]\s*|\s+)(?:năm\s+)?\d{4})?$/iu;
const WHOLE_YEAR =
  /^(?:trong\s+|cả\s+|hết\s+|đến\s+hết\s+|cuối\s+|đến\s+)*năm(?:\s+(\d{4}))?$|^(\d{4})$|^(?:trong|cả|hết|cuối)\s+năm$/iu;

/**
 * The last good day that a column of deadlines prints, inclusive: «30/9/2027», «trước 15/10»,
 * «Quý III/2027», «trong năm». What names no one day («thường xuyên», «quý I-II») gives null. A
 * date without a year is of the commitments' year.
 */
export function deadlineIn(printed: string, year: number): Milestone | null {
  const said = printed.normalize('NFC').replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
  const named = Number(/(?<!\d)(20\d{2})(?!\d)/u.exec(said)?.[1] ?? year);
  const dueOn = bareDay(said, named);
  if (dueOn !== null) return { dueOn, asPrinted: printed, boundary: 'by' };
  const period = BARE_PERIOD.exec(said);
  const found =
    milestoneIn(period === null ? said : `trong ${period[1]}`, named) ?? wholeYear(said, year);
  return found === null ? null : { ...found, asPrinted: printed };
}

function bareDay(said: string, year: number): CalendarDate | null {
  const date = BARE_DATE.exec(said)?.[1];
  if (date === undefined) return parseDates(/^ngày/iu.test(said) ? said : '')[0] ?? null;
  const [day = '', month = '', own] = date.split(/\s*[/.-]\s*/u);
  return parseDates(`${day}/${month}/${own ?? year}`)[0] ?? null;
}

function wholeYear(said: string, year: number): Milestone | null {
  const found = WHOLE_YEAR.exec(said);
  if (found === null) return null;
  const dueOn = dateOf(Number(found[1] ?? found[2] ?? year), 12, 31);
  return { dueOn, asPrinted: said, boundary: 'periodEnd' };
}
