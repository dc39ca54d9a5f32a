import { describe, expect, it } from 'vitest';
import { checkPaper } from '../../src/documents/checks/index.ts';
import { joinPrintedLines } from '../../src/documents/checks/printed-paragraphs.ts';
import { readPaper } from '../../src/documents/importing/index.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { repairText } from '../../src/language/text-repair.ts';
import { hasSeeds, seedText } from './seeds.ts';

const ARITHMETIC = new Set([
  'percentWrong',
  'percentCoarse',
  'percentTruncated',
  'separatorDoubtful',
  'denominatorMismatch',
  'excessWrong',
  'sharesNotWhole',
  'partsNotTotal',
  'shareOfNoTotal',
  'partsOfSubset',
  'percentsNotHundred',
  'wholeDisputed',
]);

describe.skipIf(!hasSeeds)('a province’s papers (skipped where they are absent)', () => {
  it('have exactly the doubtful figures that a person found in the appendix', async () => {
    expect(told(await appendix(), (code) => ARITHMETIC.has(code))).toEqual([
      'II-10 1.2 denominatorMismatch confirm',
      'II-19 3 percentCoarse note',
      'II-21 1 percentWrong confirm',
      'II-22 1 percentCoarse note',
      'II-23 1 percentCoarse note',
      'II-25 1.2 excessWrong confirm',
    ]);
  });

  it('have exactly the other doubts that a person found in it', async () => {
    expect(
      told(await appendix(), (code) => !ARITHMETIC.has(code) && code !== 'emptyPhrase'),
    ).toEqual([
      'II-01 1 partWithoutChild confirm',
      'II-08 1.3 placeholderOpen confirm',
      'II-12 4 placeholderOpen confirm',
      'II-13 3 partWithoutChild confirm',
      'II-14 1 partWithoutChild confirm',
      'II-17 2.2 dateOutsidePeriod confirm',
      'II-17 8 answersOtherItem confirm',
      'II-19 5.3 dateOfOtherYear note',
    ]);
  });

  it('have results that say nothing, and few that are taken for such', async () => {
    const empty = (await appendix()).filter(({ code }) => code === 'emptyPhrase');

    expect(empty).toHaveLength(30);
    expect(
      empty.filter(
        ({ data }) =>
          !/^Đang triển khai (?:tổ chức )?thực hiện/u.test(
            JSON.stringify(Object.values(data)).slice(2),
          ),
      ),
    ).toEqual([]);
  });

  it('have the doubtful figures of the self-review, and only those', () => {
    expect(told(report('004', 2023)).toSorted()).toEqual(
      [
        '115 sharesNotWhole confirm',
        '205 percentWrong confirm',
        '358 percentTruncated note',
        '360 shareOfNoTotal confirm',
        '363 partsNotTotal confirm',
        '391 percentTruncated note',
        '378 partsOfSubset note',
        '505 wholeDisputed confirm',
        '553 partsOfSubset note',
      ].toSorted(),
    );
  });

  it.each([
    ['002', 2023],
    ['003', 2022],
  ])('have nothing doubtful in document %s', (number, year) => {
    expect(report(number, year)).toEqual([]);
  });
});

async function appendix(): Promise<Finding<string>[]> {
  const read = await readPaper(Buffer.from(seedText('001')), '001.txt');
  if (!read.ok) throw new Error(read.error.code);
  const { year, period, sections } = read.value;
  return checkPaper({
    year,
    period,
    sections: sections.map(({ agencyAsPrinted, appendix: name, items }) => ({
      agencyAsPrinted,
      items: items.map((item) => ({
        ...item,
        isMarked: item.marks > 0,
        place: `${name} ${item.number}`,
      })),
      place: `${name}`,
    })),
  });
}

function report(number: string, year: number): Finding<number>[] {
  const lines = repairText(seedText(number)).text.split('\n');
  const paragraphs = joinPrintedLines(lines.map((text, index) => ({ text, place: index + 1 })));
  return checkPaper({ year, period: null, sections: [], paragraphs });
}

function told(
  findings: readonly Finding<string | number>[],
  isMeant: (code: string) => boolean = () => true,
): string[] {
  return findings
    .filter(({ code }) => isMeant(code))
    .map(({ place, code, level }) => `${place} ${code} ${level}`);
}
