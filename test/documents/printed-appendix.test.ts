import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaper } from '../../src/documents/importing/index.ts';
import { layouts, printAppendix, units } from './printed-appendix.ts';

describe('an appendix of any number of agencies and pages', () => {
  it('is read back as it was printed, wherever its lines and pages broke', async () => {
    await fc.assert(
      fc.asyncProperty(units, layouts, async (all, layout) => {
        const paper = await readPaper(Buffer.from(printAppendix(all, layout)), '');

        expect(paper).toMatchObject({
          ok: true,
          value: {
            year: 2027,
            period: 'Q2',
            authority: 'UBND Tỉnh',
            sections: all.map(({ agency, items }) => ({
              agencyAsPrinted: agency,
              items: items.map(({ number, text, result }) => ({ number, text, result })),
            })),
          },
        });
      }),
      { numRuns: 300 },
    );
  });
});
