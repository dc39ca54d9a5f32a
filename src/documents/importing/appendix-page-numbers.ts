import type { PrintedLine } from './appendix-lines.ts';
import { readRows } from './appendix-rows.ts';
import { looksLikeFigure, MARK, nextNumbers, readNumber } from './appendix-signs.ts';

type Lines = readonly PrintedLine[];

/**
 * The lines of each page of one agency without the page number that may end it. Pages count over the
 * file or anew for each agency, from the page itself or, printed at the next one's top, from that.
 * A number that begins the next row is kept: a page may break right after it.
 *
 * @param firstPage how many pages of the file come before.
 */
export function withoutPageNumbers(pages: readonly Lines[], firstPage: number): Lines[] {
  const kept: Lines[] = [];
  for (const [index, lines] of pages.entries()) {
    const counts = [index + 1, index + 2, firstPage + index + 1, firstPage + index + 2];
    const last = lines.at(-1)?.text ?? '';
    const above = [...kept, lines.slice(0, -1)].flat();
    const below = pages.slice(index + 1).flatMap(withoutLoneEnd);
    const isPageNumber = counts.map(String).includes(last) && !beginsRow(last, above, below);
    kept.push(isPageNumber ? lines.slice(0, -1) : lines);
  }
  return kept;
}

/** Without a number that ends the page, which may be the page's own. */
function withoutLoneEnd(lines: Lines): Lines {
  return readNumber(lines.at(-1)?.text ?? '')?.rest === '' ? lines.slice(0, -1) : lines;
}

/**
 * Whether the number is due after a row that has its mark, and a mark follows before any row of a
 * number that is due.
 */
function beginsRow(number: string, above: Lines, below: Lines): boolean {
  // Read as rows: a figure that begins a line is none of them.
  const current = readRows(above).at(-1);
  const due = nextNumbers(current?.number);
  if (!due.includes(number) || current?.marks === 0) return false;
  const next = below.find(({ text }) => MARK.test(text) || due.includes(rowNumber(text) ?? ''));
  return next !== undefined && !due.includes(rowNumber(next.text) ?? '');
}

/** The number of a line that looks like a row: alone, or before a capital. */
function rowNumber(text: string): string | null {
  const found = readNumber(text);
  return found === null || looksLikeFigure(found.rest) ? null : found.number;
}
