import type { Block, Cell, PaperDocument, TableRow } from '../../src/documents/importing/model.ts';

/** A cell as a test writes it: its text, or its text with spans or with what a sheet keeps behind it. */
export type CellInput =
  | string
  | null
  | {
      readonly text: string;
      readonly columns?: number;
      readonly rows?: number;
      readonly number?: number;
      readonly iso?: string;
    };

export interface RowInput {
  readonly cells: readonly CellInput[];
  readonly isHidden?: boolean;
  readonly isStruck?: boolean;
}

interface TableOptions {
  readonly sheet?: string;
  readonly hiddenColumns?: readonly number[];
  readonly firstRow?: number;
}

/** A table from its rows; what a spanning cell covers is filled in as null. */
export function table(
  rows: readonly (readonly CellInput[] | RowInput)[],
  { sheet, hiddenColumns = [], firstRow = 1 }: TableOptions = {},
): Block {
  const inputs = rows.map((row): RowInput => (isRowInput(row) ? row : { cells: row }));
  const columnCount = Math.max(...inputs.map(({ cells }) => widthOf(cells)));
  const covered = new Set<string>();
  const built = inputs.map((row, index) =>
    buildRow(row, index, columnCount, covered, sheet, firstRow),
  );
  return {
    kind: 'table',
    rows: built,
    columnCount,
    hiddenColumns,
    ...(sheet === undefined ? {} : { sheet }),
  };
}

export function paragraph(
  text: string,
  more: Partial<Extract<Block, { kind: 'paragraph' }>> = {},
): Block {
  return { kind: 'paragraph', text, place: { line: 1 }, ...more };
}

export function paper(...blocks: readonly Block[]): PaperDocument {
  return { format: 'xlsx', blocks, notes: [] };
}

/** A letter from its paragraphs, one a line. */
export function letter(text: string): PaperDocument {
  const blocks = text
    .split('\n')
    .map((line, index): Block => ({ kind: 'paragraph', text: line, place: { line: index + 1 } }))
    .filter((block) => block.kind === 'paragraph' && block.text.trim() !== '');
  return { format: 'docx', blocks, notes: [] };
}

function isRowInput(row: readonly CellInput[] | RowInput): row is RowInput {
  return 'cells' in row;
}

function widthOf(cells: readonly CellInput[]): number {
  return cells.reduce<number>(
    (width, cell) => width + (typeof cell === 'object' && cell !== null ? (cell.columns ?? 1) : 1),
    0,
  );
}

function buildRow(
  { cells, isHidden = false, isStruck = false }: RowInput,
  index: number,
  columnCount: number,
  covered: Set<string>,
  sheet: string | undefined,
  firstRow: number,
): TableRow {
  const waiting = [...cells];
  const built: (Cell | null)[] = [];
  while (built.length < columnCount) {
    if (covered.has(`${index}:${built.length}`)) {
      built.push(null);
      // A test may write the covered place out as null.
      if (waiting[0] === null) waiting.shift();
      continue;
    }
    const cell = cellOf(waiting.shift() ?? '');
    for (const place of coveredBelow(cell, index, built.length)) covered.add(place);
    const right = Array.from({ length: cell.columns - 1 }, () => null);
    built.push(cell, ...right);
  }
  const row = firstRow + index;
  return {
    place: sheet === undefined ? { line: row } : { sheet, row },
    cells: built,
    isHidden,
    isStruck,
  };
}

function coveredBelow({ rows, columns }: Cell, index: number, left: number): string[] {
  const below = Array.from({ length: rows - 1 }, (_, row) => index + row + 1);
  const across = Array.from({ length: columns }, (_, column) => left + column);
  return below.flatMap((row) => across.map((column) => `${row}:${column}`));
}

function cellOf(input: Exclude<CellInput, null>): Cell {
  if (typeof input === 'string') return { text: input, columns: 1, rows: 1 };
  const { text, columns = 1, rows = 1, number, iso } = input;
  const cell = { text, columns, rows };
  if (number !== undefined)
    return { ...cell, value: { kind: 'number', number, format: 'General' } };
  if (iso !== undefined) return { ...cell, value: { kind: 'date', iso, format: 'dd-mmm' } };
  return cell;
}
