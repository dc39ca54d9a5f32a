import type { Table } from '../model.ts';
import { contentsOf, readParagraph, type WordReading } from './docx-text.ts';
import { type PlacedCell, type PlacedRow, tableOf } from './grid.ts';
import { linesOf, TextFlow } from './text-flow.ts';
import { childOf, childrenOf, isOn, settingIn, type XmlElement } from './xml-tree.ts';

/** A cell of Word's grid; one that a cell above reaches into has no text of its own. */
interface WordCell {
  readonly column: number;
  readonly columns: number;
  readonly isContinued: boolean;
  readonly flow: TextFlow;
}

interface WordRow {
  readonly line: number;
  readonly isHidden: boolean;
  readonly cells: readonly WordCell[];
}

/** A table whose rows have one cell each only sets the page: what is in it is not a table. */
export function isLayout(table: XmlElement): boolean {
  return rowsOf(table).every((row) => cellsOf(row).length < 2);
}

/** What stands in the cells of a table that only sets the page, in order. */
export function contentsOfLayout(table: XmlElement): XmlElement[] {
  return rowsOf(table).flatMap((row) => cellsOf(row).flatMap(contentsOf));
}

/** The table, and after it those in its cells that are no text of theirs. */
export function readTable(element: XmlElement, reading: WordReading): Table[] {
  const inner: Table[] = [];
  const standing = rowsOf(element).filter((row) => !isDeleted(row, reading));
  const setsPage = standing.length <= 2;
  const rows = standing.map((row) => readRow(row, reading, setsPage ? inner : null));
  const table = tableOf(rows.map((row, at) => placedRow(row, at, rows)));
  return table === null ? inner : [table, ...inner];
}

function rowsOf(table: XmlElement): XmlElement[] {
  return contentsOf(table).filter(({ name }) => name === 'tr');
}

function cellsOf(row: XmlElement): XmlElement[] {
  return contentsOf(row).filter(({ name }) => name === 'tc');
}

function isDeleted(row: XmlElement, { met }: WordReading): boolean {
  const properties = childOf(row, 'trPr');
  const isGone = childOf(properties, 'del') !== undefined;
  if (isGone || childOf(properties, 'ins') !== undefined) met.add('tracked');
  return isGone;
}

function readRow(row: XmlElement, reading: WordReading, inner: Table[] | null): WordRow {
  reading.line += 1;
  const line = reading.line;
  const properties = childOf(row, 'trPr');
  let column = Number(settingIn(properties, 'gridBefore') ?? 0);
  const cells = cellsOf(row).flatMap((cell): WordCell[] => {
    const setting = childOf(cell, 'tcPr');
    const columns = Math.max(1, Number(settingIn(setting, 'gridSpan') ?? 1));
    const start = column;
    column += columns;
    if (settingIn(setting, 'hMerge') === 'continue') return [];
    const isContinued = continues(setting);
    const flow = isContinued ? new TextFlow() : readCell(cell, reading, inner);
    return [{ column: start, columns, isContinued, flow }];
  });
  return { line, isHidden: isOn(properties, 'hidden'), cells };
}

/** Word writes the continuation of a cell from above as a merge without a word. */
function continues(setting: XmlElement | undefined): boolean {
  const merge = settingIn(setting, 'vMerge');
  return merge !== undefined && merge !== 'restart';
}

/** The text of a cell: a line each paragraph, with its number; tables within give a line each row. */
function readCell(cell: XmlElement, reading: WordReading, inner: Table[] | null): TextFlow {
  const whole = new TextFlow();
  for (const element of contentsOf(cell)) {
    if (element.name === 'p') addParagraph(element, reading, whole);
    if (element.name === 'tbl') {
      const tables = readTable(element, reading);
      const isOwn = inner !== null && tables.some(({ columnCount }) => columnCount > 2);
      if (isOwn) inner.push(...tables);
      else addTables(tables, whole);
    }
  }
  return whole;
}

function addParagraph(element: XmlElement, reading: WordReading, whole: TextFlow): void {
  const { flow, numbering, boxes, isJoined } = readParagraph(element, reading);
  // A number without a text is shown, too: so are the numbers of most tables.
  if (numbering !== '') whole.add(`${numbering} `, { isStruck: flow.isStruck() });
  whole.take(flow);
  if (!isJoined) whole.breakLine();
  for (const box of boxes) {
    for (const inner of childrenOf(box, 'p')) addParagraph(inner, reading, whole);
  }
}

function addTables(tables: readonly Table[], whole: TextFlow): void {
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      whole.add(linesOf(cells.flatMap((cell) => cell?.text ?? []).join(' ')));
      whole.breakLine();
    }
  }
}

function placedRow(row: WordRow, at: number, rows: readonly WordRow[]): PlacedRow {
  const written = row.cells.filter(({ flow }) => flow.hasText());
  const isStruck = written.length > 0 && written.every(({ flow }) => flow.isStruck());
  const cells = row.cells
    .filter(({ isContinued }) => !isContinued)
    .map(({ column, columns, flow }): PlacedCell => {
      const { text, isBold } = flow.end();
      const height = 1 + continuedBelow(rows, at, column);
      return { column, columns, rows: height, text: isStruck ? flow.all() : text, isBold };
    });
  return { at, place: { line: row.line }, cells, isHidden: row.isHidden, isStruck };
}

/** How many rows below carry on the cell that begins at this column. */
function continuedBelow(rows: readonly WordRow[], at: number, column: number): number {
  let count = 0;
  while (rows[at + count + 1]?.cells.some((cell) => cell.isContinued && cell.column === column))
    count += 1;
  return count;
}
