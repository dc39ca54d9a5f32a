import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/calendar-date.ts';
import { weekdayWords } from '../../src/views/deadlines.ts';
import { textsOf } from '../../src/views/texts.ts';

const WEEK = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(day('2026-06-07'), days));

describe('the week', () => {
  it('names its seven days as they stand within a sentence', () => {
    expect(WEEK.map((date) => weekdayWords(date, textsOf('vi')))).toEqual([
      'Chủ nhật',
      'thứ Hai',
      'thứ Ba',
      'thứ Tư',
      'thứ Năm',
      'thứ Sáu',
      'thứ Bảy',
    ]);
    expect(weekdayWords(day('2026-06-11'), textsOf('en'))).toBe('Thursday');
  });
});
