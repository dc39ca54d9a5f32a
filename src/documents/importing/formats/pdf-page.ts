import type { Block } from '../model.ts';
import { type PlacedRow, tableOf } from './grid.ts';
import { alignedStretches, rowsOfStretch } from './pdf-columns.ts';
import { isUpright, type PageItem, type Rule } from './pdf-geometry.ts';
import { isInGrid, rowsOfGrid } from './pdf-grid-table.ts';
import { type Line, linesOfPage } from './pdf-lines.ts';
import { type Margins, paragraphsOf } from './pdf-paragraphs.ts';
import { boxOf, type DrawnGrid, drawnGrids } from './pdf-rules.ts';

/** What a page shows. */
export interface PageContent {
  readonly items: readonly PageItem[];
  readonly rules: readonly Rule[];
  readonly width: number;
  readonly height: number;
}

/** A drawn table with its place on the page. */
interface DrawnTable {
  readonly top: number;
  readonly rows: readonly PlacedRow[];
}

/** Of the page's height, the strip above and below in which a number alone is the page's own. */
const EDGE = 0.1;

/** Ends of lines that lie nearer to each other than that, in points, are one margin. */
const EVEN = 6;

/** A page's tables and paragraphs from top to bottom. */
export function blocksOfPage(content: PageContent, page: number): Block[] {
  const { items, rules, height } = content;
  const grids = drawnGrids(rules);
  const numbered = linesOfPage(items);
  const lineAt = (top: number) =>
    (numbered.find(({ baseline }) => baseline > top) ?? numbered.at(-1))?.number ?? 1;
  const margins = marginsOf(content, grids);
  const free = new Set(items);
  const tables = grids.map((grid): DrawnTable => {
    const own = [...free].filter((item) => isInGrid(item, grid));
    for (const item of own) free.delete(item);
    return { top: boxOf(grid).top, rows: rowsOfGrid(grid, own, page, lineAt) };
  });
  const lines = linesOfPage([...free])
    .filter((line) => !isPageNumber(line, height))
    .map((line) => ({ ...line, number: lineAt(line.baseline - 0.1) }));
  const blocks: Block[] = [];
  let above: readonly Line[] = lines;
  for (const { top, rows } of tables) {
    const before = above.filter(({ baseline }) => baseline < top);
    blocks.push(...textBlocks(before, page, margins), ...tableBlock(rows));
    above = above.filter(({ baseline }) => baseline >= top);
  }
  return [...blocks, ...textBlocks(above, page, margins)];
}

/** What no line is drawn around: tables by their alignment, and paragraphs. */
function textBlocks(lines: readonly Line[], page: number, margins: Margins): Block[] {
  const blocks: Block[] = [];
  let next = 0;
  for (const { from, to } of alignedStretches(lines)) {
    blocks.push(...paragraphsOf(lines.slice(next, from), page, margins));
    blocks.push(...tableBlock(rowsOfStretch(lines.slice(from, to), page)));
    next = to;
  }
  return [...blocks, ...paragraphsOf(lines.slice(next), page, margins)];
}

function tableBlock(rows: readonly PlacedRow[]): Block[] {
  const table = tableOf(rows);
  return table === null ? [] : [table];
}

function isPageNumber({ segments, baseline }: Line, height: number): boolean {
  const isAtEdge = baseline < height * EDGE || baseline > height * (1 - EDGE);
  return (
    isAtEdge && segments.length === 1 && /^[-–\s]*\d{1,4}[-–\s]*$/u.test(segments[0]?.text ?? '')
  );
}

/**
 * Where lines begin and end. The right margin shows where several lines or a table reach it; on a
 * page of short lines it is taken to be as wide as the left one.
 */
function marginsOf({ items, width }: PageContent, grids: readonly DrawnGrid[]): Margins {
  const boxes = [...items.filter(isUpright), ...grids.map(boxOf)];
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const ends = linesOfPage(items).map(({ segments }) => segments.at(-1)?.right ?? 0);
  const isReached = grids.length > 0 || ends.filter((end) => right - end < EVEN).length > 1;
  return { left, right: isReached ? right : Math.max(right, width - left) };
}
