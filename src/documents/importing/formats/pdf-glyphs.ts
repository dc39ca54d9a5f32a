import { carry, compose, IDENTITY, type Matrix, type PageItem } from './pdf-geometry.ts';
import {
  CLOSING,
  listIn,
  matrixIn,
  numbersIn,
  OPENING,
  type Step,
  type Steps,
  stepsOf,
} from './pdf-steps.ts';
import { turnsOf } from './pdf-turning.ts';
import { isLegacyFont, isSymbolFont, showSigns, showStraySigns } from './symbol-fonts.ts';

/** A letter as the library hands it on; its width in thousandths, before the font's own scale. */
interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

export interface PageFont {
  /** «» where the file tells none. */
  readonly name: string;
  /** From the units of its letters' widths to its size: mostly 0.001. */
  readonly scale: number;
}

/** In thousandths of the font's size: more than kerning. */
const FAR = 100;

const UNKNOWN_FONT: PageFont = { name: '', scale: 0.001 };

/** Where the next letter goes. Source: PDF 1.7, 9.3 and 9.4. */
interface Pen {
  font: PageFont;
  size: number;
  letterSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  matrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  isAfterSpace: boolean;
}

export interface PageLetters {
  readonly items: readonly PageItem[];
  readonly legacyFontText: string;
}

/** Every letter of a page where it stands: what a line or a cell is, only its place tells. */
export function lettersOf(
  steps: Steps,
  view: Matrix,
  fontOf: (id: string) => PageFont | null,
): PageLetters {
  const items: PageItem[] = [];
  let legacyFontText = '';
  for (const { step, pen } of strokesOf(steps, fontOf)) {
    const written = write(pen, step, view);
    items.push(...written);
    if (isLegacyFont(pen.font.name)) legacyFontText += written.map(({ text }) => text).join('');
  }
  return { items, legacyFontText };
}

/** The steps that write, each with the pen as it then is. */
function* strokesOf(
  steps: Steps,
  fontOf: (id: string) => PageFont | null,
): Generator<{ readonly step: Step; readonly pen: Pen }> {
  const stack: Pen[] = [];
  let pen = newPen();
  for (const step of stepsOf(steps)) {
    if (OPENING.has(step.name)) stack.push({ ...pen });
    if (CLOSING.has(step.name)) pen = stack.pop() ?? newPen();
    if (step.name === 'setFont') takeFont(pen, step, fontOf);
    if (WRITING.has(step.name)) yield { step, pen };
    else movePen(pen, step);
  }
}

const WRITING = new Set(['showText', 'showSpacedText']);

function takeFont(pen: Pen, { given }: Step, fontOf: (id: string) => PageFont | null): void {
  pen.font = fontOf(String(given[0])) ?? UNKNOWN_FONT;
  pen.size = Number(given[1]);
}

function newPen(): Pen {
  return {
    font: UNKNOWN_FONT,
    size: 1,
    letterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    matrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    isAfterSpace: false,
  };
}

function movePen(pen: Pen, { name, given }: Step): void {
  const [first = 0, second = 0] = numbersIn(given);
  switch (name) {
    case 'beginText':
      startAt(pen, IDENTITY);
      break;
    case 'setTextMatrix':
      startAt(pen, matrixIn(given));
      break;
    case 'setCharSpacing':
      pen.letterSpacing = first;
      break;
    case 'setWordSpacing':
      pen.wordSpacing = first;
      break;
    case 'setHScale':
      pen.stretch = first / 100;
      break;
    case 'setTextRise':
      pen.rise = first;
      break;
    case 'setLeading':
      pen.leading = first;
      break;
    case 'setLeadingMoveText':
      pen.leading = -second;
      moveBy(pen, first, second);
      break;
    case 'moveText':
      moveBy(pen, first, second);
      break;
    case 'nextLine':
      moveBy(pen, 0, -pen.leading);
      break;
    default:
  }
}

function startAt(pen: Pen, matrix: Matrix): void {
  pen.matrix = matrix;
  pen.lineX = 0;
  pen.lineY = 0;
  moveBy(pen, 0, 0);
}

function moveBy(pen: Pen, x: number, y: number): void {
  pen.lineX += x;
  pen.lineY += y;
  pen.x = pen.lineX;
  pen.y = pen.lineY;
  pen.isAfterSpace = false;
}

function write(pen: Pen, { given, matrix }: Step, view: Matrix): PageItem[] {
  const toPage = compose(compose(view, matrix), pen.matrix);
  const items: PageItem[] = [];
  for (const part of listIn(given[0])) {
    if (typeof part === 'number') jump(pen, part);
    if (!isGlyph(part)) continue;
    const start = pen.x;
    const end = advance(pen, part);
    if (part.unicode.trim() === '') pen.isAfterSpace = true;
    else items.push(itemAt(pen, part.unicode, toPage, start, end));
  }
  return items;
}

function jump(pen: Pen, thousandths: number): void {
  pen.x -= (thousandths * pen.size * pen.stretch) / 1000;
  // Past such a jump the next letter no longer stands by the space; its gap is measured.
  if (Math.abs(thousandths) > FAR) pen.isAfterSpace = false;
}

/** Moves the pen past the letter; where the letter itself ends. */
function advance(pen: Pen, { width, isSpace }: Glyph): number {
  const { x, size, font, stretch, letterSpacing, wordSpacing } = pen;
  const end = x + width * size * font.scale * stretch;
  pen.x = end + (letterSpacing + (isSpace ? wordSpacing : 0)) * stretch;
  return end;
}

/** By hand and not by a schema: a page has thousands of letters. */
function isGlyph(part: unknown): part is Glyph {
  if (typeof part !== 'object' || part === null) return false;
  const { unicode, width } = part as Partial<Record<string, unknown>>;
  return typeof unicode === 'string' && typeof width === 'number';
}

/** «ﬁ» and the like: two letters that the font draws as one. */
const LIGATURES = /[\ufb00-\ufb06]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what fonts without names give.
const NAMELESS = /[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff]/gu;

/** A letter of which the file does not tell what it is shows as such. */
function named(letter: string): string {
  return letter.replace(NAMELESS, '\ufffd');
}

function itemAt(pen: Pen, letter: string, toPage: Matrix, from: number, to: number): PageItem {
  const { font, size, rise, y } = pen;
  const [x1, y1] = carry(toPage, from, y + rise);
  const [x2, y2] = carry(toPage, to, y + rise);
  const [, , c, d] = toPage;
  const height = Math.abs(size) * Math.hypot(c, d);
  const turns = turnsOf(x2 - x1, y2 - y1);
  const text = isSymbolFont(font.name)
    ? showSigns(letter, font.name)
    : named(showStraySigns(letter.replace(LIGATURES, (pair) => pair.normalize('NFKC'))));
  const box =
    turns === 0
      ? { left: x1, right: x2, top: y1 - height * 0.8, bottom: y1 + height * 0.2 }
      : {
          left: Math.min(x1, x2) - height * 0.8,
          right: Math.max(x1, x2) + height * 0.2,
          top: Math.min(y1, y2),
          bottom: Math.max(y1, y2),
        };
  const isAfterSpace = pen.isAfterSpace;
  pen.isAfterSpace = false;
  return {
    ...box,
    text,
    size: height,
    baseline: y1,
    turns,
    isBold: /bold|black|heavy/iu.test(font.name),
    isAfterSpace,
  };
}
