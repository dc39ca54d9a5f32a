import { describe, expect, it } from 'vitest';
import { isPhrase, lengthOfPhrase, typedWords } from '../../src/language/typed-words.ts';

describe('a phrase typed in a hurry', () => {
  it.each([
    ['hoàn thành', 'hoàn thành'],
    ['HOAN THANH', 'hoàn thành'],
    ['huỷ', 'hủy'],
    ['mơi', 'mời'],
    ['ht', 'hoàn thành'],
    ['ko hoàn thành', 'không hoàn thành'],
    ['đg th', 'đang thực hiện'],
    ['không - đạt!', 'không đạt'],
  ])('«%s» stands for «%s»', (typed, phrase) => {
    expect(isPhrase(typed, phrase)).toBe(true);
  });

  it.each([
    ['mới', 'mời'],
    ['hoàn', 'hoàn thành'],
    ['hoàn thành rồi', 'hoàn thành'],
    ['ht', 'hoàn'],
    ['', 'hoàn thành'],
    ['…', 'hoàn thành'],
  ])('«%s» does not stand for «%s»', (typed, phrase) => {
    expect(isPhrase(typed, phrase)).toBe(false);
  });

  it('is counted in the words typed, from where it begins', () => {
    expect(lengthOfPhrase(typedWords('đã ht rồi'), ['hoàn', 'thành'], 1)).toBe(1);
    expect(lengthOfPhrase(typedWords('đã ht rồi'), ['hoàn', 'thành'])).toBe(0);
  });

  it('keeps the place of each word in the text', () => {
    expect(typedWords('ht, 91%')).toMatchObject([
      { keys: [expect.any(String), expect.any(String)], start: 0, end: 2 },
      { keys: ['91'], start: 4, end: 6 },
    ]);
  });
});
