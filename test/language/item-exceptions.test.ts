import { describe, expect, it } from 'vitest';
import { isNoException, readExceptions } from '../../src/language/item-exceptions.ts';

describe('the answer to «which others»', () => {
  it.each([
    ['trừ 1.3 hoàn thành, 2.1 chưa thực hiện', ['1.3 fulfilled', '2.1 notStarted']],
    ['trừ mục 1.2 và 3 đã xong', ['1.2 fulfilled', '3 fulfilled']],
    ['1.3 hoàn thành', ['1.3 fulfilled']],
    ['dạ trừ mục 4 thôi ạ', ['4 null']],
    ['1.2, 3', ['1.2 null', '3 null']],
    ['3', ['3 null']],
    ['riêng 1.3 (hoàn thành)', ['1.3 fulfilled']],
    ['1.1 đến 1.4 đã xong', ['1.1 fulfilled']],
    ['trừ mấy mục đầu', ['mấy mục đầu null']],
  ])('is read from «%s»', (text, items) => {
    for (const typed of [text, text.normalize('NFD')]) {
      const read = readExceptions(typed) ?? [];
      expect(read.map(({ first, status }) => `${first} ${status}`)).toEqual(items);
    }
  });

  it.each(['xin chào', '5 sản phẩm', '91,22%', '12/3', '1.632 tỷ', ''])(
    'is not found in «%s»',
    (text) => {
      expect(readExceptions(text)).toBeNull();
    },
  );

  it.each(['không mục nào', 'ko co muc nao', 'không có ạ', 'hết rồi', 'none'])(
    'may be «%s»: none',
    (text) => {
      expect(isNoException(text)).toBe(true);
    },
  );

  it.each(['không', '1.3', ''])('is some, or no answer, in «%s»', (text) => {
    expect(isNoException(text)).toBe(false);
  });
});
