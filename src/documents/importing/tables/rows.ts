import { isBodyName } from '../../../language/body-names.ts';
import { fold } from '../../../language/folding.ts';
import { type PrintedNumber, readPrintedNumber } from '../../../language/item-numbers.ts';
import { bandName, rowWordsIn } from '../../../language/row-words.ts';
import type { TableColumns } from './columns.ts';
import { type GridRow, lineIn, ownLineIn } from './grid.ts';
import type { RowNumber } from './item-number.ts';

/** What a row below a header is, as far as it shows by itself. */
export type RowKind =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'end' }
  | { readonly kind: 'agency'; readonly name: string }
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'item'; readonly number: RowNumber }
  | { readonly kind: 'unnumbered' };

export interface RowContext {
  readonly columns: TableColumns;
  readonly number: RowNumber | null;
  /** Whether the row says more than its number and text. */
  readonly saysMore: boolean;
  /** Whether items of this part have arabic numbers, so that roman ones head groups. */
  readonly hasArabic: boolean;
}

export function rowKind(row: GridRow, context: RowContext): RowKind {
  const { columns, number } = context;
  if (row.filled.length === 0 || isColumnNumbers(row, columns) || isRepeatedHeader(row, columns))
    return { kind: 'skipped' };
  const words = number === null ? wordsOf(row) : null;
  if (words === 'signature') return { kind: 'end' };
  if (words !== null) return { kind: 'skipped' };
  const heading = context.saysMore ? null : headingIn(row, context);
  if (heading !== null) return heading;
  if (number === null) return { kind: 'unnumbered' };
  const isGroup = (number.kind === 'roman' || number.kind === 'capital') && context.hasArabic;
  return isGroup ? { kind: 'group', name: number.rest } : { kind: 'item', number };
}

function wordsOf(row: GridRow): ReturnType<typeof rowWordsIn> {
  return rowWordsIn(lineIn(row, row.filled[0] ?? null));
}

const COLUMN_NUMBER = /^[([]?(?:\d{1,2}|\p{Lu})[)\]]?$|^[([]?\d{1,2}\s*=/u;

/** The row «(1) (2) (3)» under a header, also «A B 1 2=3+4». */
function isColumnNumbers(row: GridRow, { text }: TableColumns): boolean {
  return (
    row.filled.length > 1 &&
    row.filled.includes(text) &&
    row.filled.every((column) => COLUMN_NUMBER.test(lineIn(row, column)))
  );
}

function isRepeatedHeader(row: GridRow, { titles }: TableColumns): boolean {
  const said = row.filled.map((column) => fold(lineIn(row, column)));
  const known = said.filter((text) => titles.has(text));
  return known.length === said.length && (said.length > 1 || (said[0]?.length ?? 0) > 5);
}

/** A row with nothing but a number and a name: an agency's band, or the heading of a group. */
function headingIn(row: GridRow, context: RowContext): RowKind | null {
  const single = row.filled.length === 1 ? (row.filled[0] ?? null) : null;
  const printed = single === null ? ownLineIn(row, context.columns.text) : lineIn(row, single);
  const typed = typedNumber(printed);
  const words = typed?.rest ?? printed;
  if (words === '') return null;
  const { name, isLabelled } = bandName(words);
  if (name !== '' && (isLabelled || isBodyName(name))) return { kind: 'agency', name };
  const kind = context.number?.kind ?? typed?.kind ?? null;
  return isGroup(row, single, kind, words, context) ? { kind: 'group', name: words } : null;
}

/** «I. Kinh tế» in one cell. */
function typedNumber(printed: string): PrintedNumber | null {
  const typed = readPrintedNumber(printed);
  return typed !== null && typed.rest !== '' && /^\S+[.):/]/u.test(printed) ? typed : null;
}

function isGroup(
  row: GridRow,
  single: number | null,
  kind: PrintedNumber['kind'] | null,
  words: string,
  { columns, hasArabic }: RowContext,
): boolean {
  if (kind === 'roman' || kind === 'capital') return hasArabic || single !== null;
  if (single === null || kind !== null) return false;
  return spansRow(row, single, columns) || isAllCapitals(words);
}

/** A single cell over several columns, or one in the number's column, is no item's text. */
function spansRow({ cells }: GridRow, column: number, { text, number }: TableColumns): boolean {
  const { columns } = cells[column] ?? { columns: 1 };
  return columns > 2 || column === number || (columns > 1 && column === text);
}

function isAllCapitals(text: string): boolean {
  return text.length > 3 && text === text.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(text);
}
