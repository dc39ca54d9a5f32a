import type { Block } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import { tableOf } from './grid.ts';
import { type OpenTable, openCell, placeRows } from './html-table.ts';
import { LIMITS } from './limits.ts';
import { type Setting, TextFlow } from './text-flow.ts';

/** What has been read of a page so far. */
export interface Page {
  readonly blocks: Block[];
  /** The tables that are open, the innermost last. */
  readonly tables: OpenTable[];
  flow: TextFlow;
  /** The line on which the open paragraph begins. */
  line: number;
  hasStruck: boolean;
}

/** Of one table, blank ones included, which a page seldom has. */
const MOST_ROWS = 2 * LIMITS.rows;

export function openPage(): Page {
  return { blocks: [], tables: [], flow: new TextFlow(), line: 1, hasStruck: false };
}

/** Adds words to the open cell, else to the open paragraph; between cells there is no place for any. */
export function say(page: Page, text: string, setting: Setting, line: number): void {
  const table = page.tables.at(-1);
  if (table !== undefined) {
    table.cell?.flow.add(text, setting);
    return;
  }
  if (!page.flow.hasText() && text.trim() !== '') page.line = line;
  page.flow.add(text, setting);
}

/** Ends the line of a cell, or the paragraph. */
export function endLine(page: Page): void {
  const table = page.tables.at(-1);
  if (table === undefined) endParagraph(page);
  else table.cell?.flow.breakLine();
}

export function endParagraph(page: Page): void {
  const { text, isBold } = page.flow.end();
  page.hasStruck ||= page.flow.hasStruck();
  if (text !== '')
    page.blocks.push({
      kind: 'paragraph',
      text,
      place: { line: page.line },
      ...(isBold ? { isBold } : {}),
    });
  page.flow = new TextFlow();
}

export function openTable(page: Page): void {
  if (page.tables.length >= LIMITS.depth) throw new RefusedPaperError('unsafeXml');
  if (page.tables.length === 0) endParagraph(page);
  page.tables.push({ rows: [], cell: null });
}

export function openRow(page: Page, isHidden: boolean, line: number): void {
  const table = page.tables.at(-1);
  if (table === undefined) return;
  if (table.rows.length > MOST_ROWS) throw new RefusedPaperError('tooManyRows');
  table.rows.push({ line, isHidden, cells: [] });
  table.cell = null;
}

export function openCellIn(
  page: Page,
  attributes: Readonly<Record<string, string>>,
  isHeader: boolean,
  line: number,
): void {
  const table = page.tables.at(-1);
  if (table === undefined) return;
  if (table.rows.length === 0) openRow(page, false, line);
  table.cell = openCell(attributes, isHeader);
  table.rows.at(-1)?.cells.push(table.cell);
}

export function closeCell(page: Page): void {
  const table = page.tables.at(-1);
  if (table !== undefined) table.cell = null;
}

/** A table inside a cell is text of that cell, unless the outer one only sets the page. */
export function closeTable(page: Page): void {
  const table = page.tables.pop();
  if (table === undefined) return;
  page.hasStruck ||= table.rows.some(({ cells }) => cells.some(({ flow }) => flow.hasStruck()));
  const made = tableOf(placeRows(table));
  if (made === null) return;
  const outer = page.tables.at(-1);
  const isLayout = outer?.rows.every(({ cells }) => cells.length < 2) ?? true;
  if (isLayout) {
    leaveLayout(page, outer);
    page.blocks.push(made);
    return;
  }
  outer?.cell?.flow.breakLine();
  for (const { cells } of made.rows) {
    outer?.cell?.flow.add(cells.flatMap((cell) => cell?.text ?? []).join(' '));
    outer?.cell?.flow.breakLine();
  }
}

/** What a layout's cell says above the table in it comes before that table. */
function leaveLayout(page: Page, outer: OpenTable | undefined): void {
  const said = outer === undefined ? null : tableOf(placeRows(outer));
  if (said === null || outer === undefined) return;
  page.blocks.push(said);
  outer.rows.splice(0);
  outer.cell = null;
}
