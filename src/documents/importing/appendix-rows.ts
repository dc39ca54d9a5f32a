import { normalizeSpaces } from '../../language/text-repair.ts';
import type { PrintedLine } from './appendix-lines.ts';
import {
  looksLikeFigure,
  MARK,
  type NumberedLine,
  nextNumbers,
  readNumber,
} from './appendix-signs.ts';
import { flowLines } from './flow-lines.ts';
import { type ImportedItem, NOTHING_MORE } from './paper.ts';

interface OpenRow {
  readonly number: string;
  readonly line: number;
  readonly text: string[];
  readonly result: string[];
  marks: number;
}

/** Where a result goes on, only an X that ends a line is one more mark: a word may stand in it. */
const SECOND_MARK = /(?:^|\s)X$/u;

const MARK_ALONE = /^[xX]$/u;

/**
 * The items of one agency from its lines. A row is a number, its text, one mark, and its result.
 * Only the next number may begin a row: figures at line starts are text. Source: product notes 1.6.
 */
export function readRows(lines: readonly PrintedLine[]): ImportedItem[] {
  const rows: OpenRow[] = [];
  for (const [index, line] of lines.entries()) {
    const start = startOf(line, rows.at(-1), lines.slice(index + 1));
    if (start !== null) {
      rows.push({ number: start.number, line: line.line, text: [], result: [], marks: 0 });
    }
    const row = rows.at(-1);
    if (row !== undefined) addTo(row, start === null ? line.text : start.rest);
  }
  return rows.map(toItem);
}

function startOf(
  { text }: PrintedLine,
  current: OpenRow | undefined,
  following: readonly PrintedLine[],
): NumberedLine | null {
  const found = readNumber(text);
  if (found === null || !nextNumbers(current?.number).includes(found.number)) return null;
  const { number, rest } = found;
  const isWaiting = current?.marks === 0;
  if (isWaiting && !beginsAnew(rest)) return null;
  // «2 hộ dân» in a result: only a mark before the next row shows that it is a row itself.
  const isDoubtful = looksLikeFigure(rest);
  const rivals = isDoubtful ? [...nextNumbers(current?.number), LAST] : [number];
  const next = MARK.test(rest) ? [] : [rest, ...following.map((line) => line.text)];
  const waits = isWaiting ? 1 : 0;
  return comesAgain(rivals, next, waits, isDoubtful) ? null : found;
}

/** While a row still waits for its mark, a figure in its text begins no new row. */
function beginsAnew(rest: string): boolean {
  return rest === '' || /^\p{Lu}\p{Ll}/u.test(rest);
}

/** In place of a number: the end of the lines. */
const LAST = 'last';

/**
 * Whether one of the numbers begins a line again before the row's mark: then this one is a figure.
 * A row before it that still waits for its own mark has that one first (`marksBefore`). What looks
 * like a figure itself is a rival only to another such.
 */
function comesAgain(
  numbers: readonly string[],
  following: readonly string[],
  marksBefore: number,
  isDoubtful: boolean,
): boolean {
  let marks = 0;
  for (const [index, text] of following.entries()) {
    const found = readNumber(text);
    const isRival =
      found !== null &&
      numbers.includes(found.number) &&
      (isDoubtful || !looksLikeFigure(found.rest));
    if (index > 0 && isRival) return true;
    if (MARK.test(text)) marks += 1;
    if (marks > marksBefore) return false;
  }
  return marks <= marksBefore && numbers.includes(LAST);
}

function addTo(row: OpenRow, text: string): void {
  if (row.marks > 0) {
    // A second mark is no word of the result; the row is doubtful and says so.
    if (SECOND_MARK.test(text)) row.marks += 1;
    if (!MARK_ALONE.test(text)) row.result.push(text);
    return;
  }
  const mark = MARK.exec(text);
  if (mark === null) {
    row.text.push(text);
    return;
  }
  row.marks = 1;
  row.text.push(text.slice(0, mark.index));
  addTo(row, text.slice(mark.index + 1).trim());
}

function toItem({ number, line, text, result, marks }: OpenRow): ImportedItem {
  const parent = number.split('.').slice(0, -1).join('.');
  const said = flowLines(result);
  return {
    number,
    parent: parent === '' ? null : parent,
    text: normalizeSpaces(text.join(' ')),
    result: said === '' ? null : said,
    status: null,
    marks,
    ...NOTHING_MORE,
    source: { line },
    line,
  };
}
