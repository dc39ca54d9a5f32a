import type { PlacedCell, PlacedRow } from './grid.ts';
import { boxAround, middleOf, type PageItem } from './pdf-geometry.ts';
import { joined, lineGroups, stretchesOf, textOfCell } from './pdf-lines.ts';
import { boxOf, type DrawnGrid } from './pdf-rules.ts';

/** A cell of a drawn grid with what stands in it; `bottom` and `right` are the last that it covers. */
interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly bottom: number;
  readonly right: number;
  readonly items: PageItem[];
}

/** The number of an item, alone in the first column. */
const NUMBER_ALONE = /^(?:\d+(?:\.\d+)*|[IVXLC]+)[.)]?$/u;

/** Whether a word stands within the grid. */
export function isInGrid(item: PageItem, grid: DrawnGrid): boolean {
  const { left, top, right, bottom } = boxOf(grid);
  const [x, y] = middleOf(item);
  return x >= left && x <= right && y >= top && y <= bottom;
}

/**
 * The rows of a drawn table. Rows that no line parts are parted where the first column numbers them.
 *
 * @param lineAt the number of the page's line that stands at or below that height
 */
export function rowsOfGrid(
  grid: DrawnGrid,
  items: readonly PageItem[],
  page: number,
  lineAt: (top: number) => number,
): PlacedRow[] {
  const cells = cellsOf(grid);
  for (const stretch of stretchesOf(items)) cellAt(cells, grid, stretch)?.items.push(...stretch);
  const rows: PlacedRow[] = [];
  for (let row = 0; row + 1 < grid.ys.length; row += 1) {
    const own = cells.filter((cell) => cell.row === row);
    for (const { top, cells: part } of partsOf(own, grid, grid.ys[row] ?? 0))
      rows.push({ at: rows.length, place: { page, line: lineAt(top) }, cells: part });
  }
  return rows;
}

function cellsOf(grid: DrawnGrid): DrawnCell[] {
  const cells: DrawnCell[] = [];
  const taken = new Set<string>();
  for (let row = 0; row + 1 < grid.ys.length; row += 1) {
    for (let column = 0; column + 1 < grid.xs.length; column += 1) {
      if (taken.has(`${row}:${column}`)) continue;
      const cell = cellFrom(grid, row, column);
      cells.push(cell);
      takePlaces(cell, taken);
    }
  }
  return cells;
}

function cellFrom(grid: DrawnGrid, row: number, column: number): DrawnCell {
  const right = reach(column, grid.xs.length - 2, (at) => !grid.hasWall(row, at));
  const bottom = reach(row, grid.ys.length - 2, (at) => !grid.hasFloor(at, column));
  return { row, column, right, bottom, items: [] };
}

function takePlaces({ row, column, right, bottom }: DrawnCell, taken: Set<string>): void {
  for (let down = row; down <= bottom; down += 1)
    for (let along = column; along <= right; along += 1) taken.add(`${down}:${along}`);
}

function reach(start: number, last: number, isOpen: (at: number) => boolean): number {
  let at = start;
  while (at < last && isOpen(at)) at += 1;
  return at;
}

/** Where the middle of a stretch stands: one that is too long for its cell runs over its walls. */
function cellAt(cells: readonly DrawnCell[], grid: DrawnGrid, stretch: readonly PageItem[]) {
  const [x, y] = middleOf(boxAround(stretch));
  const column = grid.xs.findLastIndex((at) => at <= x);
  const row = grid.ys.findLastIndex((at) => at <= y);
  return cells.find(
    (cell) =>
      cell.row <= row && row <= cell.bottom && cell.column <= column && column <= cell.right,
  );
}

/** The one row that it is, or several where the first column holds several numbers. */
function partsOf(
  cells: readonly DrawnCell[],
  grid: DrawnGrid,
  top: number,
): { readonly top: number; readonly cells: PlacedCell[] }[] {
  const numbers = lineGroups(cells.find(({ column }) => column === 0)?.items ?? []);
  const isList = numbers.length > 1 && numbers.every((line) => NUMBER_ALONE.test(joined(line)));
  if (!isList) return [{ top, cells: cells.map((cell) => placed(cell, cell.items, grid)) }];
  const starts = numbers.map(([item]) => (item === undefined ? 0 : item.top - item.size * 0.4));
  return starts.map((start, index) => {
    const from = index === 0 ? Number.NEGATIVE_INFINITY : start;
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const part = cells.map((cell) => {
      const own = cell.items.filter((item) => item.top >= from && item.top < end);
      return placed({ ...cell, bottom: cell.row }, own, grid);
    });
    return { top: start, cells: part };
  });
}

function placed(cell: DrawnCell, items: readonly PageItem[], { xs }: DrawnGrid): PlacedCell {
  const written = items.filter(({ text }) => text.trim() !== '');
  return {
    column: cell.column,
    text: textOfCell(written, xs[cell.column] ?? 0, xs[cell.right + 1] ?? 0),
    columns: cell.right - cell.column + 1,
    rows: cell.bottom - cell.row + 1,
    isBold: written.length > 0 && written.every(({ isBold }) => isBold),
  };
}
