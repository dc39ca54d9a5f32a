import { readMark } from '../../language/status-marks.ts';

/** A line of a text file. */
export interface TextLine {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  /** Whether a form feed stands before it. */
  readonly isPageTop: boolean;
}

/** Where the columns of a table stand that spaces hold apart, counted in characters from 0. */
export interface TextColumns {
  /** Where each column begins. */
  readonly edges: readonly number[];
  /** The middle of each column's number «(1)»; empty where the table prints none. */
  readonly centres: readonly number[];
}

/** The space between two columns, and between two pieces of a line. */
export const GAP = /\s{2,}/u;

const NUMBERS_APART = /^\s*\(1\)\s{2,}\(2\)(?:\s{2,}\(\d{1,2}\))+\s*$/u;

/** Whether a line is that of the column numbers, each below its own title: «(1)   (2)   (3)». */
export function isColumnNumbersLine(text: string): boolean {
  return NUMBERS_APART.test(text);
}

/** The columns of a table's lines, by their numbers where these are printed, else by the stretches left free. */
export function textColumns(lines: readonly TextLine[]): TextColumns {
  const at = lines.findIndex(({ text }) => isColumnNumbersLine(text));
  const [numbers, ...body] = at < 0 ? [] : lines.slice(at);
  if (numbers === undefined) return { edges: freeEdges(lines), centres: [] };
  const printed = [...numbers.text.matchAll(/\(\d{1,2}\)/gu)].map(({ 0: number, index }) => ({
    start: index,
    end: index + number.length,
  }));
  const edges = printed
    .slice(1)
    .map(({ start }, column) => edgeBetween(printed[column]?.end ?? 0, start, body));
  return { edges: [0, ...edges], centres: printed.map(({ start, end }) => (start + end - 1) / 2) };
}

/** The end of the longest stretch between the numbers of two columns into which the fewest lines write. */
function edgeBetween(from: number, to: number, lines: readonly TextLine[]): number {
  const written = Array.from(
    { length: to - from },
    (_, place) => lines.filter(({ text }) => (text[from + place] ?? ' ') !== ' ').length,
  );
  const fewest = Math.min(...written);
  let [edge, longest, run] = [to, 0, 0];
  for (const [place, count] of written.entries()) {
    run = count === fewest ? run + 1 : 0;
    if (run > 0 && run >= longest) [edge, longest] = [from + place + 1, run];
  }
  return edge;
}

const MOST_CROSSING = 0.05;

/** Where columns begin: after stretches that hardly any line writes into. */
function freeEdges(lines: readonly TextLine[]): number[] {
  const apart = lines.filter(({ text }) => GAP.test(text.trim()));
  const width = Math.max(...apart.map(({ text }) => text.length));
  const isFree = (place: number) =>
    apart.filter(({ text }) => (text[place] ?? ' ') !== ' ').length <= apart.length * MOST_CROSSING;
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

/**
 * Cuts a line into the cells of its columns, at gaps and where a word begins at an edge, so that a
 * word is never cut.
 *
 * @param isTitle a title stands above the middle of its column, other words at its beginning.
 */
export function cellsOf(text: string, { edges, centres }: TextColumns, isTitle: boolean): string[] {
  const cells = edges.map(() => '');
  const begins = (index: number) => !isTitle && centres.length > 0 && edges.includes(index);
  for (const { piece, start } of piecesOf(text, begins)) {
    const middle = start + (piece.length - 1) / 2;
    const column = isLoneTick(piece)
      ? nearest(middle, centres)
      : edges.findLastIndex((edge) => edge <= (isTitle ? middle : start));
    const place = Math.max(0, column < 0 ? edges.findLastIndex((edge) => edge <= start) : column);
    cells[place] = `${cells[place] ?? ''} ${piece}`.trim();
  }
  return cells;
}

/** The column whose middle is nearest; -1 where the middles are not known. */
function nearest(place: number, centres: readonly number[]): number {
  const away = centres.map((centre) => Math.abs(centre - place));
  return away.indexOf(Math.min(...away));
}

/** A printer's spaces may shift a tick into the column beside it; words fill theirs. */
function isLoneTick(piece: string): boolean {
  return piece.length === 1 && !/\d/u.test(piece) && readMark(piece).kind === 'marked';
}

/** The narrow column's title touches the next one: «STT NỘI DUNG CAM KẾT». */
const NUMBER_TITLE = /^(?:STT|TT|Stt)$/u;

interface Piece {
  readonly piece: string;
  readonly start: number;
}

/** Pieces end at gaps, before a word that begins another, and after one that stands for itself. */
function piecesOf(text: string, begins: (index: number) => boolean): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/gu)) {
    const before = pieces.at(-1);
    const isNew = before === undefined || index - end > 1 || begins(index);
    if (isNew || NUMBER_TITLE.test(before.piece)) pieces.push({ piece: word, start: index });
    else pieces[pieces.length - 1] = { ...before, piece: `${before.piece} ${word}` };
    end = index + word.length;
  }
  return pieces;
}
