import type { ReadingNote } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import type { PlacedCell, PlacedRow } from './grid.ts';
import { LIMITS } from './limits.ts';
import { type CellSource, type ShownCell, showCell, type Workbook } from './xlsx-cell.ts';
import { type Attributes, readXml } from './xml.ts';
import type { XmlElement } from './xml-tree.ts';

export interface Sheet {
  readonly rows: readonly PlacedRow[];
  readonly hiddenColumns: readonly number[];
  readonly notes: readonly ReadingNote[];
  /** What its printed pages bear at head and foot. */
  readonly aside: readonly string[];
  readonly hasEmptyFormula: boolean;
  readonly legacyFontText: string;
}

interface Span {
  readonly columns: number;
  readonly rows: number;
}

interface OpenRow {
  readonly at: number;
  readonly isHidden: boolean;
  readonly cells: ShownCell[];
}

/** The state of a sheet while it is read. */
interface Reading {
  readonly name: string;
  readonly workbook: Workbook;
  readonly rows: OpenRow[];
  readonly spans: Map<string, Span>;
  readonly hiddenColumns: number[];
  readonly aside: string[];
  row: OpenRow;
  cell: CellSource | null;
  /** Into which text the words go that come next. */
  target: 'value' | 'inline' | 'aside' | null;
  inline: { name: string; attributes: Attributes; children: XmlElement[]; text: string }[];
  emptyFormulaAt: number | null;
  /** In which something is written. */
  cells: number;
  characters: number;
}

/** Head and foot of the printed page; «&C» and the like are its own marks. */
const PAGE_MARKS = /&(?:[LCRPNDTGZFABIUSEXYKHO]|"[^"]*"|\d+|K[0-9A-F]{6})/gu;

/** Reads a sheet row by row: blank rows, however many, leave nothing behind. */
export async function readSheet(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  workbook: Workbook,
): Promise<Sheet> {
  const reading: Reading = {
    name,
    workbook,
    rows: [],
    spans: new Map(),
    hiddenColumns: [],
    aside: [],
    row: { at: 0, isHidden: false, cells: [] },
    cell: null,
    target: null,
    inline: [],
    emptyFormulaAt: null,
    cells: 0,
    characters: 0,
  };
  await readXml(chunks, {
    open: (element, attributes) => openElement(reading, element, attributes),
    text: (text) => addText(reading, text),
    close: (element) => closeElement(reading, element),
  });
  return finish(reading);
}

function openElement(reading: Reading, element: string, attributes: Attributes): void {
  switch (element) {
    case 'row':
      openRow(reading, attributes);
      break;
    case 'c':
      reading.cell = cellSource(reading, attributes);
      break;
    case 'f':
      if (reading.cell !== null) reading.cell.hasFormula = true;
      break;
    case 'v':
      reading.target = 'value';
      break;
    case 'col':
      hideColumns(reading, attributes);
      break;
    case 'mergeCell':
      addSpan(reading, attributes['ref'] ?? '');
      break;
    case 'oddHeader':
    case 'oddFooter':
    case 'evenHeader':
    case 'evenFooter':
    case 'firstHeader':
    case 'firstFooter':
      reading.aside.push('');
      reading.target = 'aside';
      break;
    default:
      openInline(reading, element, attributes);
  }
}

function openRow(reading: Reading, attributes: Attributes): void {
  const at = Number(attributes['r'] ?? reading.row.at + 1);
  const isHidden = isTrue(attributes['hidden']) || Number(attributes['ht'] ?? 1) === 0;
  reading.row = { at, isHidden, cells: [] };
}

function cellSource(reading: Reading, attributes: Attributes): CellSource {
  const letters = /^[A-Z]+/u.exec(attributes['r'] ?? '')?.[0];
  const next = (reading.row.cells.at(-1)?.column ?? -1) + 1;
  return {
    column: letters === undefined ? next : columnOf(letters),
    type: attributes['t'] ?? 'n',
    style: Number(attributes['s'] ?? 0),
    raw: '',
    hasFormula: false,
    inline: null,
  };
}

/** An inline text is small, so it is read whole, by the rules of the shared ones. */
function openInline(reading: Reading, name: string, attributes: Attributes): void {
  if (name !== 'is' && reading.inline.length === 0) return;
  const element = { name, attributes, children: [], text: '' };
  reading.inline.at(-1)?.children.push(element);
  reading.inline.push(element);
  reading.target = 'inline';
}

function addText(reading: Reading, text: string): void {
  const { target, cell, inline, aside } = reading;
  if (target === null) return;
  reading.characters += text.length;
  if (reading.characters > LIMITS.characters) throw new RefusedPaperError('fileTooLarge');
  if (target === 'value' && cell !== null) cell.raw += text;
  const open = inline.at(-1);
  if (target === 'inline' && open !== undefined) open.text += text;
  if (target === 'aside') aside.push(text.replace(PAGE_MARKS, '\n'));
}

function closeElement(reading: Reading, element: string): void {
  const { cell, inline } = reading;
  if (inline.length > 0) {
    const closed = inline.pop();
    if (closed?.name === 'is' && cell !== null) cell.inline = closed;
    if (inline.length === 0) reading.target = null;
    return;
  }
  if (element === 'c' && cell !== null) closeCell(reading, cell);
  if (element === 'row') closeRow(reading);
  reading.target = null;
}

function closeCell(reading: Reading, cell: CellSource): void {
  if (isUncomputed(cell)) reading.emptyFormulaAt ??= reading.row.at;
  const shown = showCell(cell, reading.workbook);
  if (shown.all !== '') reading.row.cells.push(shown);
  reading.characters += shown.all.length;
  if (reading.characters > LIMITS.characters) throw new RefusedPaperError('fileTooLarge');
  reading.cell = null;
}

/** A formula that no program has computed yet; a text may be computed and empty. */
function isUncomputed({ hasFormula, raw, type }: CellSource): boolean {
  return hasFormula && raw === '' && type !== 'str';
}

function closeRow(reading: Reading): void {
  const { rows, row } = reading;
  if (row.cells.length === 0) return;
  reading.cells += row.cells.length;
  if (rows.length >= LIMITS.rows || reading.cells > LIMITS.cells)
    throw new RefusedPaperError('tooManyRows');
  rows.push(row);
}

function hideColumns({ hiddenColumns }: Reading, attributes: Attributes): void {
  if (!isTrue(attributes['hidden']) && Number(attributes['width'] ?? 1) !== 0) return;
  const first = Number(attributes['min'] ?? 1);
  const last = Math.min(Number(attributes['max'] ?? first), first + LIMITS.columns);
  for (let column = first; column <= last; column += 1) hiddenColumns.push(column - 1);
}

function addSpan({ spans }: Reading, ref: string): void {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(ref.replaceAll('$', '')) ?? [];
  if (left === '') return;
  const columns = columnOf(right) - columnOf(left) + 1;
  const rows = Number(bottom) - Number(top) + 1;
  if (columns > 0 && rows > 0) spans.set(`${columnOf(left)}:${Number(top)}`, { columns, rows });
}

function finish(reading: Reading): Sheet {
  const { name, emptyFormulaAt } = reading;
  const rows = reading.rows.map((row) => placedRow(row, reading));
  const cells = reading.rows.flatMap((row) => row.cells);
  const hidden = rows.find(({ isHidden }) => isHidden === true);
  const notes: ReadingNote[] = [
    ...(hidden === undefined ? [] : [{ code: 'hiddenRows', place: hidden.place } as const]),
    ...(cells.some(({ hasStruck }) => hasStruck) ? [{ code: 'struckLeftOut' } as const] : []),
    ...(emptyFormulaAt === null
      ? []
      : [{ code: 'formulaWithoutValue', place: { sheet: name, row: emptyFormulaAt } } as const]),
  ];
  return {
    rows,
    hiddenColumns: reading.hiddenColumns,
    notes,
    aside: reading.aside,
    hasEmptyFormula: emptyFormulaAt !== null,
    legacyFontText: cells.map(({ legacyText }) => legacyText).join(' '),
  };
}

function placedRow({ at, isHidden, cells }: OpenRow, { spans, name }: Reading): PlacedRow {
  const isStruck = cells.every(({ text }) => text === '');
  return {
    at,
    place: { sheet: name, row: at },
    isHidden,
    isStruck,
    cells: cells.map(({ column, text, all, value, isBold }): PlacedCell => {
      const span = spans.get(`${column}:${at}`) ?? { columns: 1, rows: 1 };
      const shown = isStruck ? all : text;
      return { column, text: shown, ...span, ...(value === undefined ? {} : { value }), isBold };
    }),
  };
}

/** «A» is 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
