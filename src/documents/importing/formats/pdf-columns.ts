import type { PlacedCell, PlacedRow } from './grid.ts';
import type { Line, Segment } from './pdf-lines.ts';
import { rowStarts } from './pdf-row-starts.ts';

/** A stretch of lines that stand in columns though nothing is drawn around them. */
interface Stretch {
  readonly from: number;
  /** The line after its last. */
  readonly to: number;
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Fewer columns than that are a letter's head or a signature, not a table. */
const FEWEST_COLUMNS = 3;

/** Between two lines of columns, so many may belong to one cell alone. */
const MOST_BETWEEN = 6;

const NUMBER = /^(?:\d+(?:\.\d+)*|[IVXLC]+)[.)]?$/u;

/** The stretches of lines that make a table by their alignment, from top to bottom. */
export function alignedStretches(lines: readonly Line[]): Stretch[] {
  const stretches: { from: number; to: number; count: number }[] = [];
  for (const [index, { segments }] of lines.entries()) {
    if (segments.length < FEWEST_COLUMNS) continue;
    const last = stretches.at(-1);
    if (last !== undefined && index - last.to <= MOST_BETWEEN) {
      last.to = index + 1;
      last.count += 1;
    } else stretches.push({ from: index, to: index + 1, count: 1 });
  }
  return stretches
    .filter(({ count }) => count > 1)
    .map(({ from, to }) => ({ from, to: endOf(lines, from, to) }));
}

/** The last row may go on in lines of fewer columns, as near to each other as its own. */
function endOf(lines: readonly Line[], from: number, to: number): number {
  const columns = columnsOf(lines.slice(from, to));
  let end = to;
  while (end < lines.length && end - to < MOST_BETWEEN) {
    const line = lines[end];
    const above = lines[end - 1];
    if (line === undefined || above === undefined) break;
    const isNear = line.baseline - above.baseline < line.size * 1.8;
    const fits = line.segments.every((segment) => spanOf(segment, columns).columns === 1);
    if (!isNear || !fits || isFirst(line, columns)) break;
    end += 1;
  }
  return end;
}

/** Whether a line begins in the first column, where only numbers stand. */
function isFirst({ segments: [first] }: Line, columns: readonly Column[]): boolean {
  return first !== undefined && spanOf(first, columns).column === 0;
}

/** The rows of such a stretch: its numbers tell where one begins, its other lines carry it on. */
export function rowsOfStretch(lines: readonly Line[], page: number): PlacedRow[] {
  const columns = columnsOf(lines);
  const starts = startsOf(lines, columns);
  const head = starts[0] ?? lines.length;
  const rows: { line: Line; cells: Map<number, CellText> }[] = [];
  for (const [index, line] of lines.entries()) {
    const last = rows.at(-1);
    const isHead = index < head;
    const begins = isHead ? beginsHeadRow(line, last?.line, columns) : starts.includes(index);
    if (last === undefined || begins) rows.push({ line, cells: new Map() });
    const segments = isHead ? headsOf(line, columns) : line.segments;
    addSegments(rows.at(-1)?.cells ?? new Map(), segments, columns);
  }
  return rows.map(({ line, cells }, at) => ({
    at,
    place: { page, line: line.number },
    cells: [...cells].map(([column, cell]): PlacedCell => ({ column, rows: 1, ...cell })),
  }));
}

/** The heads end with the last line of several columns above the first number. */
function startsOf(lines: readonly Line[], columns: readonly Column[]): number[] {
  const marked = lines.map((line) => ({ ...line, isNumbered: isNumbered(line, columns) }));
  const first = marked.findIndex((line) => line.isNumbered);
  const heads = lines.slice(0, Math.max(first, 0));
  const end = heads.findLastIndex(({ segments }) => segments.length >= FEWEST_COLUMNS);
  return rowStarts(marked, end + 1);
}

interface CellText {
  readonly text: string;
  readonly columns: number;
  readonly isBold: boolean;
}

function isNumbered({ segments: [first] }: Line, columns: readonly Column[]): boolean {
  return first !== undefined && NUMBER.test(first.text) && spanOf(first, columns).column === 0;
}

/** Head lines flow together but for a title that stands over several columns. */
function beginsHeadRow(line: Line, above: Line | undefined, columns: readonly Column[]): boolean {
  if (above === undefined) return true;
  const isWide = (one: Line) => one.segments.some((part) => spanOf(part, columns).columns > 1);
  return isWide(line) !== isWide(above) || line.baseline - above.baseline > line.size * 2;
}

/** Heads of narrow columns stand so near to each other that they look like one. */
function headsOf({ segments }: Line, columns: readonly Column[]): Omit<Segment, 'parts'>[] {
  return segments.flatMap((segment) => {
    const own = new Set(segment.parts.map((part) => spanOf(part, columns).column));
    return own.size === segment.parts.length ? segment.parts : [segment];
  });
}

function addSegments(
  cells: Map<number, CellText>,
  segments: readonly Omit<Segment, 'parts'>[],
  columns: readonly Column[],
): void {
  for (const segment of segments) {
    const span = spanOf(segment, columns);
    const before = cells.get(span.column);
    const isBullet = /^[-–+•*]\s/u.test(segment.text);
    cells.set(span.column, {
      text:
        before === undefined
          ? segment.text
          : `${before.text}${isBullet ? '\n' : ' '}${segment.text}`,
      columns: Math.max(span.columns, before?.columns ?? 1),
      isBold: segment.isBold && before?.isBold !== false,
    });
  }
}

/**
 * The columns are where words stand in lines of several, and the gaps where none do. Numbered lines
 * tell them first: in a title over several columns, and in heads side by side, the gaps are closed.
 */
function columnsOf(lines: readonly Line[]): Column[] {
  const parted = lines.filter(({ segments }) => segments.length >= FEWEST_COLUMNS);
  const numbered = parted.filter(({ segments: [first] }) => NUMBER.test(first?.text ?? ''));
  const telling = numbered.length > 1 ? numbered : parted;
  const fullest = Math.max(...telling.map(({ segments }) => segments.length));
  let columns: Column[] = [];
  for (const { segments } of byFullness(telling)) {
    const widened = segments.reduce(widen, columns);
    if (widened.length >= Math.min(fullest, columns.length || fullest)) columns = widened;
  }
  for (const { segments } of byFullness(parted)) {
    const widened = segments.reduce(widen, columns);
    if (widened.length >= columns.length) columns = widened;
  }
  return columns.sort((one, other) => one.left - other.left);
}

function byFullness(lines: readonly Line[]): Line[] {
  return [...lines].sort((one, other) => other.segments.length - one.segments.length);
}

/** The columns with one more stretch of words in them. */
function widen(columns: readonly Column[], { left, right }: Column): Column[] {
  const met = columns.filter((column) => column.left < right && left < column.right);
  const rest = columns.filter((column) => !met.includes(column));
  return [
    ...rest,
    {
      left: Math.min(left, ...met.map((column) => column.left)),
      right: Math.max(right, ...met.map((column) => column.right)),
    },
  ];
}

/** The columns that a stretch of words stands in; between two it belongs to the nearer one. */
function spanOf(
  { left, right }: Column,
  columns: readonly Column[],
): { readonly column: number; readonly columns: number } {
  const met = columns.flatMap((column, index) =>
    column.left < right && left < column.right ? [index] : [],
  );
  const [first] = met;
  if (first !== undefined) return { column: first, columns: (met.at(-1) ?? first) - first + 1 };
  const middle = (left + right) / 2;
  const distances = columns.map((column) => Math.abs((column.left + column.right) / 2 - middle));
  return { column: Math.max(0, distances.indexOf(Math.min(...distances))), columns: 1 };
}
