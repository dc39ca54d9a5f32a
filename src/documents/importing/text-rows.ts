import { readNumberCell } from '../../language/item-numbers.ts';
import {
  cellsOf,
  GAP,
  isColumnNumbersLine,
  type TextColumns,
  type TextLine,
} from './text-columns.ts';

/** A row of a table that spaces hold apart; its cells keep the lines in which they were printed. */
export interface TextRow {
  readonly line: TextLine;
  readonly cells: string[];
}

interface CutLine extends TextRow {
  readonly isNumbered: boolean;
  /** A heading written across the columns. */
  readonly isAcross: boolean;
  readonly isBelowBlank: boolean;
}

/** The rows of a table's lines, in order. Blank lines part rows but are none. */
export function textRows(lines: readonly TextLine[], columns: TextColumns): TextRow[] {
  const numbers = lines.findIndex(({ text }) => isColumnNumbersLine(text));
  const cut = lines.flatMap((line, index) =>
    cutLine(line, lines[index - 1], columns, index < numbers),
  );
  if (numbers < 0) return rowsFromTheirTops(cut);
  const head = cut.filter(({ line }) => line.line < (lines[numbers]?.line ?? 0));
  const [columnNumbers, ...body] = cut.slice(head.length);
  return [
    ...merged(head),
    ...merged(columnNumbers === undefined ? [] : [columnNumbers]),
    ...(body.some(isBelowItsTop)
      ? stretchesOf(body).flatMap(rowsAroundNumbers)
      : rowsFromTheirTops(body)),
  ];
}

function cutLine(
  line: TextLine,
  before: TextLine | undefined,
  columns: TextColumns,
  isTitle: boolean,
): CutLine[] {
  if (line.text.trim() === '') return [];
  const cells = cellsOf(line.text, columns, isTitle);
  const isNumbered = readNumberCell(cells[0] ?? '') !== null;
  const isBelowBlank = before?.text.trim() === '';
  if (isNumbered || !isAcross(line.text, cells))
    return [{ line, cells, isNumbered, isAcross: false, isBelowBlank }];
  const heading = cells.map((_, column) => (column === 0 ? line.text.trim() : ''));
  return [{ line, cells: heading, isNumbered: false, isAcross: true, isBelowBlank }];
}

/** A heading written across the columns, not a cell that wrapped. */
function isAcross(text: string, cells: readonly string[]): boolean {
  const said = text.trim();
  return (
    !GAP.test(said) &&
    (cells[0] ?? '') !== '' &&
    said === cells.filter((cell) => cell !== '').join(' ')
  );
}

/** Lines without a number carry on the row above, once the header is over. */
function rowsFromTheirTops(lines: readonly CutLine[]): TextRow[] {
  const first = lines.findIndex(({ isNumbered }) => isNumbered);
  const rows: CutLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = rows.at(-1);
    const isNew = first < 0 || index < first || line.isNumbered || line.isAcross;
    if (isNew || above === undefined) rows.push([line]);
    else above.push(line);
  }
  return rows.flatMap(merged);
}

/** A number stands in the middle of its row where its own line begins no text. */
function isBelowItsTop({ isNumbered, cells }: CutLine): boolean {
  return isNumbered && !beginsText(cells);
}

function beginsText([, text = '']: readonly string[]): boolean {
  return /^[^\p{L}]*\p{Lu}/u.test(text);
}

/** The lines between headings, and each heading alone. */
function stretchesOf(lines: readonly CutLine[]): CutLine[][] {
  const stretches: CutLine[][] = [];
  for (const [index, line] of lines.entries()) {
    const isAfterHeading = lines[index - 1]?.isAcross ?? true;
    if (line.isAcross || isAfterHeading) stretches.push([line]);
    else stretches.at(-1)?.push(line);
  }
  return stretches;
}

/** Each number has as many lines above it as below, as near as the beginnings of the texts allow. */
function rowsAroundNumbers(lines: readonly CutLine[]): TextRow[] {
  const middles = lines.flatMap(({ isNumbered }, index) => (isNumbered ? [index] : []));
  const rows: CutLine[][] = [];
  let start = 0;
  for (const [place, middle] of middles.entries()) {
    const next = nextStart(lines, start, middle, middles[place + 1] ?? lines.length);
    rows.push(lines.slice(start, next));
    start = next;
  }
  const rest = lines.slice(start).map((line) => [line]);
  return [...rows, ...rest].flatMap(merged);
}

/** Where the row after the one around `middle` begins: on a blank line's heels, or as far below as it began above. */
function nextStart(
  lines: readonly CutLine[],
  start: number,
  middle: number,
  following: number,
): number {
  const even = 2 * middle - start + 1;
  const candidates = Array.from({ length: following - middle }, (_, step) => middle + step + 1);
  const open = candidates.filter((index) => mayBegin(lines[index]));
  const distance = (index: number) =>
    Math.abs(index - even) - (lines[index]?.isBelowBlank === true ? 1.5 : 0);
  return (
    open.sort((left, right) => distance(left) - distance(right))[0] ??
    Math.max(middle + 1, Math.min(even, following))
  );
}

/** A row begins with a text's capital, or beside one that stands lower; the end of the lines is a beginning too. */
function mayBegin(line: CutLine | undefined): boolean {
  return line === undefined || (line.cells[1] ?? '') === '' || beginsText(line.cells);
}

/** Lines as one row; none of no lines. */
function merged(lines: readonly CutLine[]): TextRow[] {
  const [first] = lines;
  if (first === undefined) return [];
  const cells = first.cells.map((_, column) =>
    lines
      .map((line) => line.cells[column] ?? '')
      .filter((cell) => cell !== '')
      .join('\n'),
  );
  return [{ line: first.line, cells }];
}
