import {
  namesItsNumber,
  type PrintedNumber,
  readPrintedNumber,
} from '../../../language/item-numbers.ts';
import { normalizeSpaces } from '../../../language/text-repair.ts';
import type { Block, PaperDocument, Place } from '../model.ts';

/** A paragraph of a letter with its mark read off, whatever drew it: typed, automatic, markdown. */
export interface Point {
  /** `heading` has no mark of its own but stands out; `plain` is a paragraph without one. */
  readonly kind: PrintedNumber['kind'] | 'heading' | 'plain';
  /** As kept: «2», «1.1», «a»; empty for what has no number. */
  readonly number: string;
  readonly text: string;
  readonly place: Place;
}

type Paragraph = Extract<Block, { kind: 'paragraph' }>;

/** The points of a paper in order; tables stand outside. */
export function outlineOf(document: PaperDocument): Point[] {
  const paragraphs = document.blocks.filter((block) => block.kind === 'paragraph');
  const whole =
    document.format === 'text' || document.format === 'pdf' ? joinLines(paragraphs) : paragraphs;
  return whole.map(pointOf).filter(({ text, number }) => text !== '' || number !== '');
}

function pointOf(paragraph: Paragraph): Point {
  const { place, numbering = '', headingLevel, isBold } = paragraph;
  const { text, isHeading } = withoutMarkup(paragraph.text);
  const typed = numbering === '' ? readPrintedNumber(text) : readPrintedNumber(`${numbering} `);
  const isMark = typed !== null && (numbering !== '' || isSetOff(text, typed));
  if (isMark) {
    const number = typed.kind === 'bullet' ? '' : typed.number;
    return { kind: typed.kind, number, text: numbering === '' ? typed.rest : text, place };
  }
  const standsOut = isHeading || headingLevel !== undefined || isBold === true || isShouted(text);
  return { kind: standsOut ? 'heading' : 'plain', number: '', text, place };
}

/** A line in capitals is a title. */
function isShouted(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase('vi');
}

/** «5 dự án» and «1.500 hộ» begin with figures, «5. Dự án» and «1.5 Dự án» with numbers. */
function isSetOff(text: string, { kind, number }: PrintedNumber): boolean {
  if (kind === 'bullet' || kind === 'roman') return true;
  if (kind === 'arabic' && /^\d+\.\d{3}(?:\D|$)/u.test(text)) return false;
  if (namesItsNumber(text)) return true;
  return (
    /^[([]?[\p{L}\d.]+\s*[.):/]/u.test(text) ||
    (number.includes('.') && /^\S+\s+\p{Lu}/u.test(text))
  );
}

/** Papers turned into text keep the marks of markdown. */
function withoutMarkup(raw: string): { readonly text: string; readonly isHeading: boolean } {
  const said = raw.normalize('NFC').trim();
  const isHeading = /^#{1,6}\s|^\*\*.*\*\*$/su.test(said);
  const text = said
    .replace(/^#{1,6}\s+/u, '')
    .replace(/\*\*|__/gu, '')
    .replace(/^\\([*+.-])/u, '$1')
    .replace(/(?<![\p{L}\d*])\*(?=\S)(.+?)(?<=\S)\*(?![\p{L}\d*])/gu, '$1');
  return { text: normalizeSpaces(text), isHeading };
}

/** Lines that a page's width broke are one paragraph again. */
function joinLines(lines: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before !== undefined && carriesOn(before.text, line.text)) {
      joined[joined.length - 1] = {
        ...before,
        text: `${before.text.trimEnd()} ${line.text.trim()}`,
      };
    } else joined.push(line);
  }
  return joined;
}

function carriesOn(before: string, text: string): boolean {
  const said = text.trim();
  if (said === '' || /[.;:!?]["”)*]*\s*$/u.test(before)) return false;
  if (/^#|^\*\*|\*\*\s*$/u.test(said) || /\*\*\s*$|^\s*#/u.test(before)) return false;
  const number = readPrintedNumber(said);
  const begins = number !== null && number.kind !== 'capital' && isSetOff(said, number);
  return !begins && /^[\p{Ll}\d(“"]|^\p{Lu}/u.test(said) && before.trim().length > 45;
}
