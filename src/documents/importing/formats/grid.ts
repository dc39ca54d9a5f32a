import type { Cell, CellValue, Place, Table, TableRow } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import { LIMITS } from './limits.ts';

/** A cell where its file puts it: `column` counts from 0, `rows` in rows of the source. */
export interface PlacedCell {
  readonly column: number;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  readonly value?: CellValue;
  readonly isBold?: boolean;
}

export interface PlacedRow {
  /** Its number in the source, rising; rows may be missing. */
  readonly at: number;
  readonly place: Place;
  readonly cells: readonly PlacedCell[];
  readonly isHidden?: boolean;
  readonly isStruck?: boolean;
}

interface Beside {
  readonly hiddenColumns?: readonly number[];
  readonly sheet?: string;
}

const BLANK: Cell = { text: '', columns: 1, rows: 1 };

/** More cells than this in one table are a mistake of its file or a trap. */
const MOST_CELLS = 2_000_000;

/**
 * The table that the cells make: as wide as its last column with a text, without blank rows, spans
 * cut to what is left. Null when nothing is written in it.
 */
export function tableOf(source: readonly PlacedRow[], beside: Beside = {}): Table | null {
  const written = source.filter(({ cells }) => cells.some(({ text }) => text !== ''));
  const columns = columnsOf(written);
  if (columns.count === 0) return null;
  if (written.length > LIMITS.rows || written.length * columns.count > MOST_CELLS)
    throw new RefusedPaperError('tooManyRows');
  const filled = fill(written, columns);
  return {
    kind: 'table',
    rows: written.map(
      (row, index): TableRow => ({
        place: row.place,
        cells: (filled[index] ?? []).map((cell) => (cell === undefined ? BLANK : cell)),
        isHidden: row.isHidden ?? false,
        isStruck: row.isStruck ?? false,
      }),
    ),
    columnCount: columns.count,
    hiddenColumns: (beside.hiddenColumns ?? []).flatMap((column) => {
      const index = columns.indexOf(column);
      return index === null ? [] : [index];
    }),
    ...(beside.sheet === undefined ? {} : { sheet: beside.sheet }),
  };
}

/** How a source's columns become the table's. */
interface Columns {
  readonly count: number;
  /** Null for a column that the table leaves out. */
  indexOf(column: number): number | null;
  /** How many of the table's columns stand before this one of the source. */
  before(column: number): number;
}

/** All columns up to the last written one; only the written ones where a sheet is absurdly wide. */
function columnsOf(rows: readonly PlacedRow[]): Columns {
  const written = new Set<number>();
  for (const { cells } of rows)
    for (const { column, text } of cells) if (text !== '') written.add(column);
  const used = [...written].sort((one, other) => one - other);
  const width = (used.at(-1) ?? -1) + 1;
  if (width <= LIMITS.columns) {
    return {
      count: width,
      indexOf: (column) => (column < width ? column : null),
      before: (column) => Math.min(column, width),
    };
  }
  if (used.length > LIMITS.columns) throw new RefusedPaperError('tooManyRows');
  const indexes = new Map(used.map((column, index) => [column, index]));
  return {
    count: used.length,
    indexOf: (column) => indexes.get(column) ?? null,
    before: (column) => used.filter((one) => one < column).length,
  };
}

type Filling = (Cell | null | undefined)[];

function fill(rows: readonly PlacedRow[], columns: Columns): Filling[] {
  const filled = rows.map((): Filling => new Array(columns.count).fill(undefined));
  let marks = 0;
  for (const [top, row] of rows.entries()) {
    for (const cell of row.cells) marks += put(filled, cell, { rows, columns, top });
    if (marks > MOST_CELLS) throw new RefusedPaperError('corruptFile');
  }
  return filled;
}

interface At {
  readonly rows: readonly PlacedRow[];
  readonly columns: Columns;
  /** The index of the row. */
  readonly top: number;
}

/** Sets a cell and takes the places it covers; how many those are. */
function put(filled: Filling[], placed: PlacedCell, { rows, columns, top }: At): number {
  const left = columns.indexOf(placed.column);
  // Overlapping spans come from broken writers: the first one keeps the place.
  if (left === null || filled[top]?.[left] !== undefined) return 0;
  const right = Math.max(left + 1, columns.before(placed.column + placed.columns));
  const next = (rows[top]?.at ?? 0) + placed.rows;
  const below = Math.max(top + 1, placed.rows === 1 ? 0 : firstFrom(rows, next));
  cover(filled, top, below, left, right);
  setCell(filled[top], left, toCell(placed, right - left, below - top));
  return (right - left) * (below - top);
}

function cover(filled: Filling[], top: number, below: number, left: number, right: number): void {
  for (let row = top; row < below; row += 1) {
    for (let column = left; column < right; column += 1) {
      if (filled[row]?.[column] === undefined) setCell(filled[row], column, null);
    }
  }
}

function setCell(row: Filling | undefined, column: number, cell: Cell | null): void {
  if (row !== undefined) row[column] = cell;
}

/** The index of the first row at or after that number of the source. */
function firstFrom(rows: readonly PlacedRow[], at: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toCell({ text, value, isBold }: PlacedCell, columns: number, rows: number): Cell {
  return {
    text,
    columns,
    rows,
    ...(value === undefined ? {} : { value }),
    ...(isBold === true ? { isBold } : {}),
  };
}
