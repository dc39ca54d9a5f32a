import { normalizeSpaces } from '../../language/text-repair.ts';
import type { PrintedLine } from './appendix-pages.ts';
import type { ImportedItem } from './paper.ts';

interface OpenRow {
  readonly number: string;
  readonly line: number;
  readonly text: string[];
  readonly result: string[];
  isMarked: boolean;
}

const NUMBERED = /^(\d+(?:\.\d+)?)\.?(?:\s+(.*))?$/u;

/** A mark is a capital X standing alone, or any x alone on its line; «khóa X» and «lần thứ X» count congresses. */
const MARK = /(?<!(?:khóa|khoá|thứ|hội)\s)(?<![\p{L}\p{N}])X(?![\p{L}\p{N}])|^x$/u;

/**
 * The items of one agency from its lines. A row is a number, its text, one mark, and its result.
 * Only the next number may begin a row: figures at line starts are text. Source: product notes 1.6.
 */
export function readRows(lines: readonly PrintedLine[]): ImportedItem[] {
  const rows: OpenRow[] = [];
  for (const [index, line] of lines.entries()) {
    const start = startOf(line, rows.at(-1), lines.slice(index + 1));
    if (start !== null) {
      rows.push({ number: start.number, line: line.line, text: [], result: [], isMarked: false });
    }
    const row = rows.at(-1);
    if (row !== undefined) addTo(row, start === null ? line.text : start.rest);
  }
  return rows.map(toItem);
}

interface RowStart {
  readonly number: string;
  readonly rest: string;
}

function startOf(
  { text }: PrintedLine,
  current: OpenRow | undefined,
  following: readonly PrintedLine[],
): RowStart | null {
  const found = NUMBERED.exec(text);
  const number = found?.[1];
  if (number === undefined || !nextNumbers(current?.number).includes(number)) return null;
  const rest = found?.[2] ?? '';
  const isWaiting = current?.isMarked === false;
  if (isWaiting && !beginsAnew(rest)) return null;
  // «2 hộ dân» in a result: only a mark before the next row shows that it is a row itself.
  const isDoubtful = looksLikeFigure(rest);
  const rivals = isDoubtful ? [...nextNumbers(current?.number), LAST] : [number];
  const next = MARK.test(rest) ? [] : [rest, ...following.map((line) => line.text)];
  const waits = isWaiting ? 1 : 0;
  return comesAgain(rivals, next, waits, isDoubtful) ? null : { number, rest };
}

/** A row's text begins with a capital, or on the line after its number. */
function looksLikeFigure(rest: string): boolean {
  return rest !== '' && !/^\p{Lu}/u.test(rest);
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
    const [, number = '', rest = ''] = NUMBERED.exec(text) ?? [];
    const isRival = numbers.includes(number) && (isDoubtful || !looksLikeFigure(rest));
    if (index > 0 && isRival) return true;
    if (MARK.test(text)) marks += 1;
    if (marks > marksBefore) return false;
  }
  return marks <= marksBefore && numbers.includes(LAST);
}

function nextNumbers(current: string | undefined): string[] {
  if (current === undefined) return ['1'];
  const [top = 0, part] = current.split('.').map(Number);
  return [`${top + 1}`, part === undefined ? `${top}.1` : `${top}.${part + 1}`];
}

function addTo(row: OpenRow, text: string): void {
  const mark = row.isMarked ? null : MARK.exec(text);
  if (mark === null) {
    (row.isMarked ? row.result : row.text).push(text);
    return;
  }
  row.text.push(text.slice(0, mark.index));
  row.result.push(text.slice(mark.index + 1));
  row.isMarked = true;
}

function toItem({ number, line, text, result, isMarked }: OpenRow): ImportedItem {
  const [top = '', part] = number.split('.');
  const said = joinResult(result);
  return {
    number,
    parent: part === undefined ? null : top,
    text: normalizeSpaces(text.join(' ')),
    result: said === '' ? null : said,
    status: null,
    isMarked,
    line,
  };
}

/** Lines flow together; a bullet begins a line of its own. */
function joinResult(lines: readonly string[]): string {
  return lines
    .map((line) => normalizeSpaces(line))
    .filter((line) => line !== '')
    .reduce((joined, line) => {
      if (joined === '') return line;
      return /^[-+•*]\s/u.test(line) ? `${joined}\n${line}` : `${joined} ${line}`;
    }, '');
}
