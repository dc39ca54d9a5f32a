import type { CalendarDate } from '../domain/calendar-date.ts';
import { existingDate } from './dates.ts';
import type { Span } from './figure-masks.ts';
import { textBefore } from './sentences.ts';

/** A day that a text names, with how it names it. */
export interface DateClaim {
  readonly date: CalendarDate;
  /**
   * `counted`: what is told is counted to or from it; `document`: it is a document's own or an
   * act's; `planned`: it is still to come; `basis`: of a law or an order that is followed.
   */
  readonly role: 'counted' | 'document' | 'planned' | 'basis';
}

/** «từ ngày … đến …»: what is told happened between them. */
export interface SpanClaim {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly isCounted: boolean;
}

const DAY = String.raw`(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})`;
const FULL = new RegExp(
  `(?<![\\d/.-])${DAY}(?!\\d|[/-]\\d)|(\\d{1,2})(?<=ngày\\s+\\d{1,2})\\s+tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})`,
  'giu',
);
const RANGE = new RegExp(
  `(?<!\\p{L})từ\\s+(?:ngày\\s+)?${DAY}\\s*(?:đến|tới|-|–)\\s*(?:hết\\s+)?(?:ngày\\s+)?${DAY}`,
  'giu',
);

const COUNTED =
  /(?<!\p{L})(?:(?:tính|l[uũ][yỹ] kế|số liệu|kết quả|cập nhật)(?:\s+(?:tính|lũy kế|luỹ kế|thực hiện))*\s+(?:đến|tới)|tính\s+từ|kể\s+từ)(?:\s+(?:hết|cuối))?(?:\s+ngày)?\s*$/iu;
const COMPARED = /(?<!\p{L})(?:cùng kỳ|so với|so)(?!\p{L})[^.;]*$/iu;
const PLANNED =
  /(?<!\p{L})(?:dự kiến|trước|chậm nhất|hoàn thành|phấn đấu|sẽ|kế hoạch đến|hạn|đến năm)(?!\p{L})[^.;]{0,40}$/iu;
const BASIS =
  /(?<!\p{L})(?:theo|căn cứ|thực hiện|tại|kèm theo|quy định|triển khai)(?!\p{L})[^.;,]*$/iu;
const LAW =
  /(?<!\p{L})(?:nghị định|luật|thông tư|nghị quyết|hiến pháp|pháp lệnh|chỉ thị)(?!\p{L})[^.;,]*$/iu;

/** Every full date of a text that the calendar has, in order, with the role it plays. Source: quirk Q-18. */
export function dateClaimsIn(text: string): DateClaim[] {
  const composed = text.normalize('NFC');
  const ranges = [...composed.matchAll(RANGE)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return [...composed.matchAll(FULL)].flatMap((found) => {
    const date = dateOfMatch(found.slice(1));
    if (date === null || ranges.some((range) => isIn(found.index, range))) return [];
    return [{ date, role: roleOf(textBefore(composed, found.index)) }];
  });
}

function roleOf(before: string): DateClaim['role'] {
  if (COUNTED.test(before) && !COMPARED.test(before)) return 'counted';
  if (LAW.test(before) || BASIS.test(before) || COMPARED.test(before)) return 'basis';
  return PLANNED.test(before) ? 'planned' : 'document';
}

/** Every stretch of days of a text. It is counted where the words say so or the sentence begins with it. */
export function spanClaimsIn(text: string): SpanClaim[] {
  const composed = text.normalize('NFC');
  return [...composed.matchAll(RANGE)].flatMap((found) => {
    const from = dateOfMatch(found.slice(1, 4));
    const to = dateOfMatch(found.slice(4, 7));
    if (from === null || to === null) return [];
    const before = textBefore(composed, found.index);
    const isCounted =
      !COMPARED.test(before) &&
      /(?:^|[.\n;:(-]\s*|(?<!\p{L})(?:tính|kể|l[uũ][yỹ] kế|số liệu|trong kỳ|báo cáo|kết quả)[\s,]*)$/iu.test(
        before,
      );
    return [{ from, to, isCounted }];
  });
}

/** Dates that no calendar has, as printed: «31/9/2026». */
export function impossibleDatesIn(text: string): string[] {
  return [...text.normalize('NFC').matchAll(FULL)]
    .filter((found) => dateOfMatch(found.slice(1)) === null)
    .map(([found]) => found);
}

function dateOfMatch(groups: readonly (string | undefined)[]): CalendarDate | null {
  const [day = 0, month = 0, year = 0] = groups.flatMap((group) => group ?? []).map(Number);
  return existingDate(year, month, day);
}

function isIn(index: number, { start, end }: Span): boolean {
  return index >= start && index < end;
}
