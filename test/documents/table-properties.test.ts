import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedItem } from '../../src/documents/importing/paper.ts';
import { type CellInput, paper, table } from './paper-builder.ts';
import { itemsOf } from './reading.ts';

interface Row {
  readonly text: string;
  readonly mark: number | null;
  readonly result: string;
  readonly deadline: string;
}

const WORDS = [
  'rừng',
  'đê',
  'ấp 3',
  'tuyến đường',
  'hộ nghèo',
  '95%',
  'trước hạn',
  'năm học',
  '(nếu có vốn)',
  'lớp tập huấn',
];
const words = (least: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: least, maxLength: 12 })
    .map((all) => all.join(' '));

const rows: fc.Arbitrary<readonly Row[]> = fc.array(
  fc.record({
    text: words(1).map((text) => `Chăm lo ${text}.`),
    mark: fc.option(fc.integer({ min: 0, max: 2 })),
    result: words(0),
    deadline: fc.constantFrom('', '30/9/2027', 'Quý III/2027', 'Thường xuyên'),
  }),
  { minLength: 1, maxLength: 12 },
);

const TITLES = [
  'STT',
  'Nội dung cam kết',
  'Đang thực hiện',
  'Hoàn thành',
  'Không hoàn thành',
  'Kết quả cụ thể',
  'Thời hạn',
];

function cellsOf({ text, mark, result, deadline }: Row, index: number): string[] {
  return [
    `${index + 1}`,
    text,
    ...[0, 1, 2].map((column) => (column === mark ? 'X' : '')),
    result,
    deadline,
  ];
}

/** What an item says, without where it stands. */
function said({ line: _line, source: _source, ...item }: ImportedItem): unknown {
  return item;
}

describe('a table of commitments', () => {
  it('says the same in whatever order its columns stand', () => {
    const order = fc.shuffledSubarray(
      TITLES.map((_, index) => index),
      { minLength: TITLES.length },
    );
    fc.assert(
      fc.property(rows, order, (all, columns) => {
        const plain = [TITLES, ...all.map(cellsOf)];
        const moved = plain.map((cells) => columns.map((column) => cells[column] ?? ''));

        expect(itemsOf(paper(table(moved))).map(said)).toEqual(
          itemsOf(paper(table(plain))).map(said),
        );
      }),
    );
  });

  it('says the same whether its header takes one row, two or three', () => {
    const two: CellInput[][] = [
      [
        ...['STT', 'Nội dung cam kết'].map((text) => ({ text, rows: 2 })),
        { text: 'Kết quả chung', columns: 3 },
        ...['Kết quả cụ thể', 'Thời hạn'].map((text) => ({ text, rows: 2 })),
      ],
      TITLES.slice(2, 5),
    ];
    const three: CellInput[][] = [
      [
        ...['STT', 'Nội dung cam kết'].map((text) => ({ text, rows: 3 })),
        { text: 'Kết quả thực hiện', columns: 4 },
        { text: 'Thời hạn', rows: 3 },
      ],
      [
        { text: 'Kết quả chung', columns: 3 },
        { text: 'Kết quả cụ thể', rows: 2 },
      ],
      TITLES.slice(2, 5),
    ];
    fc.assert(
      fc.property(rows, fc.boolean(), (all, isNumbered) => {
        const numbers = isNumbered ? [TITLES.map((_, index) => `(${index + 1})`)] : [];
        const body = [...numbers, ...all.map(cellsOf)];
        const plain = itemsOf(paper(table([TITLES, ...body]))).map(said);

        expect(itemsOf(paper(table([...two, ...body]))).map(said)).toEqual(plain);
        expect(itemsOf(paper(table([...three, ...body]))).map(said)).toEqual(plain);
      }),
    );
  });

  it('says the same whatever form its letters have, and in capitals', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const plain = [TITLES, ...all.map(cellsOf)];
        const decomposed = plain.map((cells) => cells.map((cell) => cell.normalize('NFD')));
        const shouted = [TITLES.map((title) => title.toLocaleUpperCase('vi')), ...plain.slice(1)];
        const expected = itemsOf(paper(table(plain))).map(said);

        expect(itemsOf(paper(table(decomposed))).map(said)).toEqual(expected);
        expect(itemsOf(paper(table(shouted))).map(said)).toEqual(expected);
      }),
    );
  });

  it('gives one item a numbered row, with the status that is ticked and no other', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const items = itemsOf(paper(table([TITLES, ...all.map(cellsOf)])));

        const statuses = ['inProgress', 'fulfilled', 'notFulfilled'];
        expect(items.map(({ status }) => status)).toEqual(
          all.map(({ mark }) => (mark === null ? null : statuses[mark])),
        );
        expect(items.map(({ text }) => text)).toEqual(all.map(({ text }) => text));
      }),
    );
  });
});
