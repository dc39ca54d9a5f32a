import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';
import { parseDates } from '../../language/dates.ts';
import { normalizeSpaces } from '../../language/text-repair.ts';
import { type AppendixPage, splitPages } from './appendix-pages.ts';
import { readRows } from './appendix-rows.ts';
import type { ImportedPaper, ImportedSection, PaperWarning } from './paper.ts';

/** Reads the text dump of an appendix by its grammar; no sections when it has none. */
export function readAppendixText(text: string): ImportedPaper {
  const sections = groupByTitle(splitPages(text)).map(readSection);
  const titles = sections.map(({ title }) => title);
  const read = sections.map(({ section }) => section).filter(({ items }) => items.length > 0);
  return {
    year: yearIn(titles),
    period: periodIn(titles),
    asOf: asOfIn(titles),
    authority: authorityIn(titles),
    sections: read,
    warnings: read.flatMap(({ items }) =>
      items
        .filter(({ isMarked }) => !isMarked)
        .map(({ line }): PaperWarning => ({ code: 'rowWithoutMark', level: 'note', line })),
    ),
  };
}

/** A page with a title begins an agency's part; pages without one carry it on. */
function groupByTitle(pages: readonly AppendixPage[]): AppendixPage[][] {
  const groups: AppendixPage[][] = [];
  for (const page of pages) {
    const last = groups.at(-1);
    if (page.title !== null || last === undefined) groups.push([page]);
    else last.push(page);
  }
  return groups;
}

function readSection(pages: readonly AppendixPage[]): { title: string; section: ImportedSection } {
  const title = pages[0]?.title ?? null;
  const lines = pages.flatMap((page) => page.lines);
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
  const printed = firstMatch(titles, /\stính đến\s+(?:hết\s+)?(ngày\s.+)$/iu);
  return printed === null ? null : (parseDates(printed)[0] ?? null);
}

function yearIn(titles: readonly string[]): number | null {
  const year = firstMatch(titles, /\bnăm\s+(20\d{2})\b/iu);
  return year === null ? null : Number(year);
}

function authorityIn(titles: readonly string[]): string | null {
  const printed = firstMatch(titles, /\svới\s+(.+?)\s+năm\s+20\d{2}/iu);
  if (printed === null) return null;
  return printed
    .split(' ')
    .map((word) => (/^[A-ZĐ]{4}$/u.test(word) ? word : capitalized(word)))
    .join(' ');
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

function periodIn(titles: readonly string[]): ReportPeriod | null {
  const quarter = firstMatch(titles, /\bquý\s+(IV|III|II|I|[1-4])(?![\p{L}\d])/iu);
  if (quarter !== null) return QUARTERS.get(quarter.toUpperCase()) ?? null;
  const months = firstMatch(titles, /\b0?([69])\s+tháng\b/iu);
  if (months !== null) return months === '6' ? 'H1' : 'M9';
  return firstMatch(titles, /kỳ báo cáo:\s*(?:cả\s+)?(năm)\b/iu) === null ? null : 'annual';
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const found = pattern.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
