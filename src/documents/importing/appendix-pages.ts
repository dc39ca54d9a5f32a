import { fold } from '../../language/folding.ts';
import { normalizeSpaces } from '../../language/text-repair.ts';

/** A line that says something; `line` counts from 1 in the file. */
export interface PrintedLine {
  readonly text: string;
  readonly line: number;
}

/** The title of an agency's part: its appendix, the agency, the year and period in its words. */
export interface SectionTitle {
  readonly appendix: string;
  readonly text: string;
  readonly line: number;
}

/** A page of the dump without its headers; `title` when the page bears one. */
export interface AppendixPage {
  readonly title: SectionTitle | null;
  readonly lines: readonly PrintedLine[];
}

const COLUMN_NUMBERS = /^\(1\)(?:\s*\(\d\))+$/u;
/** «Phụ lục II-01», «Phụ lục số 3», «PHỤ LỤC III.2A». */
const APPENDIX = /^phụ lục\s+(?:số\s+)?((?:[ivxlc]+|\d+)[a-zđ]?(?:\s*[-–.]\s*\d+[a-zđ]?)*)\.?$/iu;

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
  const lines = text
    .split('\n')
    .map((raw, index) => ({ text: normalizeSpaces(raw), line: index + 1 }))
    .filter((line) => line.text !== '');
  const starts = lines.flatMap((line, index) => (COLUMN_NUMBERS.test(line.text) ? [index] : []));
  const [first = lines.length] = starts;
  const opening = takeTitle(lines.slice(0, first).slice(0, -headerLength(lines, first) || first));
  const pages = starts.map((start, index) => {
    const next = starts[index + 1] ?? lines.length;
    const end = starts[index + 1] === undefined ? next : next - headerLength(lines, next);
    return takeTitle(dropColumnTitles(lines.slice(start + 1, end)));
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

/** Cuts the title out of a page: from its «Phụ lục» line to the end of the column titles after it. */
function takeTitle(lines: readonly PrintedLine[]): AppendixPage {
  const start = lines.findIndex(({ text }) => APPENDIX.test(text));
  const head = lines[start];
  if (head === undefined) return { title: null, lines };
  const length = titleLength(lines.slice(start + 1));
  const rest = dropColumnTitles(lines.slice(start + 1 + length));
  const title = {
    appendix: APPENDIX.exec(head.text)?.[1] ?? '',
    text: lines
      .slice(start + 1, start + 1 + length)
      .map(({ text }) => text)
      .join(' '),
    line: head.line,
  };
  return { title, lines: [...lines.slice(0, start), ...rest] };
}

/** A title runs to the line that names the period, else to the column titles, else while in capitals. */
function titleLength(lines: readonly PrintedLine[]): number {
  const near = lines.slice(0, MOST_HEADER_LINES);
  const period = near.findIndex(({ text }) => /l[uũ][yỹ] kế/iu.test(text));
  if (period >= 0) return period + 1;
  const columns = near.findIndex(({ text }) => COLUMN_TITLES.has(fold(text)));
  if (columns >= 0) return columns;
  const small = lines.findIndex(({ text }) => text !== text.toLocaleUpperCase('vi'));
  return small < 0 ? lines.length : small;
}
