import type { CellValue } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import type { PlacedCell, PlacedRow } from './grid.ts';
import { LIMITS } from './limits.ts';
import { TextFlow } from './text-flow.ts';

export interface OpenCell {
  readonly flow: TextFlow;
  readonly columns: number;
  readonly rows: number;
  readonly value?: CellValue;
  readonly isHeader: boolean;
}

interface OpenRow {
  readonly line: number;
  readonly isHidden: boolean;
  readonly cells: OpenCell[];
}

/** A table of HTML while it is read. */
export interface OpenTable {
  readonly rows: OpenRow[];
  cell: OpenCell | null;
}

/** Numbers as spans are written: at least 1, and never absurd. */
export function spanOf(value: string | undefined, most: number): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}

export function openCell(
  attributes: Readonly<Record<string, string>>,
  isHeader: boolean,
): OpenCell {
  // Excel's word for it, and LibreOffice's.
  const number = attributes['x:num'] ?? attributes['sdval'];
  const format = /mso-number-format:\s*["']?([^;"']+)/iu.exec(attributes['style'] ?? '')?.[1];
  const value: CellValue | undefined =
    number === undefined || number === '' || Number.isNaN(Number(number))
      ? undefined
      : {
          kind: 'number',
          number: Number(number),
          format: format?.replaceAll('\\', '') ?? 'General',
        };
  return {
    flow: new TextFlow(),
    columns: spanOf(attributes['colspan'], LIMITS.columns),
    rows: attributes['rowspan'] === '0' ? LIMITS.rows : spanOf(attributes['rowspan'], LIMITS.rows),
    ...(value === undefined ? {} : { value }),
    isHeader,
  };
}

/** The rows with each cell at the first column that no cell from the left or above takes. */
export function placeRows(table: OpenTable): PlacedRow[] {
  /** For each column, the first row that is free again. */
  const freeFrom: number[] = [];
  return table.rows.map(({ line, isHidden, cells }, at): PlacedRow => {
    let column = 0;
    const placed = cells.map((cell): PlacedCell => {
      column = firstFree(freeFrom, column, at);
      const start = column;
      for (; column < start + cell.columns; column += 1) freeFrom[column] = at + cell.rows;
      const { text, isBold } = cell.flow.end();
      return {
        column: start,
        text,
        columns: cell.columns,
        rows: cell.rows,
        ...(cell.value === undefined ? {} : { value: cell.value }),
        isBold: text !== '' && (cell.isHeader || isBold),
      };
    });
    const struck = cells.filter(({ flow }) => flow.hasText());
    const isStruck = struck.length > 0 && struck.every(({ flow }) => flow.isStruck());
    return {
      at,
      place: { line },
      cells: isStruck
        ? placed.map((cell, index) => ({ ...cell, text: cells[index]?.flow.all() ?? '' }))
        : placed,
      isHidden,
      isStruck,
    };
  });
}

function firstFree(freeFrom: readonly number[], from: number, at: number): number {
  let column = from;
  while ((freeFrom[column] ?? 0) > at) column += 1;
  if (column >= LIMITS.columns) throw new RefusedPaperError('tooManyRows');
  return column;
}
