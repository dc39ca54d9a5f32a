import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import { readPaperAside } from '../../src/documents/importing/reading-process.ts';
import { workbook } from './office-files.ts';

const dump = readFileSync('test/fixtures/appendix/two-agencies.txt');

/** Some hundred thousand rows in which nothing is written. */
const blank = workbook({
  sheets: [`<sheetData>${'<row s="1"><c s="1"/></row>'.repeat(300_000)}</sheetData>`],
});

describe('a paper that is read in a process of its own', () => {
  it('is the same as one read here', async () => {
    expect(await readPaperAside(dump, 'a.txt')).toEqual(await readPaper(dump, 'a.txt'));
  });

  it('is refused by the same reasons', async () => {
    expect(await readPaperAside(Buffer.from('MẬT\n1 Đắp đê'), 'a.txt')).toEqual({
      ok: false,
      error: { code: 'secretMarking' },
    });
  });

  it('does not hold up the service meanwhile', async () => {
    let turns = 0;
    let isRead = false;
    const reading = readPaperAside(blank, 'a.xlsx').finally(() => {
      isRead = true;
    });

    while (!isRead) {
      await setImmediate();
      turns += 1;
    }

    expect(await reading).toEqual({ ok: false, error: { code: 'emptyFile' } });
    expect(turns).toBeGreaterThan(100);
  });

  it('is given up as too large when it takes too long', async () => {
    const limits = { timeoutMs: 1, memoryMegabytes: 480 };

    expect(await readPaperAside(blank, 'a.xlsx', limits)).toEqual({
      ok: false,
      error: { code: 'fileTooLarge' },
    });
  });

  it('is given up when it takes more memory than it may', async () => {
    const limits = { timeoutMs: 60_000, memoryMegabytes: 70 };

    expect(await readPaperAside(blank, 'a.xlsx', limits)).toEqual({
      ok: false,
      error: { code: 'decompressionLimit' },
    });
  });
});
