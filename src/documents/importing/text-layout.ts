import { readNumberCell } from '../../language/item-numbers.ts';
import { readColumnTitle } from '../../language/table-headers.ts';
import type { Block, Cell, PaperDocument, TableRow } from './model.ts';
import { GAP, isColumnNumbersLine, type TextLine, textColumns } from './text-columns.ts';
import { textRows } from './text-rows.ts';

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/**
 * Whether a text's columns stand where they were printed: on every page with rows their numbers are
 * held apart. A page without them has its columns elsewhere, and nothing says where.
 */
export function isLaidOut(text: string): boolean {
  const pages = text.split('\f').map((page) => page.split('\n'));
  const numbered = pages.filter((lines) => lines.some(isColumnNumbersLine));
  return numbered.length > 0 && numbered.length === pages.filter(hasRows).length;
}

function hasRows(lines: readonly string[]): boolean {
  return lines.some((line) => {
    const [first = '', ...others] = line.trim().split(GAP);
    return others.length > 0 && readNumberCell(first) !== null;
  });
}

/**
 * A text as a paper: columns drawn by bars or held apart by spaces become tables, everything else
 * paragraphs. Lines that wrapped within a column are one cell again.
 */
export function textDocument(text: string): PaperDocument {
  const lines = text.split('\n').map((raw, index) => ({
    text: raw.replaceAll('\f', '').trimEnd(),
    line: index + 1,
    isPageTop: raw.startsWith('\f'),
  }));
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

const MOST_BLANK_LINES = 3;

/** A header whose titles stand apart opens a table; it ends where the columns end. */
function spacedTable(lines: readonly TextLine[], start: number): Drawn | null {
  if (!isHeader(lines[start])) return null;
  const end = endOfTable(lines, start);
  const inside = lines.slice(start, end);
  const columns = textColumns(inside.filter(({ text }) => text.trim() !== ''));
  if (columns.edges.length < 3) return null;
  const logical = textRows(inside, columns);
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

/** How many lines the title and the header of a page may take. */
const MOST_HEAD_LINES = 20;

/** A page that numbers its columns has a table of its own, with titles above. */
function opensNumberedPage(lines: readonly TextLine[], index: number): boolean {
  const head = lines.slice(index, index + MOST_HEAD_LINES);
  return head[0]?.isPageTop === true && head.some(({ text }) => isColumnNumbersLine(text));
}

function endOfTable(lines: readonly TextLine[], start: number): number {
  let blank = 0;
  for (let index = start + 1; index < lines.length; index += 1) {
    const text = lines[index]?.text ?? '';
    blank = text.trim() === '' ? blank + 1 : 0;
    if (blank > MOST_BLANK_LINES || (isHeader(lines[index]) && blank === 0)) return index;
    if (opensNumberedPage(lines, index)) return index;
  }
  return lines.length;
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
