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
}

const WORDS = [
  ...['trồng', 'mới', '12', 'ha', 'rừng', '2', 'tuyến', '03', 'nhiệm', 'vụ', '100%', 'khóa', 'số'],
  ...['5%', 'đạt', '1.500', 'lao', 'động', 'trong', '(nếu', 'có)', '“Đề', 'án”', '15,4%.', 'trên'],
];

const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 })
  .map((words) => `Tham mưu ${words.join(' ')}.`);

const result = fc.option(phrase.map((words) => `Đã ${words.toLowerCase()}`));

const group = fc.record({
  text: phrase,
  result,
  parts: fc.array(fc.record({ text: phrase, result }), { maxLength: 3 }),
});

/** Tables of invented agencies. */
export const units: fc.Arbitrary<readonly PrintedUnit[]> = fc
  .array(fc.array(group, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map((groups, unit) => ({
      agency: `CHI CỤC SỐ ${unit + 1}`,
      items: groups.flatMap(({ text, result: said, parts }, index) => [
        { number: `${index + 1}`, text, result: said },
        ...parts.map((part, place) => ({ number: `${index + 1}.${place + 1}`, ...part })),
      ]),
    })),
  );

export const layouts: fc.Arbitrary<Layout> = fc.record({
  wordsALine: fc.integer({ min: 3, max: 14 }),
  linesAPage: fc.integer({ min: 4, max: 40 }),
  isNumberInline: fc.boolean(),
  isMarkInline: fc.boolean(),
});

const HEADER = [
  'Đang',
  'thực hiện',
  'Hoàn',
  'thành',
  'Không',
  'hoàn',
  'thành',
  '(1) (2) (3) (4) (5) (6)',
];
const COLUMNS = [
  'STT NỘI DUNG CAM KẾT',
  'KẾT QUẢ THỰC HIỆN',
  'Kết quả chung',
  'Kết quả cụ thể (nếu có)',
];

/** The dump of a table as an office's programs write it: the title after the first page's rows. */
export function printAppendix(all: readonly PrintedUnit[], layout: Layout): string {
  return all.flatMap((unit, index) => printUnit(unit, index, layout)).join('\n');
}

function printUnit({ agency, items }: PrintedUnit, index: number, layout: Layout): string[] {
  const rows = items.flatMap((item) => printRow(item, layout));
  const [first = [], ...rest] = chunks(rows, layout.linesAPage);
  const title = [
    `Phụ lục IV-${index + 1}`,
    'KẾT QUẢ THỰC HIỆN NỘI DUNG CAM KẾT HÀNH ĐỘNG VỚI UBND TỈNH',
    `NĂM 2027 CỦA ${agency}`,
    'LUỸ KẾ THỰC HIỆN TÍNH ĐẾN KỲ BÁO CÁO: QUÝ II',
  ];
  return [
    ...[...HEADER, ...first, ...title, ...COLUMNS],
    ...rest.flatMap((page) => [...HEADER, ...COLUMNS, ...page]),
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
