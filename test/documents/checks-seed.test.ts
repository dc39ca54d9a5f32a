import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import { lineOf } from '../../src/documents/importing/places.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { hasSeeds, seedText } from './seeds.ts';

interface GoldFigure {
  readonly appendix: string;
  readonly number: string;
  readonly expect: 'silent' | 'note' | 'warning';
}

const LEVELS = { note: 'note', warning: 'confirm' } as const;

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

  it('have the doubtful figures of the self-review, and only those', async () => {
    expect(told(await report('004')).toSorted()).toEqual(
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

  it.each(['002', '003'])('have nothing doubtful in document %s', async (number) => {
    expect(await report(number)).toEqual([]);
  });

  it('are told of as the gold readings ask, and of nothing that these call right', async () => {
    const gold: readonly GoldFigure[] = JSON.parse(
      readFileSync('test/fixtures/findings/appendix-of-25-agencies.json', 'utf8'),
    ).arithmetic;
    const findings = (await appendix()).filter(({ code }) => ARITHMETIC.has(code));

    const levels = gold.map(({ appendix: name, number }) =>
      findings.filter(({ place }) => place === `${name} ${number}`).map(({ level }) => level),
    );

    const asked = gold.map(({ appendix: name, number }) =>
      gold
        .filter((other) => other.appendix === name && other.number === number)
        .flatMap(({ expect: wanted }) => (wanted === 'silent' ? [] : [LEVELS[wanted]])),
    );
    expect(levels).toEqual(asked);
  });
});

/** What the import tells of the appendix, each at its item. */
async function appendix(): Promise<Finding<string>[]> {
  const read = await readPaper(Buffer.from(seedText('001')), 'phu-luc.txt');
  if (!read.ok) throw new Error(read.error.code);
  const { sections, findings } = read.value;
  const items = sections.flatMap(({ appendix: name, items: each }) =>
    each.map(({ number, line }) => ({ place: `${name} ${number}`, line })),
  );
  return findings.map((finding) => {
    const line = lineOf(finding.place);
    return { ...finding, place: items.findLast((item) => item.line <= line)?.place ?? '' };
  });
}

/** What the import tells of a paper that gives nobody a commitment, each at its line. */
async function report(number: string): Promise<Finding<number>[]> {
  const read = await readPaper(Buffer.from(seedText(number)), 'bao-cao.txt');
  const findings = read.ok ? read.value.findings : read.error.findings;
  return (findings ?? []).map((finding) => ({ ...finding, place: lineOf(finding.place) }));
}

function told(
  findings: readonly Finding<string | number>[],
  isMeant: (code: string) => boolean = () => true,
): string[] {
  return findings
    .filter(({ code }) => isMeant(code))
    .map(({ place, code, level }) => `${place} ${code} ${level}`);
}
