import type { CellValue } from '../model.ts';
import { isLegacyFont, isSymbolFont, showSigns } from './symbol-fonts.ts';
import { linesOf, TextFlow } from './text-flow.ts';
import { showNumber } from './xlsx-numbers.ts';
import { type Run, runsOf } from './xlsx-strings.ts';
import { type CellStyle, PLAIN } from './xlsx-styles.ts';
import type { XmlElement } from './xml-tree.ts';

/** What all sheets share. */
export interface Workbook {
  readonly styles: readonly CellStyle[];
  readonly strings: readonly (readonly Run[])[];
  readonly isFrom1904: boolean;
}

/** A cell as its part of the file has it. */
export interface CellSource {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  raw: string;
  hasFormula: boolean;
  inline: XmlElement | null;
}

export interface ShownCell {
  readonly column: number;
  /** Without what is struck through. */
  readonly text: string;
  readonly all: string;
  readonly value?: CellValue;
  readonly isBold: boolean;
  readonly hasStruck: boolean;
  readonly legacyText: string;
}

/** A cell as a person sees it: a formula by the value that was last computed for it. */
export function showCell(cell: CellSource, workbook: Workbook): ShownCell {
  const style = workbook.styles[cell.style] ?? PLAIN;
  const { text, value, runs } = contentOf(cell, style, workbook);
  const [only, ...more] = runs ?? [{ text, font: null }];
  if (only?.font === null && more.length === 0 && isOrdinary(style))
    return ordinaryCell(cell.column, only.text, style.isBold, value);
  const flow = new TextFlow();
  let legacyText = '';
  for (const run of runs ?? [{ text, font: null }]) {
    const font = { ...style, ...run.font };
    const said = isSymbolFont(font.font) ? showSigns(run.text, font.font) : run.text;
    flow.add(said.replaceAll('\r', ''), font);
    if (isLegacyFont(font.font)) legacyText += run.text;
  }
  const shown = flow.end();
  return {
    column: cell.column,
    text: shown.text,
    all: flow.all(),
    ...(value === undefined ? {} : { value }),
    isBold: shown.isBold,
    hasStruck: flow.hasStruck(),
    legacyText,
  };
}

function isOrdinary({ isStruck, font }: CellStyle): boolean {
  return !isStruck && !isSymbolFont(font) && !isLegacyFont(font);
}

/** Nearly every cell: one run, as its style says, nothing struck. */
function ordinaryCell(
  column: number,
  raw: string,
  isBold: boolean,
  value: CellValue | undefined,
): ShownCell {
  const text = linesOf(raw);
  const shown = { column, text, all: text, isBold, hasStruck: false, legacyText: '' };
  return value === undefined ? shown : { ...shown, value };
}

interface Content {
  readonly text: string;
  readonly value?: CellValue;
  readonly runs?: readonly Run[];
}

function contentOf(cell: CellSource, { format }: CellStyle, workbook: Workbook): Content {
  const { type, raw, inline } = cell;
  if (inline !== null) return { text: '', runs: runsOf(inline) };
  if (raw === '') return { text: '' };
  if (type === 's') return { text: '', runs: workbook.strings[Number(raw)] ?? [] };
  if (type === 'b') return { text: raw === '0' ? 'FALSE' : 'TRUE' };
  if (type === 'd') return { text: raw, value: { kind: 'date', iso: raw.slice(0, 10), format } };
  const number = Number(raw);
  if (type !== 'n' || Number.isNaN(number)) return { text: raw };
  return showNumber(number, format, workbook.isFrom1904);
}
