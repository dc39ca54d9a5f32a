import { agencyKey } from '../../../language/agency-names.ts';
import { isAppendixTitle, isBasisLine } from '../../../language/paper-titles.ts';
import type { TableColumns } from './columns.ts';
import { type GridRow, lineIn, type TableBlock } from './grid.ts';
import type { FoundHeader } from './header.ts';
import { warningAt } from './items.ts';
import { agencyOfSheet, tableTitle } from './titles.ts';
import { mayBeTitles } from './titles-over.ts';
import { textsOf, type Walk } from './walk.ts';

/** A header that comes again carries its table on, unless a new title stands between. */
export function addPart(
  { columns }: FoundHeader,
  rows: readonly GridRow[],
  table: TableBlock,
  walk: Walk,
  isFirst: boolean,
): void {
  const before = walk.parts.at(-1);
  const title = tableTitle(walk.above);
  const isSame = before !== undefined && sameTitles(before.columns, columns);
  const isContinued =
    isSame &&
    title.agency === null &&
    title.appendix === null &&
    (!isFirst || table.sheet === undefined);
  walk.above = [];
  walk.titles.push(title.lines.filter((line) => !isBasisLine(line)).join(' '));
  if (table.sheet !== undefined) walk.sheets.add(table.sheet);
  const sheetAgency = agencyOfSheet(table.sheet);
  const titleAgency = isContinued ? before.titleAgency : title.agency;
  if (titleAgency !== null && sheetAgency !== null && !isSameBody(titleAgency, sheetAgency)) {
    const [place] = rows.map((row) => row.place);
    if (place !== undefined)
      walk.warnings.push(warningAt(place, 'agencyDisputed', 'confirm', table.sheet));
  }
  walk.parts.push({
    columns,
    rows,
    appendix: isContinued ? before.appendix : title.appendix,
    titleAgency,
    sheetAgency,
    letterhead: walk.letterhead,
    isContinued,
  });
}

function isSameBody(one: string, other: string): boolean {
  const [left, right] = [agencyKey(one), agencyKey(other)];
  return left.includes(right) || right.includes(left);
}

function sameTitles({ titles: before }: TableColumns, { titles }: TableColumns): boolean {
  return titles.size === before.size && [...titles].every((title) => before.has(title));
}

const MOST_LETTERHEAD_ROWS = 4;

/** A table without a header carries on the one before it, where it has its columns; else its words are a title. */
export function carryOn(grid: readonly GridRow[], table: TableBlock, walk: Walk): void {
  const before = walk.parts.at(-1);
  const columnCount = before?.rows[0]?.cells.length;
  const isAlike =
    before !== undefined && columnCount === table.columnCount && !beginsAnew(grid, walk);
  if (!isAlike || !grid.some((row) => /\d/u.test(lineIn(row, before.columns.number)))) {
    // A letterhead is a small table; a longer one is about other things.
    if (grid.length > MOST_LETTERHEAD_ROWS) walk.above = [];
    else walk.above.push(...grid.flatMap(textsOf));
    return;
  }
  walk.above = [];
  walk.parts.push({ ...before, rows: grid, isContinued: true });
}

/** Words between two tables and titles in the second's first row: it is about something else. */
function beginsAnew([first]: readonly GridRow[], { above, legend }: Walk): boolean {
  if (above.some(isAppendixTitle)) return true;
  const isTitled = above.some((text) => /\p{L}/u.test(text));
  return isTitled && first !== undefined && first.filled.length > 2 && mayBeTitles(first, legend);
}
