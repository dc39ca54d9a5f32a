import { normalizeSpaces } from '../../../language/text-repair.ts';
import type { Block, Cell, Place, TableRow } from '../model.ts';

export type TableBlock = Extract<Block, { kind: 'table' }>;

/** A row in which every column shows what a reader of the paper sees there. */
export interface GridRow {
  readonly place: Place;
  readonly cells: readonly GridCell[];
  /** The columns in which something is printed in this very row. */
  readonly filled: readonly number[];
}

export interface GridCell {
  readonly text: string;
  readonly value: Cell['value'] | undefined;
  /** How many columns the cell spans that reaches here. */
  readonly columns: number;
  /** `above` or `left` where a spanning cell reaches in; its text is given all the same for `above`. */
  readonly from: 'here' | 'above' | 'left';
}

const EMPTY: GridCell = { text: '', value: undefined, columns: 1, from: 'here' };

/** A cell that spans rows, and the rows that it reaches, by their index. */
interface Reach {
  readonly cell: GridCell;
  readonly first: number;
  readonly last: number;
}

/** The rows that are seen: without hidden and struck ones, hidden columns emptied. */
export function gridOf(table: TableBlock): GridRow[] {
  const hidden = new Set(table.hiddenColumns);
  const reaching = new Map<number, Reach>();
  return table.rows.flatMap((row, index) => {
    const cells = cellsOf(row, index, table.columnCount, reaching);
    const seen = cells.map((cell, column) => (hidden.has(column) ? EMPTY : cell));
    return row.isHidden || row.isStruck
      ? []
      : [{ place: row.place, cells: seen, filled: filledIn(seen) }];
  });
}

function filledIn(cells: readonly GridCell[]): number[] {
  return cells.flatMap(({ text, from }, column) =>
    from === 'here' && text !== '' ? [column] : [],
  );
}

function cellsOf(
  row: TableRow,
  index: number,
  columnCount: number,
  reaching: Map<number, Reach>,
): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < columnCount; column += 1) {
    const cell = row.cells[column];
    if (cell === null || cell === undefined) {
      cells.push(cell === null ? coveredCell(reaching.get(column), index) : EMPTY);
      continue;
    }
    const { value, columns } = cell;
    const shown: GridCell = {
      text: cell.text.normalize('NFC').trim(),
      value,
      columns,
      from: 'here',
    };
    cells.push(shown);
    for (let reached = column; reached < column + columns; reached += 1) {
      reaching.set(reached, {
        cell: { ...shown, from: 'above' },
        first: index,
        last: index + cell.rows - 1,
      });
    }
  }
  return cells;
}

function coveredCell(reach: Reach | undefined, index: number): GridCell {
  const isAbove = reach !== undefined && index > reach.first && index <= reach.last;
  return isAbove ? reach.cell : { ...EMPTY, from: 'left' };
}

/** The text of a cell on one line. */
export function lineIn(row: GridRow, column: number | null): string {
  return column === null ? '' : normalizeSpaces(row.cells[column]?.text ?? '');
}

/** As `lineIn`, but nothing where the cell reaches in from another row or column. */
export function ownLineIn(row: GridRow, column: number | null): string {
  if (column === null || row.cells[column]?.from !== 'here') return '';
  return lineIn(row, column);
}
