import type { Legend } from '../../../language/printed-status.ts';
import { readColumnTitle } from '../../../language/table-headers.ts';
import { columnsOf, type TableColumns } from './columns.ts';
import type { GridRow } from './grid.ts';
import { mayBeTitles, pathsOf } from './titles-over.ts';

/** A header found in a table: the columns, and the first row after it. */
export interface FoundHeader {
  readonly start: number;
  readonly end: number;
  readonly columns: TableColumns;
}

/** What is known of a table besides its rows. */
export interface HeaderContext {
  readonly legend: Legend;
  /** The words above it say that it is of commitments. */
  readonly isTitled: boolean;
}

const MOST_HEADER_ROWS = 6;
const MOST_ROWS_TO_JUDGE = 40;

/** The header that begins in this row, null where none does. */
export function headerAt(
  rows: readonly GridRow[],
  start: number,
  { legend, isTitled }: HeaderContext,
): FoundHeader | null {
  const first = rows[start];
  if (first === undefined || !beginsHeader(first, legend)) return null;
  const shortest = spannedRows(rows, start);
  let best: FoundHeader | null = null;
  for (let length = shortest; length <= longestHeader(rows, start, legend); length += 1) {
    best = better(best, headerOf(rows, start, length, { legend, isTitled }), rows);
  }
  return best;
}

/** How many rows from here on hold nothing but titles. */
function longestHeader(rows: readonly GridRow[], start: number, legend: Legend): number {
  const near = rows.slice(start, start + MOST_HEADER_ROWS);
  const other = near.findIndex((row) => !mayBeTitles(row, legend));
  return other < 0 ? near.length : other;
}

function headerOf(
  rows: readonly GridRow[],
  start: number,
  length: number,
  { legend, isTitled }: HeaderContext,
): FoundHeader | null {
  const end = start + length;
  const header = rows.slice(start, end);
  const columns = columnsOf(header, rows.slice(end, end + MOST_ROWS_TO_JUDGE), legend, isTitled);
  return columns === null || !goesOn(header, columns) ? null : { start, end, columns };
}

/** Titles below titles, where no item can begin, belong to the header even if they say little. */
function better(
  best: FoundHeader | null,
  longer: FoundHeader | null,
  rows: readonly GridRow[],
): FoundHeader | null {
  if (best === null || longer === null) return longer ?? best;
  const isBelow = isBareBand(rows[longer.end - 1], longer.columns);
  return rankOf(longer.columns) + Number(isBelow) > rankOf(best.columns) ? longer : best;
}

/** How many rows the titles of the first row reach over. */
function spannedRows(rows: readonly GridRow[], start: number): number {
  let length = 1;
  while (
    length < MOST_HEADER_ROWS &&
    rows[start + length]?.cells.some(({ from }) => from === 'above')
  )
    length += 1;
  return length;
}

/** A second text below the text column's title is a row of its own, unless it is the title's own end. */
function goesOn(header: readonly GridRow[], { text }: TableColumns): boolean {
  const [first = '', ...others] = header
    .filter(({ filled }) => filled.includes(text))
    .map(({ cells }) => cells[text]?.text ?? '');
  return others.every(
    (other) =>
      other.length < 30 && (/^\p{Ll}/u.test(other) || (isCapitals(other) && isCapitals(first))),
  );
}

function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase('vi');
}

function isBareBand(row: GridRow | undefined, { text, number }: TableColumns): boolean {
  if (row === undefined || row.filled.length < 2) return false;
  return !row.filled.includes(text) && (number === null || !row.filled.includes(number));
}

/** A letterhead has two texts beside each other too, but none of them is a column's title. */
function beginsHeader(row: GridRow, legend: Legend): boolean {
  if (!mayBeTitles(row, legend) || row.filled.length < 2) return false;
  const known = pathsOf([row]).filter((path) => {
    const { role, status } = readColumnTitle(path, legend);
    return role !== null || status !== null;
  });
  return known.length > 1;
}

function rankOf({ byRole, marks, estimateMarks, status, estimate, number }: TableColumns): number {
  return (
    byRole.size +
    2 * (marks.length + estimateMarks.length) +
    Number(status !== null) +
    Number(estimate !== null) +
    Number(number !== null)
  );
}
