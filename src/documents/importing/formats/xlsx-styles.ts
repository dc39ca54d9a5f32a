import type { Archive } from './archive.ts';
import { childOf, childrenOf, isOn, readTree, settingIn, type XmlElement } from './xml-tree.ts';

/** How a cell is set. */
export interface CellStyle {
  /** In the sheet's own notation, such as «0.00» or «dd/mm/yyyy». */
  readonly format: string;
  readonly isBold: boolean;
  readonly isStruck: boolean;
  readonly font: string | undefined;
}

export const PLAIN: CellStyle = {
  format: 'General',
  isBold: false,
  isStruck: false,
  font: undefined,
};

/** The styles by their number; a workbook without any has none. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<CellStyle[]> {
  if (part === undefined || !archive.has(part)) return [];
  const tree = await readTree(archive.open(part));
  const formats = new Map(
    childrenOf(childOf(tree, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes['numFmtId']),
      attributes['formatCode'] ?? 'General',
    ]),
  );
  const fonts = childrenOf(childOf(tree, 'fonts'), 'font').map(fontOf);
  return childrenOf(childOf(tree, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributes['numFmtId'] ?? 0);
    const font = fonts[Number(attributes['fontId'] ?? 0)];
    return { ...PLAIN, ...font, format: formats.get(id) ?? formatOf(id) };
  });
}

/** The properties of a font, or of a run within a cell. */
export function fontOf(font: XmlElement | undefined): Omit<CellStyle, 'format'> {
  return {
    isBold: isOn(font, 'b'),
    isStruck: isOn(font, 'strike'),
    font: settingIn(font, 'name') ?? settingIn(font, 'rFont'),
  };
}

/**
 * The formats that have a number and no words, as an office with Vietnamese settings sees them.
 * Source: ECMA-376 part 1, 18.8.30.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'dd-mmm-yy',
  16: 'dd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0',
  42: '#,##0 "₫"',
  43: '#,##0.00',
  44: '#,##0.00 "₫"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

function formatOf(id: number): string {
  return BUILT_IN[id] ?? 'General';
}
