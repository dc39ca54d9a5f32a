import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeCode, normalizeCode } from '../../src/domain/invitation-code.ts';

describe('an invitation code', () => {
  it.each(['GT-7F3K', 'gt 7f3k', ' gt7f3k ', 'GT–7F3K'])('is the same typed as «%s»', (typed) => {
    expect(normalizeCode(typed)).toBe('GT7F3K');
  });

  it('takes letters that look like digits for these', () => {
    expect(normalizeCode('OIL0')).toBe('0110');
  });

  it('is the same after a second reading, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(normalizeCode(normalizeCode(typed))).toBe(normalizeCode(typed));
      }),
    );
  });

  it.each(['GT-7F3K', 'gt 7f3k', '7F3KQ2M9XW'])('is seen in «%s»', (text) => {
    expect(looksLikeCode(text)).toBe(true);
  });

  it.each(['', 'xin chào', 'hello', '1', 'GT-', '1.3 hoàn thành', 'x'.repeat(40)])(
    'is not seen in «%s»',
    (text) => {
      expect(looksLikeCode(text)).toBe(false);
    },
  );
});
