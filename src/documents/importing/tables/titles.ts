import { agencyKey } from '../../../language/agency-names.ts';
import { bodyMeantBy, isBodyName } from '../../../language/body-names.ts';
import {
  agencyInTitle,
  appendixInTitle,
  isAppendixTitle,
  isBasisLine,
  isCountryLine,
} from '../../../language/paper-titles.ts';
import { normalizeSpaces } from '../../../language/text-repair.ts';

/** What stands above a table, taken as one title and line by line. */
export interface TableTitle {
  readonly lines: readonly string[];
  readonly appendix: string | null;
  readonly agency: string | null;
}

const MOST_TITLE_LINES = 10;
const MOST_TITLE_LETTERS = 220;

/** The title of a table from all that stands between it and the one before. */
export function tableTitle(above: readonly string[]): TableTitle {
  const lines = titleLines(above);
  const appendix = lines.map(appendixInTitle).find((found) => found !== null) ?? null;
  const joined = lines.filter((line) => !isAppendixTitle(line) && !isBasisLine(line)).join(' ');
  const agency =
    lines.map(agencyInTitle).find((found) => found !== null) ??
    agencyInTitle(joined) ??
    // A line with a body's name alone, between the title and the table.
    lines
      .slice(1)
      .findLast((line, index) => isBodyName(line) && index >= letterheadLength(lines)) ??
    null;
  return { lines, appendix, agency };
}

/** From the last appendix mark on, else the last short lines: running text is no title. */
function titleLines(above: readonly string[]): string[] {
  const lines = above
    .flatMap((text) => text.split('\n'))
    .map(normalizeSpaces)
    .filter((line) => line !== '');
  const mark = lines.findLastIndex(isAppendixTitle);
  const near =
    mark < 0 ? lines.slice(-MOST_TITLE_LINES) : lines.slice(mark, mark + MOST_TITLE_LINES + 2);
  const running = near.findLastIndex(
    (line) => line.length > MOST_TITLE_LETTERS || /^[-–+]\s|[;.]$/u.test(line),
  );
  return near.slice(running + 1);
}

/** How many lines the heads of the paper take: the body above, the body, the country's name. */
function letterheadLength(lines: readonly string[]): number {
  return lines.findLastIndex(isCountryLine);
}

/** Who wrote the paper, by its head: the last body named there, unless it is a whole province. */
export function letterheadIn(lines: readonly string[]): string | null {
  // A text dump sets the body's head and the country's side by side.
  const head = lines
    .flatMap((text) => text.split(/\n|\s{2,}/u))
    .map(normalizeSpaces)
    .filter((line) => line !== '')
    .slice(0, 8);
  const bodies = head.filter((line) => line === line.toLocaleUpperCase('vi') && isBodyName(line));
  return bodies.findLast((name) => !/^ubnd (?:tinh|thanh pho)/u.test(agencyKey(name))) ?? null;
}

/** The agency that a sheet is named after; null for «Sheet1», «Tổng hợp», «PL II». */
export function agencyOfSheet(sheet: string | undefined): string | null {
  if (sheet === undefined) return null;
  const name = normalizeSpaces(sheet.replace(/^\s*\d+\s*[.)_-]?\s*/u, '').replaceAll('_', ' '));
  if (isBodyName(name)) return name;
  return bodyMeantBy(name);
}
