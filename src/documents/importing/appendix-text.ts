import {
  asOfInTitles,
  authorityInTitles,
  periodInTitle,
  yearInTitle,
} from '../../language/paper-titles.ts';
import { normalizeSpaces } from '../../language/text-repair.ts';
import { withoutPageNumbers } from './appendix-page-numbers.ts';
import { type AppendixPage, splitPages } from './appendix-pages.ts';
import { readRows } from './appendix-rows.ts';
import type { ImportedSection, PaperWarning, UnderstoodPaper } from './paper.ts';
import { distinct, onlyOne } from './paper-date.ts';

/** Reads the text dump of an appendix by its grammar; no sections when it has none. */
export function readAppendixText(text: string): UnderstoodPaper {
  const sections = groupByTitle(splitPages(text)).map(readSection);
  const titles = sections.map(({ title }) => title);
  const read = sections.map(({ section }) => section).filter(({ items }) => items.length > 0);
  const years = distinct(titles.map(yearInTitle));
  const periods = distinct(titles.map(periodInTitle));
  return {
    year: onlyOne(years),
    years,
    period: onlyOne(periods),
    asOf: asOfInTitles(titles),
    authority: authorityInTitles(titles),
    sections: read,
    reporting: [],
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
    standing: 'assigned' as const,
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
