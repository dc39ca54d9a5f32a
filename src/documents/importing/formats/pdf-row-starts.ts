/** A line of a table that nothing is drawn around. */
interface TableLine {
  readonly baseline: number;
  /** It bears the number of an item in the first column. */
  readonly isNumbered: boolean;
}

/** Gaps that differ less than that are one. */
const CLEARLY = 1.1;

/**
 * The lines at which the rows of a table begin, rising; none where no line is numbered. Mostly a row
 * begins with its number; where numbers stand in the middle of their rows, at the widest gap.
 *
 * @param from the first line that may belong to a numbered row
 */
export function rowStarts(lines: readonly TableLine[], from: number): number[] {
  const numbered = lines.flatMap(({ isNumbered }, index) => (isNumbered ? [index] : []));
  const gaps = numbered.map((index, at) => widestGap(lines, numbered[at - 1] ?? from - 1, index));
  const tall = numbered.filter((index, at) => at > 0 && index - (numbered[at - 1] ?? 0) > 1);
  const centred = tall.filter((index) => gaps[numbered.indexOf(index)] !== index);
  return centred.length * 2 > tall.length ? gaps : numbered;
}

/** The line under the widest gap between two lines; the lower one where the gaps are even. */
function widestGap(lines: readonly TableLine[], upper: number, lower: number): number {
  let widest = 0;
  let found = lower;
  for (let index = lower; index > Math.max(upper, 0); index -= 1) {
    const gap = (lines[index]?.baseline ?? 0) - (lines[index - 1]?.baseline ?? 0);
    if (gap > widest * CLEARLY) {
      widest = gap;
      found = index;
    }
  }
  return found;
}
