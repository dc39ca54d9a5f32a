import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';
import { parseDates } from '../../language/dates.ts';
import { normalizeSpaces } from '../../language/text-repair.ts';
import { withoutPageNumbers } from './appendix-page-numbers.ts';
import { type AppendixPage, splitPages } from './appendix-pages.ts';
import { readRows } from './appendix-rows.ts';
import type { ImportedPaper, ImportedSection, PaperWarning } from './paper.ts';

/** Reads the text dump of an appendix by its grammar; no sections when it has none. */
export function readAppendixText(text: string): ImportedPaper {
  const sections = groupByTitle(splitPages(text)).map(readSection);
  const titles = sections.map(({ title }) => title);
  const read = sections.map(({ section }) => section).filter(({ items }) => items.length > 0);
  const years = distinct(titles.map(yearIn));
  const periods = distinct(titles.map(periodIn));
  return {
    year: onlyOne(years),
    years,
    period: onlyOne(periods),
    asOf: asOfIn(titles),
    authority: authorityIn(titles),
    sections: read,
    warnings: [
      ...(periods.length > 1
        ? [{ code: 'periodsDiffer', level: 'confirm', line: read[0]?.line ?? 1 } as const]
        : []),
      ...sections.flatMap(({ section }) => doubtsOf(section)),
    ],
  };
}

function doubtsOf({ items, line: start }: ImportedSection): PaperWarning[] {
  if (items.length === 0) return [{ code: 'sectionWithoutItems', level: 'confirm', line: start }];
  return items.flatMap(({ marks, line }): PaperWarning[] => {
    if (marks === 1) return [];
    // Without a mark a row is still one; a second mark may be the one of a row that was not seen.
    return marks === 0
      ? [{ code: 'rowWithoutMark', level: 'note', line }]
      : [{ code: 'rowWithMarks', level: 'confirm', line }];
  });
}

/** The only value; null of none, and of several, which nobody may choose from. */
function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : null;
}

function distinct<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** The pages of one agency, and how many of the file come before them. */
interface PageGroup {
  readonly firstPage: number;
  readonly pages: AppendixPage[];
}

/** A page with a title begins an agency's part; pages without one carry it on. */
function groupByTitle(pages: readonly AppendixPage[]): PageGroup[] {
  const groups: PageGroup[] = [];
  for (const [firstPage, page] of pages.entries()) {
    const last = groups.at(-1);
    if (page.title !== null || last === undefined) groups.push({ firstPage, pages: [page] });
    else last.pages.push(page);
  }
  return groups;
}

function readSection({ pages, firstPage }: PageGroup): {
  title: string;
  section: ImportedSection;
} {
  const title = pages[0]?.title ?? null;
  const byPage = pages.map((page) => page.lines);
  const lines = withoutPageNumbers(byPage, firstPage).flat();
  const section = {
    agencyAsPrinted: title === null ? null : agencyIn(title.text),
    appendix: title?.appendix ?? null,
    items: readRows(lines),
    line: title?.line ?? lines[0]?.line ?? 1,
  };
  return { title: title?.text ?? '', section };
}

/** What follows the title's last «CỦA», else its year, up to the words of the period. */
function agencyIn(title: string): string | null {
  const [name = ''] = title.split(/\s(?:\(|l[uũ][yỹ] kế|tính đến|kỳ báo cáo)/iu);
  const found =
    /.*\scủa\s+(.+)$/iu.exec(name)?.[1] ?? /\snăm\s+20\d{2}\s*[-–:]?\s*(.+)$/iu.exec(name)?.[1];
  return found === undefined ? null : normalizeSpaces(found);
}

function asOfIn(titles: readonly string[]): CalendarDate | null {
  const printed = firstMatch(titles, /(?<!\p{L})tính đến\s+(?:hết\s+)?(ngày\s.+)$/iu);
  return printed === null ? null : (parseDates(printed)[0] ?? null);
}

/** The year that a title speaks of, not that of a date or of the letter that it came with. */
function yearIn(title: string): number | null {
  const own = title
    .replace(/\(kèm theo[^)]*\)/giu, ' ')
    .replace(/tháng\s+\d+\s+năm\s+\d{4}/giu, ' ');
  const year = /\bnăm\s+(20\d{2})\b/iu.exec(own) ?? /\bquý\s+\S+\/(20\d{2})\b/iu.exec(own);
  return year === null ? null : Number(year[1]);
}

function authorityIn(titles: readonly string[]): string | null {
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

const QUARTERS = new Map<string, ReportPeriod>([
  ['I', 'Q1'],
  ['II', 'Q2'],
  ['III', 'Q3'],
  ['IV', 'Q4'],
  ['1', 'Q1'],
  ['2', 'Q2'],
  ['3', 'Q3'],
  ['4', 'Q4'],
]);

const WHOLE_YEAR: readonly (readonly [RegExp, ReportPeriod])[] = [
  [/sơ bộ\s+(?:kết quả\s+)?(?:cả\s+)?năm\b/iu, 'annualPreliminary'],
  [/cập nhật(?:,?\s*bổ sung)?\s+(?:kết quả\s+)?(?:cả\s+)?năm\b/iu, 'annualUpdate'],
  [/kỳ báo cáo:\s*(?:cả\s+)?năm\b|(?<!ước\s)cả năm\b/iu, 'annual'],
];

/** The months before «đầu năm», or alone; «6 tháng cuối năm» is another half. */
const MONTHS = /\b(0?6|sáu|0?9|chín)\s+tháng\b(?!\s+cuối)/iu;

function periodIn(title: string): ReportPeriod | null {
  const quarter = /\bquý\s+(IV|III|II|I|[1-4])(?![\p{L}\d])/iu.exec(title)?.[1];
  if (quarter !== undefined) return QUARTERS.get(quarter.toUpperCase()) ?? null;
  const months = MONTHS.exec(title)?.[1];
  if (months !== undefined) return /6|sáu/iu.test(months) ? 'H1' : 'M9';
  return WHOLE_YEAR.find(([words]) => words.test(title))?.[1] ?? null;
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
