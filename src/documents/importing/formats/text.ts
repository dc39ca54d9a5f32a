import type { Block, ReadingNote } from '../model.ts';
import { decodeText } from './decode.ts';
import type { RawPaper } from './raw-paper.ts';

/** Of a file that is parted by tabs though its name does not say so, nearly every line is. */
const LEAST_SHARE = 0.8;

/** A text file: each line with words is a paragraph, its inner spaces kept; a form feed is a page break. */
export function readText(bytes: Uint8Array): RawPaper {
  const { text, isGuessed } = decodeText(bytes);
  const notes: ReadingNote[] = isGuessed ? [{ code: 'encodingGuessed' }] : [];
  return { format: 'text', blocks: linesOf(text), notes, aside: [] };
}

/** Whether a text is a table parted by tabs, as spreadsheets save «text». */
export function isTabbed(text: string): boolean {
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const tabbed = lines.filter((line) => line.split('\t').length >= 3);
  return lines.length >= 2 && tabbed.length >= lines.length * LEAST_SHARE;
}

function linesOf(text: string): Block[] {
  return text.split(/\r\n|\r|\n/u).flatMap((printed, index): Block[] => {
    const [before = '', ...after] = printed.split('\f');
    const pages = after.flatMap((line): Block[] => [
      { kind: 'pageBreak' },
      ...lineOf(line, index + 1),
    ]);
    return [...lineOf(before, index + 1), ...pages];
  });
}

/** A tab ends a cell, in which a secrecy mark may stand alone; two spaces say so to a reader of lines. */
function lineOf(printed: string, line: number): Block[] {
  const text = printed.replaceAll('\t', '  ');
  return text.trim() === '' ? [] : [{ kind: 'paragraph', text, place: { line } }];
}
