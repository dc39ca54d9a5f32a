import fc from 'fast-check';

export interface PrintedItem {
  readonly number: string;
  readonly text: string;
  readonly result: string | null;
}

export interface PrintedUnit {
  readonly agency: string;
  readonly items: readonly PrintedItem[];
}

/** How one run of the printer breaks the same table into lines and pages. */
export interface Layout {
  /** The longest line, in words. */
  readonly wordsALine: number;
  /** Body lines on a page. */
  readonly linesAPage: number;
  /** «1 Văn bản» rather than the number on a line of its own. */
  readonly isNumberInline: boolean;
  /** The mark stands at the end of the text's last line. */
  readonly isMarkInline: boolean;
  /** Counted over the file at the foot of each page, or for each agency at the top from its second page. */
  readonly pageNumbers: 'none' | 'foot' | 'top';
  /** What a program puts before a page. */
  readonly pageBreak: '\n' | '\n\f' | '\f';
  readonly areColumnNumbersApart: boolean;
}

const WORDS = [
  ...['trồng', 'mới', '12', 'ha', 'rừng', '2', 'tuyến', '03', 'nhiệm', 'vụ', '100%', 'khóa', 'số'],
  ...['5%', 'đạt', '1.500', 'lao', 'động', 'trong', '(nếu', 'có)', '“Đề', 'án”', '15,4%.', 'trên'],
];

const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 })
  .map((words) => `Tham mưu ${words.join(' ')}.`);

const result = fc.option(phrase.map((words) => `Đã ${words.toLowerCase()}`));

const part = fc.record({
  text: phrase,
  result,
  parts: fc.array(fc.record({ text: phrase, result }), { maxLength: 2 }),
});

const group = fc.record({ text: phrase, result, parts: fc.array(part, { maxLength: 3 }) });

interface Nested {
  readonly text: string;
  readonly result: string | null;
  readonly parts?: readonly Nested[];
}

/** The items under their numbers: 1, 1.1, 1.1.1. */
function numbered(all: readonly Nested[], prefix: string): PrintedItem[] {
  return all.flatMap(({ text, result: said, parts = [] }, index) => {
    const number = `${prefix}${index + 1}`;
    return [{ number, text, result: said }, ...numbered(parts, `${number}.`)];
  });
}

/** Tables of invented agencies. */
export const units: fc.Arbitrary<readonly PrintedUnit[]> = fc
  .array(fc.array(group, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map((groups, unit) => ({
      agency: `CHI CỤC SỐ ${unit + 1}`,
      items: numbered(groups, ''),
    })),
  );

export const layouts: fc.Arbitrary<Layout> = fc.record({
  wordsALine: fc.integer({ min: 3, max: 14 }),
  linesAPage: fc.integer({ min: 4, max: 40 }),
  isNumberInline: fc.boolean(),
  isMarkInline: fc.boolean(),
  pageNumbers: fc.constantFrom('none', 'foot', 'top'),
  pageBreak: fc.constantFrom('\n', '\n\f', '\f'),
  areColumnNumbersApart: fc.boolean(),
});

const HEADER = ['Đang', 'thực hiện', 'Hoàn', 'thành', 'Không', 'hoàn', 'thành'];
const COLUMN_NUMBERS = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'];
const COLUMNS = [
  'STT NỘI DUNG CAM KẾT',
  'KẾT QUẢ THỰC HIỆN',
  'Kết quả chung',
  'Kết quả cụ thể (nếu có)',
];

/** The dump of a table as an office's programs write it: the title after the first page's rows. */
export function printAppendix(all: readonly PrintedUnit[], layout: Layout): string {
  const pages = all.flatMap((unit, index) => printUnit(unit, index, layout));
  return pages
    .map((page, index) => (layout.pageNumbers === 'foot' ? [...page, `${index + 1}`] : page))
    .map((page) => page.join('\n'))
    .join(layout.pageBreak);
}

function printUnit({ agency, items }: PrintedUnit, index: number, layout: Layout): string[][] {
  const rows = items.flatMap((item) => printRow(item, layout));
  const [first = [], ...rest] = chunks(rows, layout.linesAPage);
  const title = [
    `Phụ lục IV-${index + 1}`,
    'KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH',
    `NĂM 2027 CỦA ${agency}`,
    'LUỸ KẾ THỰC HIỆN TÍNH ĐẾN KỲ BÁO CÁO: QUÝ II',
  ];
  const numbers = layout.areColumnNumbersApart ? COLUMN_NUMBERS : [COLUMN_NUMBERS.join(' ')];
  const head = [...HEADER, ...numbers];
  return [
    [...head, ...first, ...title, ...COLUMNS],
    ...rest.map((page, place) => [
      ...(layout.pageNumbers === 'top' ? [`${place + 2}`] : []),
      ...[...head, ...COLUMNS, ...page],
    ]),
  ];
}

function printRow({ number, text, result: said }: PrintedItem, layout: Layout): string[] {
  const lines = wrap(text, layout.wordsALine);
  const numbered = layout.isNumberInline
    ? [`${number} ${lines[0]}`, ...lines.slice(1)]
    : [number, ...lines];
  const marked = layout.isMarkInline
    ? [...numbered.slice(0, -1), `${numbered.at(-1)} X`]
    : [...numbered, 'X'];
  return [...marked, ...(said === null ? [] : wrap(said, layout.wordsALine))];
}

/** Lines of so many words; a line of nothing but a whole number would be a row even to a reader. */
function wrap(text: string, words: number): string[] {
  const bound = text.replaceAll(/(?<= )(\d+) /g, '$1\u00a0').replace(/ (?=\d+\.$)/, '\u00a0');
  return chunks(bound.split(' '), words).map((line) => line.join(' ').replaceAll('\u00a0', ' '));
}

function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}
