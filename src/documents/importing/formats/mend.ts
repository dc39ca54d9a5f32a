import { looksLegacy } from '../../../language/legacy-letters.ts';
import { hasSecrecyMark } from '../../../language/secrecy.ts';
import { repairText } from '../../../language/text-repair.ts';
import type { Block, Cell, PaperDocument, Table } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import { LIMITS } from './limits.ts';
import type { RawPaper } from './raw-paper.ts';
import { linesOf } from './text-flow.ts';

/**
 * The last step of every reader: texts in NFC without invisible marks, and the refusals that hold
 * for every format: nothing written, a secrecy mark anywhere, a one-byte font.
 */
export function mendPaper(raw: RawPaper): PaperDocument {
  const mending = startMending(raw.format === 'text');
  const blocks = raw.blocks.map((block) => mendBlock(block, mending.mend));
  const said = mending.said();
  if (said.trim() === '')
    throw new RefusedPaperError(raw.hasPictures === true ? 'noTextLayer' : 'emptyFile');
  const aside = raw.aside.map((text) => repairText(text).text).join('\n');
  if (hasSecrecyMark(said) || hasSecrecyMark(aside)) throw new RefusedPaperError('secretMarking');
  if (looksLegacy(said) || looksLegacy(raw.legacyFontText ?? ''))
    throw new RefusedPaperError('legacyEncoding');
  const notes = mending.hasRepaired()
    ? [...raw.notes, { code: 'textRepaired' } as const]
    : raw.notes;
  return { format: raw.format, blocks, notes };
}

type Mend = (text: string) => string;

function startMending(keepsSpaces: boolean) {
  const texts: string[] = [];
  let characters = 0;
  let isRepaired = false;
  return {
    mend(raw: string): string {
      characters += raw.length;
      if (characters > LIMITS.characters) throw new RefusedPaperError('fileTooLarge');
      const { text, repairs } = repairText(raw);
      isRepaired ||= repairs.length > 0;
      const mended = keepsSpaces ? text.trimEnd() : linesOf(text);
      if (mended !== '') texts.push(mended);
      return mended;
    },
    said: () => texts.join('\n'),
    hasRepaired: () => isRepaired,
  };
}

function mendBlock(block: Block, mend: Mend): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: mend(block.text) };
    case 'table':
      return mendTable(block, mend);
    case 'pageBreak':
      return block;
  }
}

function mendTable(table: Table, mend: Mend): Table {
  const rows = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): Cell | null =>
      cell === null || cell.text === '' ? cell : { ...cell, text: mend(cell.text) },
    ),
  }));
  return { ...table, rows };
}
