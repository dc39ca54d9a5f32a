import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { ImportedPaper, ImportedSection } from '../../src/documents/importing/paper.ts';
import { fold } from '../../src/language/folding.ts';
import { hasSeeds, seedText } from './seeds.ts';

const HEADER_WORDS = ['(1) (2)', 'noi dung cam ket stt', 'phu luc ii', 'luy ke thuc hien tinh den'];

describe.skipIf(!hasSeeds)('a province’s appendix (skipped where the documents are absent)', () => {
  it('gives every item of every agency, in order', async () => {
    const { sections } = await read(seedText('001'));

    expect(sections.map(({ items }) => items.length)).toEqual([
      20, 18, 11, 18, 11, 16, 22, 16, 17, 12, 19, 16, 12, 16, 17, 21, 14, 13, 20, 15, 4, 4, 4, 11,
      10,
    ]);
    expect(sections.map((section) => leavesOf(section).length)).toEqual([
      16, 16, 10, 16, 9, 12, 18, 13, 15, 10, 15, 13, 10, 14, 14, 18, 11, 11, 16, 12, 4, 4, 4, 9, 9,
    ]);
    expect(sections.map(({ appendix }) => appendix)).toEqual(
      Array.from({ length: 25 }, (_, index) => `II-${String(index + 1).padStart(2, '0')}`),
    );
  });

  it('gives results where there are results, and leaves every lost mark open', async () => {
    const { sections } = await read(seedText('001'));
    const items = sections.flatMap((section) => section.items);

    expect(items.filter(({ parent }) => parent === null)).toHaveLength(180);
    expect(items.filter(({ parent }) => parent !== null)).toHaveLength(177);
    expect(items.filter(({ result }) => result !== null)).toHaveLength(140);
    expect(items.filter(({ status, marks }) => status === null && marks === 1)).toHaveLength(357);
    expect(
      sections.map((section) => leavesOf(section).filter(({ result }) => result === null).length),
    ).toEqual([13, 15, 9, 15, 1, 11, 14, 0, 9, 1, 0, 9, 2, 0, 12, 17, 0, 10, 0, 6, 2, 2, 2, 5, 6]);
  });

  it('keeps headers and titles out of every text', async () => {
    const items = (await read(seedText('001'))).sections.flatMap((section) => section.items);
    const words = items.map(({ text, result }) => fold(`${text} ${result ?? ''}`));

    expect(words.filter((text) => HEADER_WORDS.some((header) => text.includes(header)))).toEqual(
      [],
    );
  });

  it('reads the same rows whatever form the letters and lines have', async () => {
    const text = seedText('001');
    const expected = (await read(text)).sections;

    for (const variant of [
      text.normalize('NFC'),
      text.normalize('NFD'),
      text.replaceAll('\n', '\r\n'),
      `\ufeff${text}`,
    ]) {
      expect((await read(variant)).sections).toEqual(expected);
    }
  });

  it('points each item to its own line', async () => {
    const text = seedText('001');
    const lines = text.normalize('NFC').split('\n');
    const items = (await read(text)).sections.flatMap((section) => section.items);

    const strays = items.filter(({ number, line }) => !lines[line - 1]?.startsWith(number));
    expect(strays).toEqual([]);
  });

  it.each(['003', '004'])('finds no items in the report %s', async (number) => {
    expect(await readPaper(Buffer.from(seedText(number)), 'a.txt')).toMatchObject({
      ok: false,
      error: { code: 'noItems' },
    });
  });
});

async function read(text: string): Promise<ImportedPaper> {
  const paper = await readPaper(Buffer.from(text), 'phu-luc.txt');
  if (!paper.ok) throw new Error(paper.error.code);
  return paper.value;
}

function leavesOf({ items }: ImportedSection) {
  return items.filter(({ number }) => !items.some(({ parent }) => parent === number));
}
