import { normalizeSpaces } from '../../language/text-repair.ts';

/** A line that says something; `line` counts from 1 in the file. */
export interface PrintedLine {
  readonly text: string;
  readonly line: number;
}

/** What some programs print between pages or lines that a text editor counts as one. */
const OTHER_BREAKS = /[\f\v\u0085\u2028\u2029]/u;

/** The lines of a dump that say something, with single spaces. Empty for a text of nothing but space. */
export function printedLines(text: string): PrintedLine[] {
  const lines = text
    .split('\n')
    .flatMap((raw, index) =>
      raw.split(OTHER_BREAKS).map((part) => ({ text: normalizeSpaces(part), line: index + 1 })),
    )
    .filter((line) => line.text !== '');
  return joinColumnNumbers(lines);
}

/** The column numbers «(1)», «(2)» … each on a line of its own are one line, as elsewhere. */
function joinColumnNumbers(lines: readonly PrintedLine[]): PrintedLine[] {
  const joined: PrintedLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const isNext = line.text === `(${columnsIn(before) + 1})`;
    if (before === undefined || columnsIn(before) === 0 || !isNext) joined.push(line);
    else joined.splice(-1, 1, { text: `${before.text} ${line.text}`, line: before.line });
  }
  return joined;
}

/** How many column numbers make up the line; 0 for any other. */
function columnsIn(line: PrintedLine | undefined): number {
  if (line === undefined || !/^\(1\)(?:\s*\(\d\))*$/u.test(line.text)) return 0;
  return line.text.split('(').length - 1;
}
