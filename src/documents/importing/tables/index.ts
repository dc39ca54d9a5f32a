import { speaksOfCommitments } from '../../../language/paper-titles.ts';
import { legendIn } from '../../../language/status-legends.ts';
import type { Block, PaperDocument } from '../model.ts';
import type { ImportedSection, PaperWarning } from '../paper.ts';
import { type GridRow, gridOf, type TableBlock } from './grid.ts';
import { type FoundHeader, headerAt } from './header.ts';
import { leftOut } from './left-out.ts';
import { addPart, carryOn } from './parts.ts';
import { readParts } from './sections.ts';
import { letterheadIn, tableTitle } from './titles.ts';
import { textsOf, type Walk } from './walk.ts';

/** What the tables of a paper say, and the words around them that name year, period and office. */
export interface UnderstoodTables {
  readonly sections: readonly ImportedSection[];
  readonly warnings: readonly PaperWarning[];
  /** The titles of the tables, each as one line, without the paper that they came with. */
  readonly titles: readonly string[];
  /** The titles of columns, which may name the year where nothing above them does. */
  readonly columnTitles: readonly string[];
  /** The names of the sheets that hold commitments. */
  readonly sheets: readonly string[];
}

/** Finds the tables of commitments in a paper and reads them; others are passed over. */
export function understandTables(document: PaperDocument): UnderstoodTables {
  const words = document.blocks.flatMap(wordsOf);
  const walk: Walk = {
    legend: legendIn(words.filter((text) => text.length < 600).join('\n')),
    letterhead: letterheadIn(words),
    parts: [],
    titles: [],
    sheets: new Set(),
    warnings: [],
    above: [],
    sheet: undefined,
  };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') walk.above.push(block.text);
    if (block.kind === 'table') readTable(block, walk);
  }
  const { sections, warnings } = readParts(walk.parts);
  const columnTitles = walk.parts.flatMap(({ columns }) => columns.printedTitles);
  return {
    sections,
    warnings: [...walk.warnings, ...warnings],
    titles: walk.titles,
    columnTitles,
    sheets: [...walk.sheets],
  };
}

/** Notes may stand in paragraphs or in rows of their own. */
function wordsOf(block: Block): string[] {
  if (block.kind === 'paragraph') return [block.text];
  if (block.kind === 'pageBreak') return [];
  return block.rows
    .map(({ cells }) => cells.filter((cell) => cell !== null && cell.text.trim() !== ''))
    .filter((cells) => cells.length > 0 && cells.length < 3)
    .flatMap((cells) => cells.map((cell) => cell?.text ?? ''));
}

function readTable(table: TableBlock, walk: Walk): void {
  const grid = gridOf(table);
  if (walk.sheet !== undefined && table.sheet !== walk.sheet) walk.above = [];
  walk.sheet = table.sheet;
  const headers = headersIn(grid, walk);
  if (headers.length === 0) {
    carryOn(grid, table, walk);
    return;
  }
  walk.warnings.push(...leftOut(table, headers[0]?.columns));
  let from = 0;
  for (const [index, header] of headers.entries()) {
    const above = grid.slice(from, header.start);
    if (index === 0) walk.above.push(...above.flatMap(textsOf));
    const next = headers[index + 1]?.start ?? grid.length;
    const rows = grid.slice(header.end, next);
    const title = index + 1 < headers.length ? titleRowsAtEnd(rows) : [];
    addPart(header, rows.slice(0, rows.length - title.length), table, walk, index === 0);
    walk.above.push(...title.flatMap(textsOf));
    from = next;
  }
}

/** The last rows of a part that are the title of the next one in the same sheet; none where no title stands there. */
function titleRowsAtEnd(rows: readonly GridRow[]): readonly GridRow[] {
  const last = rows.findLastIndex(({ filled }) => filled.length > 1);
  const single = rows.slice(last + 1);
  const { agency, appendix } = tableTitle(single.flatMap(textsOf));
  return agency === null && appendix === null ? [] : single;
}

const MOST_TITLE_ROWS = 6;

function headersIn(grid: readonly GridRow[], { legend, above }: Walk): FoundHeader[] {
  const found: FoundHeader[] = [];
  const title = tableTitle(above).lines;
  for (let start = 0; start < grid.length; start += 1) {
    // In a sheet the title stands in rows above.
    const near = grid.slice(Math.max(0, start - MOST_TITLE_ROWS), start);
    const words = [...title, ...near.filter(({ filled }) => filled.length === 1).flatMap(textsOf)];
    const header = headerAt(grid, start, { legend, isTitled: words.some(speaksOfCommitments) });
    if (header === null) continue;
    found.push(header);
    start = header.end - 1;
  }
  return found;
}
