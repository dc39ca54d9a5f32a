import {
  numbersAfter,
  numbersMeant,
  type PrintedNumber,
  readNumberCell,
  readPrintedNumber,
} from '../../../language/item-numbers.ts';
import type { TableColumns } from './columns.ts';
import { type GridRow, lineIn, ownLineIn } from './grid.ts';

/** The number of a row and the text beside it. */
export interface RowNumber extends PrintedNumber {
  /** What the sheet shows differs from the number that its place asks for. */
  readonly isRestored: boolean;
}

/**
 * The number of a row: from its own column, else from the beginning of its text. What a sheet made
 * of a number is undone where the neighbours leave no doubt: «1.1» after 1.9 was 1.10, the first of
 * January was 1.1. Null where none is printed.
 */
export function numberOf(
  row: GridRow,
  columns: TableColumns,
  before: string | null,
): RowNumber | null {
  const text = ownLineIn(row, columns.text);
  const cell = ownLineIn(row, columns.number);
  if (cell !== '') return numberInCell(row, columns.number, before, text);
  const typed = readPrintedNumber(text);
  if (typed === null || typed.rest === '' || !isSetOff(text, typed)) return null;
  return { ...typed, isRestored: false };
}

function numberInCell(
  row: GridRow,
  column: number | null,
  before: string | null,
  text: string,
): RowNumber | null {
  const printed = lineIn(row, column);
  const value = column === null ? undefined : row.cells[column]?.value;
  const meant = numbersMeant(printed, value?.kind === 'date' ? value.iso : undefined);
  const expected = numbersAfter(before);
  const long = longNumberIn(printed);
  if (long !== null && expected.includes(long)) {
    return { kind: 'arabic', number: long, rest: text, isRestored: false };
  }
  const [likeliest] = meant;
  if (likeliest !== undefined) {
    const number = meant.find((each) => expected.includes(each)) ?? likeliest;
    return {
      kind: 'arabic',
      number,
      rest: text,
      isRestored: number !== readNumberCell(printed)?.number,
    };
  }
  const other = readNumberCell(printed);
  return other === null ? null : { ...other, rest: text, isRestored: false };
}

/** Four digits may as well be a year: they are a number only where they follow the one before. */
function longNumberIn(printed: string): string | null {
  return /^(\d{4,6})\s*[.)]?$/u.exec(printed)?.[1] ?? null;
}

/** «5 năm qua» begins with a figure, «5. Năm qua» and «1.2 Năm qua» with a number. */
function isSetOff(text: string, { kind, number }: PrintedNumber): boolean {
  if (kind === 'bullet') return true;
  return (
    /^\S*[.):/]/u.test(text) &&
    !(kind === 'arabic' && /^\d+\.\d{3}(?!\.)/u.test(text) && number.includes('.'))
  );
}
