import type { Legend } from '../../../language/printed-status.ts';
import type { PaperWarning } from '../paper.ts';
import type { GridRow } from './grid.ts';
import type { TablePart } from './reading.ts';

/** What has been met of a paper while its tables are looked for, block by block. */
export interface Walk {
  readonly legend: Legend;
  readonly letterhead: string | null;
  readonly parts: TablePart[];
  readonly titles: string[];
  readonly sheets: Set<string>;
  readonly warnings: PaperWarning[];
  /** What was printed since the last table of commitments, in the same sheet. */
  above: string[];
  sheet: string | undefined;
}

/** What is printed in a row itself, from left to right. */
export function textsOf(row: GridRow): string[] {
  return row.filled.map((column) => row.cells[column]?.text ?? '');
}
