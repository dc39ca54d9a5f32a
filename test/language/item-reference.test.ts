import { describe, expect, it } from 'vitest';
import { readItemReference } from '../../src/language/item-reference.ts';

describe('an item named by its number', () => {
  it.each([
    ['1.3', '1.3', ''],
    ['mục 1.3', '1.3', ''],
    ['MUC 2.A', '2.a', ''],
    ['4. ', '4', ''],
    ['1.3 sở y tế', '1.3', 'sở y tế'],
  ])('is read from «%s»: %s, «%s»', (text, number, rest) => {
    expect(readItemReference(text)).toEqual({ number, rest });
    expect(readItemReference(text.normalize('NFD'))).toEqual({ number, rest });
  });

  it.each(['', 'sở y tế', '1,5 tỷ', 'mục tiêu'])('is not seen in «%s»', (text) => {
    expect(readItemReference(text)).toBeNull();
  });
});
