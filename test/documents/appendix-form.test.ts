import { describe, expect, it } from 'vitest';
import { appendixForm } from '../../src/documents/exporting/appendix-form.ts';
import { readPaper } from '../../src/documents/importing/index.ts';
import { day } from '../../src/domain/calendar-date.ts';

const ITEMS = [
  { number: '1', text: 'Nâng cao chất lượng dịch vụ công', milestoneOn: null },
  { number: '1.1', text: 'Bố trí 100% một cửa hiện đại', milestoneOn: day('2028-09-30') },
  { number: '1.10', text: 'Giảm < 5 thủ tục & biểu mẫu', milestoneOn: null },
];

describe('the form that is filled in', () => {
  it('is read back with the same numbers, wording and dates, and no status', async () => {
    const form = { year: 2028, agency: 'Sở Y tế', authority: 'UBND Tỉnh', items: ITEMS };
    const read = await readPaper(await appendixForm(form), 'so-y-te.xlsx');

    if (!read.ok) throw new Error(read.error.code);
    const [section] = read.value.sections;
    expect(read.value.year).toBe(2028);
    expect(section?.agencyAsPrinted).toBe('SỞ Y TẾ');
    expect(
      section?.items.map(({ number, text, deadline, status, result }) => ({
        ...{ number, text, milestoneOn: deadline, status, result },
      })),
    ).toEqual(ITEMS.map((item) => ({ ...item, status: null, result: null })));
  });

  it('is no paper yet while it is blank', async () => {
    const blank = { year: 2028, agency: null, authority: null, items: [] };

    expect(await readPaper(await appendixForm(blank), 'mau.xlsx')).toMatchObject({
      ok: false,
      error: { code: 'noItems' },
    });
  });
});
