import { fold } from '../../language/folding.ts';
import { speaksOfCommitments } from '../../language/paper-titles.ts';
import { type PrintedLine, printedLines } from './appendix-lines.ts';

/** The title of an agency's part: its appendix, the agency, the year and period in its words. */
export interface SectionTitle {
  /** Null where no «Phụ lục» line opens it. */
  readonly appendix: string | null;
  readonly text: string;
  readonly line: number;
}

/** A page of the dump without its headers; `title` when the page bears one. */
export interface AppendixPage {
  readonly title: SectionTitle | null;
  readonly lines: readonly PrintedLine[];
}

const COLUMN_NUMBERS = /^\(1\)(?:\s*\(\d\))+$/u;
/** «Phụ lục II-01», «Phụ lục số 3», «PHỤ LỤC III.2A»; the title may go on in the same line. */
const APPENDIX =
  /^phụ lục\s+(?:số\s+)?((?:[ivxlc]+|\d+)[a-zđ]?(?:\s*[-–.]\s*\d+[a-zđ]?)*)(?:\.?|[.:]?\s+(?:[-–]\s+)?(\S.*))$/iu;

/** The words above the column numbers, in whatever lines they were broken. */
const STATUS_COLUMNS = 'dang thuc hien hoan thanh khong hoan thanh';
const MOST_HEADER_LINES = 12;

const COLUMN_TITLES = new Set([
  'stt noi dung cam ket',
  'noi dung cam ketstt',
  'noi dung cam ket stt',
  'noi dung cam ket',
  'stt',
  'ket qua thuc hien',
  'ket qua chung',
  'ket qua cu the neu co',
  'ket qua cu the',
]);

/**
 * The pages of an appendix's dump, in order. A page begins with the column numbers; its title is
 * printed after the first page's rows, so it names the page that it ends, unless the file itself
 * begins with a title. Source: product notes 1.6, quirks.
 */
export function splitPages(text: string): AppendixPage[] {
  const lines = printedLines(text);
  const starts = lines.flatMap((line, index) => (COLUMN_NUMBERS.test(line.text) ? [index] : []));
  const [first = lines.length] = starts;
  const opening = takeTitle(lines.slice(0, first).slice(0, -headerLength(lines, first) || first));
  const pages = starts.map((start, index) => {
    const next = starts[index + 1] ?? lines.length;
    const end = starts[index + 1] === undefined ? next : next - headerLength(lines, next);
    return withoutFurniture(takeTitle(dropColumnTitles(lines.slice(start + 1, end))));
  });
  return opening.title === null ? pages : titlesMovedDown(opening.title, pages);
}

/** In a file that begins with a title, each title names the page after it. */
function titlesMovedDown(opening: SectionTitle, pages: readonly AppendixPage[]): AppendixPage[] {
  return pages.map(({ lines }, index) => ({
    lines,
    title: index === 0 ? opening : (pages[index - 1]?.title ?? null),
  }));
}

/** How many lines before the column numbers hold the words of the status columns; 0 when none do. */
function headerLength(lines: readonly PrintedLine[], end: number): number {
  let words = '';
  for (let length = 1; length <= Math.min(MOST_HEADER_LINES, end); length += 1) {
    words = `${fold(lines[end - length]?.text ?? '')} ${words}`.trim();
    if (words === STATUS_COLUMNS) return length;
    if (!STATUS_COLUMNS.endsWith(words)) return 0;
  }
  return 0;
}

function dropColumnTitles(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  const firstRow = lines.findIndex(({ text }) => !COLUMN_TITLES.has(fold(text)));
  return firstRow < 0 ? [] : lines.slice(firstRow);
}

/** What ends an official paper: to whom it goes, and in whose name it is signed. */
const CLOSING = /^(?:nơi nhận\s*:|(?:TM|KT|TL|TUQ)\.\s*\p{Lu}{2})/iu;

/** «Trang 2», «Trang 2/15», «- 2 -» at the foot of a page. */
const PAGE_WORDS = /^(?:(?:trang|page)\s+\d+(?:\s*\/\s*\d+)?|[-–—]\s*\d+\s*[-–—])$/iu;

/** The page without column titles printed again among its rows, its page number and its signature. */
function withoutFurniture({ title, lines }: AppendixPage): AppendixPage {
  const isTitle = (index: number) => COLUMN_TITLES.has(fold(lines[index]?.text ?? ''));
  // One such line may be a text's own words; two in a row are the table's head.
  const rows = lines.filter(
    (_line, index) => !(isTitle(index) && (isTitle(index - 1) || isTitle(index + 1))),
  );
  const closing = rows.findIndex(({ text }) => CLOSING.test(text));
  const kept = closing < 0 ? rows : rows.slice(0, closing);
  return { title, lines: PAGE_WORDS.test(kept.at(-1)?.text ?? '') ? kept.slice(0, -1) : kept };
}

/** Cuts the title out of a page: from its first line to the end of the column titles after it. */
function takeTitle(lines: readonly PrintedLine[]): AppendixPage {
  const start = titleStart(lines);
  const head = lines[start];
  if (head === undefined) return { title: null, lines };
  const found = appendixIn(head.text) ?? { appendix: null, words: head.text };
  const length = titleLength(lines.slice(start + 1));
  const rest = dropColumnTitles(lines.slice(start + 1 + length));
  const words = lines.slice(start + 1, start + 1 + length).map(({ text }) => text);
  const title = {
    appendix: found.appendix,
    text: [found.words, ...words].join(' ').trim(),
    line: head.line,
  };
  return { title, lines: [...lines.slice(0, start), ...rest] };
}

/** The «Phụ lục» line; without one, the line in capitals that speaks of commitments. -1 for neither. */
function titleStart(lines: readonly PrintedLine[]): number {
  const appendix = lines.findIndex(({ text }) => appendixIn(text) !== null);
  return appendix < 0 ? lines.findIndex(({ text }) => isBareTitle(text)) : appendix;
}

function isBareTitle(text: string): boolean {
  return speaksOfCommitments(text) && isCapital(text) && !COLUMN_TITLES.has(fold(text));
}

/** The appendix that a line names; null for a sentence that only begins with one. */
function appendixIn(text: string): { readonly appendix: string; readonly words: string } | null {
  const [, appendix, words = ''] = APPENDIX.exec(text) ?? [];
  const isTitle = words === '' || (isCapital(words) && /\p{Lu}{2}/u.test(words));
  return appendix === undefined || !isTitle ? null : { appendix, words };
}

function isCapital(text: string): boolean {
  return text === text.toLocaleUpperCase('vi');
}

/** A title runs to the line that names the period, else to the column titles, else while in capitals. */
function titleLength(lines: readonly PrintedLine[]): number {
  const near = lines.slice(0, MOST_HEADER_LINES);
  const period = near.findIndex(({ text }) => /l[uũ][yỹ] kế/iu.test(text));
  if (period >= 0) return period + 1;
  const columns = near.findIndex(({ text }) => COLUMN_TITLES.has(fold(text)));
  if (columns >= 0) return columns;
  const small = lines.findIndex(({ text }) => !isCapital(text));
  return small < 0 ? lines.length : small;
}
