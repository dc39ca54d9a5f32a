import { readNumberCell } from '../../language/item-numbers.ts';
import { readColumnTitle } from '../../language/table-headers.ts';
import type { Block, Cell, PaperDocument, TableRow } from './model.ts';

interface TextLine {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/**
 * A text as a paper: columns drawn by bars or held apart by spaces become tables, everything else
 * paragraphs. Lines that wrapped within a column are one cell again.
 */
export function textDocument(text: string): PaperDocument {
  const lines = text.split('\n').map((raw, index) => ({ text: raw.trimEnd(), line: index + 1 }));
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const drawn = barredTable(lines, index) ?? spacedTable(lines, index);
    const line = lines[index];
    if (drawn !== null) {
      blocks.push(drawn.block);
      index = drawn.end;
    } else {
      if (line !== undefined && line.text.trim() !== '') blocks.push(paragraphOf(line));
      index += 1;
    }
  }
  return { format: 'text', blocks, notes: [] };
}

function paragraphOf({ text, line }: TextLine): Paragraph {
  return { kind: 'paragraph', text, place: { line } };
}

interface Drawn {
  readonly block: Block;
  /** The first line after it. */
  readonly end: number;
}

const BARRED = /^\s*\|(.*)\|\s*$/u;

/** «| STT | Nội dung |», with or without rules between the rows. */
function barredTable(lines: readonly TextLine[], start: number): Drawn | null {
  let end = start;
  while (BARRED.test(lines[end]?.text ?? '')) end += 1;
  if (end - start < 2) return null;
  const rows = lines.slice(start, end).filter(({ text }) => !/^[\s|:+-]+$/u.test(text));
  const cells = rows.map(({ text }) =>
    (BARRED.exec(text)?.[1] ?? '').split('|').map((cell) => cell.replaceAll('<br>', '\n').trim()),
  );
  return { block: tableOf(rows, cells), end };
}

const GAP = /\s{2,}/u;
const MOST_BLANK_LINES = 3;
const MOST_CROSSING = 0.15;

/** A header whose titles stand apart opens a table; it ends where the columns end. */
function spacedTable(lines: readonly TextLine[], start: number): Drawn | null {
  if (!isHeader(lines[start])) return null;
  const end = endOfTable(lines, start);
  const inside = lines.slice(start, end);
  const printed = inside.filter(({ text }) => text.trim() !== '');
  const edges = columnEdges(printed);
  if (edges.length < 3) return null;
  const logical = logicalRows(inside, edges);
  return {
    block: tableOf(
      logical.map(({ line }) => line),
      logical.map(({ cells }) => cells),
    ),
    end,
  };
}

function isHeader(line: TextLine | undefined): boolean {
  const titles = (line?.text ?? '').trim().split(GAP);
  if (titles.length < 3) return false;
  const read = titles.map((title) => readColumnTitle([title]));
  return (
    read.some(({ role }) => role === 'text') &&
    read.filter(({ role, status }) => role !== null || status !== null).length > 1
  );
}

function endOfTable(lines: readonly TextLine[], start: number): number {
  let blank = 0;
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    blank = text.trim() === '' ? blank + 1 : 0;
    if (blank > MOST_BLANK_LINES || (isHeader(lines[index]) && blank === 0)) return index;
  }
  return lines.length;
}

/** Where columns begin: after stretches that hardly any line writes into. */
function columnEdges(lines: readonly TextLine[]): number[] {
  const apart = lines.filter(({ text }) => GAP.test(text.trim()));
  const width = Math.max(...apart.map(({ text }) => text.length));
  const isFree = (place: number) =>
    apart.filter(({ text }) => (text[place] ?? ' ') !== ' ').length <=
    (apart.length * MOST_CROSSING) / 3;
  const edges: number[] = [];
  for (let place = 0; place < width; place += 1) {
    const opens = place === 0 || (isFree(place - 1) && !isFree(place));
    if (opens && !(place > 0 && edges.length > 0 && !hasGapBefore(place, isFree)))
      edges.push(place);
  }
  return edges;
}

function hasGapBefore(place: number, isFree: (place: number) => boolean): boolean {
  return isFree(place - 1) && (place < 2 || isFree(place - 2));
}

interface LogicalRow {
  readonly line: TextLine;
  readonly cells: string[];
}

/** Lines without a number carry on the row above, once the header is over. */
function logicalRows(lines: readonly TextLine[], edges: readonly number[]): LogicalRow[] {
  const rows: LogicalRow[] = [];
  let isBelowHeader = false;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    const cells = cellsOf(line.text, edges);
    const isNumbered = readNumberCell(cells[0] ?? '') !== null;
    isBelowHeader ||= isNumbered;
    const above = rows.at(-1);
    const isNew = !isBelowHeader || isNumbered || above === undefined || isAcross(line.text, cells);
    if (isNew) rows.push({ line, cells });
    else
      for (const [column, cell] of cells.entries())
        above.cells[column] = `${above.cells[column] ?? ''}\n${cell}`.trim();
  }
  return rows;
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

/** Cuts a line at the gaps nearest to the edges, so that a word is never cut. */
function cellsOf(text: string, edges: readonly number[]): string[] {
  const cells = edges.map(() => '');
  for (const { 0: piece, index } of text.matchAll(/\S+(?:\s\S+)*/gu)) {
    const column = Math.max(
      0,
      edges.findLastIndex((edge) => edge <= index),
    );
    cells[column] = `${cells[column] ?? ''} ${piece}`.trim();
  }
  return cells;
}

function tableOf(lines: readonly TextLine[], cells: readonly (readonly string[])[]): Block {
  const columnCount = Math.max(...cells.map(({ length }) => length));
  const rows = lines.map(({ line }, index): TableRow => {
    const texts = cells[index] ?? [];
    const built = Array.from(
      { length: columnCount },
      (_, column): Cell => ({ text: texts[column] ?? '', columns: 1, rows: 1 }),
    );
    return { place: { line }, cells: built, isHidden: false, isStruck: false };
  });
  return { kind: 'table', rows, columnCount, hiddenColumns: [] };
}
