import { readNumberCell } from '../../../language/item-numbers.ts';
import { type Legend, printedStatus } from '../../../language/printed-status.ts';
import type { GridRow } from './grid.ts';

const MOST_TITLE_LETTERS = 90;

/** The titles above each column, topmost first; a band counts for every column that it covers. */
export function pathsOf(header: readonly GridRow[]): string[][] {
  const columnCount = header[0]?.cells.length ?? 0;
  return Array.from({ length: columnCount }, (_, column) => {
    const path: string[] = [];
    for (const [depth, row] of header.entries()) {
      const text = titleOver(header, depth, row, column);
      if (text !== '' && path.at(-1) !== text) path.push(text);
    }
    return path;
  });
}

function titleOver(
  header: readonly GridRow[],
  depth: number,
  row: GridRow,
  column: number,
): string {
  const cell = row.cells[column];
  if (cell === undefined) return '';
  if (cell.from === 'above') return depth === 0 ? cell.text : '';
  if (cell.text !== '') return cell.text;
  const band = bandOver(row, column);
  if (band === null) return '';
  if (cell.from === 'left') return band.text;
  // Where a format knows no spans, the blank right of a band belongs to it while titles stand below.
  const below = header.slice(depth + 1);
  const hasTitleBelow = (each: number) => below.some(({ filled }) => filled.includes(each));
  return hasTitleBelow(column) && hasTitleBelow(band.column) ? band.text : '';
}

function bandOver(
  { cells }: GridRow,
  column: number,
): { readonly text: string; readonly column: number } | null {
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = cells[left]?.text ?? '';
    if (text !== '') return cells[left]?.from === 'above' ? null : { text, column: left };
  }
  return null;
}

/** Titles are short words: no row with a number, a mark or a long text is part of a header. */
export function mayBeTitles({ cells, filled }: GridRow, legend: Legend): boolean {
  return (
    filled.length > 0 &&
    filled.every((column) => {
      const text = cells[column]?.text ?? '';
      if (printedStatus(text, legend) !== null) return true;
      return (
        text.length > 1 &&
        text.length <= MOST_TITLE_LETTERS &&
        !isNumber(text) &&
        /\p{L}|%/u.test(text)
      );
    })
  );
}

function isNumber(text: string): boolean {
  return readNumberCell(text) !== null || /^[\d.,%\s/:-]+$/u.test(text);
}
