import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Block, ReadingNote } from '../model.ts';
import { RefusedPaperError } from '../refusal.ts';
import { LIMITS } from './limits.ts';
import { hasFigures, rulesOf } from './pdf-drawing.ts';
import { compose, type Matrix } from './pdf-geometry.ts';
import { lettersOf, type PageFont } from './pdf-glyphs.ts';
import { linesOfPage } from './pdf-lines.ts';
import { blocksOfPage, type PageContent } from './pdf-page.ts';
import { numbersIn, type Steps } from './pdf-steps.ts';
import { mostTurns, turnBack, turnedSize } from './pdf-turning.ts';
import type { RawPaper } from './raw-paper.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Fewer letters on a page than that are a stamp or a signature on a picture of paper. */
const FEWEST_LETTERS = 60;

/** A stream's own description is never packed, so that this is found wherever there is a picture. */
const PICTURE = /\/Subtype\s*\/Image\b/u;

/**
 * A text in which so many letters are unknown was printed without saying what they are; of a
 * Vietnamese text every sixth letter bears a mark that a poor font lacks.
 */
const MOST_UNNAMED = 0.03;

/** What has been seen of a paper so far. */
interface Seen {
  letters: number;
  /** Letters of which the file does not tell what they are. */
  unnamed: number;
  /** Pages with next to no letters. */
  bare: number;
  hasDrawing: boolean;
  legacy: string;
  readonly aside: string[];
}

/** The pages of a PDF with a text layer: drawn and aligned tables, and paragraphs. */
export async function readPdf(bytes: Uint8Array): Promise<RawPaper> {
  const hasPictures = PICTURE.test(Buffer.from(bytes).toString('latin1'));
  const document = await openPdf(bytes);
  if (document.numPages > LIMITS.pages) throw new RefusedPaperError('tooManyRows');
  // Nothing of it would ever be run here; a paper that carries it is not what it seems.
  if ((await document.getJSActions()) !== null) throw new RefusedPaperError('unsafeDocument');
  const { OPS: names } = await getResolvedPDFJS();
  const blocks: Block[] = [];
  const notes: ReadingNote[] = [];
  const seen: Seen = { letters: 0, unnamed: 0, bare: 0, hasDrawing: false, legacy: '', aside: [] };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const read = await contentOf(page, names);
    if (number > 1) blocks.push({ kind: 'pageBreak' });
    blocks.push(...blocksOfPage(read.content, number));
    const isBare = count(read, seen);
    if (isBare && hasPictures)
      notes.push({ code: 'picturesIgnored', place: { page: number, line: 1 } });
    page.cleanup();
  }
  await document.loadingTask.destroy();
  if (hasPictures && seen.bare > document.numPages / 2) throw new RefusedPaperError('noTextLayer');
  if (seen.unnamed > seen.letters * MOST_UNNAMED) throw new RefusedPaperError('unknownEncoding');
  const { aside, legacy, hasDrawing } = seen;
  // Letters that were drawn as figures are a picture, too.
  const isPicture = hasPictures || hasDrawing;
  return { format: 'pdf', blocks, notes, aside, legacyFontText: legacy, hasPictures: isPicture };
}

/** Each stretch of words by itself: a stamp may stand beside others on its line. */
function partsOf({ items }: PageContent): string[] {
  return linesOfPage(items).flatMap(({ segments }) => segments.map(({ text }) => text));
}

async function openPdf(bytes: Uint8Array): Promise<Document> {
  try {
    // The library takes over the memory that it is given.
    return await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      maxImageSize: 1,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new RefusedPaperError(isLocked ? 'passwordProtected' : 'corruptFile', { cause: error });
  }
}

/** Adds a page to what was seen; whether it has next to no letters. */
function count({ content, legacyFontText, stamps, hasDrawing }: ReadPage, seen: Seen): boolean {
  const text = content.items.map((item) => item.text).join('');
  const letters = text.replace(/\s/gu, '').length;
  const isBare = letters < FEWEST_LETTERS;
  seen.letters += letters;
  seen.bare += isBare ? 1 : 0;
  seen.unnamed += text.match(/\ufffd/gu)?.length ?? 0;
  seen.hasDrawing ||= hasDrawing;
  seen.legacy += legacyFontText;
  seen.aside.push(...stamps, ...partsOf(content));
  return isBare;
}

interface ReadPage {
  readonly content: PageContent;
  readonly legacyFontText: string;
  /** What notes and stamps upon the page say. */
  readonly stamps: readonly string[];
  readonly hasDrawing: boolean;
}

async function contentOf(page: Page, names: Steps['names']): Promise<ReadPage> {
  const view = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view.transform as number[];
  const shown: Matrix = [a, b, c, d, e, f];
  const list = await page.getOperatorList();
  const steps = { numbers: list.fnArray, arguments: list.argsArray, names };
  const fonts = (id: string) => fontOf(page, id);
  // A table laid sideways onto a page is read as if the page were turned.
  const turns = mostTurns(lettersOf(steps, shown, fonts).items);
  const matrix = compose(turnBack(turns, view), shown);
  const { items, legacyFontText } = lettersOf(steps, matrix, fonts);
  const notes: unknown[] = await page.getAnnotations();
  return {
    content: { items, rules: rulesOf(steps, matrix), ...turnedSize(turns, view) },
    legacyFontText,
    hasDrawing: hasFigures(steps),
    stamps: notes.flatMap((note) => String(field(field(note, 'contentsObj'), 'str') ?? '')),
  };
}

/** The font's own name without the letters that mark a part of it. */
function fontOf(page: Page, id: string): PageFont | null {
  if (!page.commonObjs.has(id)) return null;
  const font: unknown = page.commonObjs.get(id);
  const [scale = 0.001] = numbersIn(field(font, 'fontMatrix'));
  return { name: String(field(font, 'name') ?? '').replace(/^[A-Z]{6}\+/u, ''), scale };
}

/** The library hands on much more than it has types for. */
function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}
