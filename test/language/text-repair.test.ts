import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeSpaces, repairText } from '../../src/language/text-repair.ts';

const damaged = fc.string({
  unit: fc.constantFrom(
    ...['a', 'ư', 'Đ', 'u', 'o', '\u0301', '\u0323', '\u031b', '\u01a2', '\u01a3'],
    ...['\u200b', '\u200d', '\ufeff', '\u00ad', '\u202e', '\r', '\n', '\t', '\u00a0', ' '],
  ),
});

describe('a damaged text', () => {
  it('has nothing left to repair once it is repaired', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const { text } = repairText(raw);
        expect(repairText(text)).toEqual({ text, repairs: [] });
      }),
    );
  });

  it('comes out composed, without invisible marks, tabs and foreign line ends', () => {
    fc.assert(
      fc.property(damaged, (raw) => {
        const { text } = repairText(raw);
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/[\r\t\u00a0\u00ad\u01a2\u01a3\u200b-\u200f\u202e\ufeff]/u);
      }),
    );
  });

  it('is mended where an invisible mark stands between a letter and its accent', () => {
    expect(repairText('mâ\u200b\u0323t').text).toBe('mật');
  });

  it('is left as it is when it is sound, and nothing is reported', () => {
    expect(repairText('Sở Công Thương\nBáo cáo')).toEqual({
      text: 'Sở Công Thương\nBáo cáo',
      repairs: [],
    });
  });

  it('may be put on one line with single spaces', () => {
    expect(normalizeSpaces('\n Báo  cáo\t\nquý II ')).toBe('Báo cáo quý II');
  });
});
