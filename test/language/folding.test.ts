import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTone } from '../../src/language/folding.ts';

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặềểễếệồổỗốộờởỡớợừửữứựỳỷỹýỵĐƯƠ -&';

const vietnamese = fc.string({ unit: fc.constantFrom(...LETTERS) });

describe('the search key of a text', () => {
  it('is the same for composed and decomposed letters of any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
    );
  });

  it('is its own search key, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('holds only plain small letters and single spaces for a Vietnamese text', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toMatch(/^(?:[a-z]+(?: [a-z]+)*)?$/);
      }),
    );
  });

  it.each([
    ['hoà', 'hòa'],
    ['uỷ', 'ủy'],
    ['luỹ kế', 'lũy kế'],
    ['ỦY BAN', 'Uỷ ban'],
  ])('does not tell «%s» from «%s»', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe('the key that keeps the tone', () => {
  it.each([
    ['hoà', 'hòa'],
    ['Uỷ ban', 'ỦY BAN'],
    ['luỹ kế', 'lũy kế'],
    ['quý', 'QUÝ'],
    [' Khoẻ – mạnh ', 'khỏe mạnh'],
  ])('does not tell «%s» from «%s»', (one, other) => {
    expect(foldTone(one)).toBe(foldTone(other));
  });

  it.each([
    ['hoà', 'hoa'],
    ['mật', 'mặt'],
    ['mật', 'mất'],
    ['đã', 'dã'],
  ])('tells «%s» from «%s»', (one, other) => {
    expect(foldTone(one)).not.toBe(foldTone(other));
  });

  it('is empty for a text without a word', () => {
    expect(foldTone(' … – ')).toBe('');
  });

  it('is its own key, however the accents were typed', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(foldTone(text.normalize('NFD'))).toBe(foldTone(text.normalize('NFC')));
        expect(foldTone(foldTone(text))).toBe(foldTone(text));
      }),
    );
  });
});
