import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTone } from '../../src/language/folding.ts';
import { outcomeIn } from '../../src/language/outcome-words.ts';
import { clauseAround, sentencesIn } from '../../src/language/sentences.ts';
import { wordKeys } from '../../src/language/word-keys.ts';

describe('the sentences of a text', () => {
  const split = (text: string) =>
    sentencesIn(text).map(({ start, end }) => text.slice(start, end).trim());

  it.each([
    ['Đạt 5.978,971 tỷ đồng. Còn 3 hộ.', ['Đạt 5.978,971 tỷ đồng.', 'Còn 3 hộ.']],
    ['Tại TP. Cao Lãnh có 3 hộ', ['Tại TP. Cao Lãnh có 3 hộ']],
    ['- Một\n- Hai', ['- Một', '- Hai']],
    ['chuyển đổi số… Tổ chức', ['chuyển đổi số…', 'Tổ chức']],
    [' \n', []],
    ['', []],
  ])('«%s» are %j', (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it('lose nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Đạt', ' ', '. ', 'Sở', '\n', '12', ', ')), (words) => {
        const text = words.join('');
        const spans = sentencesIn(text);
        const kept = spans.map(({ start, end }) => text.slice(start, end)).join('');
        expect(kept.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('have clauses from comma to comma', () => {
    const text = 'đã đạt, không đạt 01/11 chỉ tiêu, còn lại';
    const start = text.indexOf('01');
    expect(clauseAround(text, { start, end: start + 5 })).toBe(' không đạt 01/11 chỉ tiêu');
  });
});

describe('what became of things', () => {
  it.each([
    ['không hoàn thành', 'failed'],
    ['chưa hoàn thành', 'pending'],
    ['đang chờ thẩm định', 'awaiting'],
    ['được cho dừng thực hiện', 'stopped'],
    ['giải quyết trễ hạn', 'late'],
    ['giải quyết trước hạn', 'early'],
    ['giải quyết đúng hạn', 'onTime'],
    ['đạt và vượt', 'done'],
    ['trồng cây', null],
  ])('«%s»: %s', (clause, outcome) => {
    expect(outcomeIn(clause)).toBe(outcome);
  });
});

describe('the key of a word', () => {
  it('is one for both places of a tone', () => {
    expect(wordKeys('Hoà, thuỷ, khoẻ, quý, QUÝ.')).toEqual(wordKeys('hòa thủy khỏe quý qúy'));
    expect(wordKeys('hoa hoàn')).toEqual(['hoa', 'hoàn']);
    expect(wordKeys('')).toEqual([]);
  });

  it('is as fine as the slower key of names', () => {
    const words = [
      'hoà',
      'hòa',
      'hoá',
      'luỹ',
      'lũy',
      'loè',
      'lòe',
      'quỳ',
      'thuý',
      'thúy',
      'đồng',
      'hoa',
      'hoàn',
    ];
    for (const one of words) {
      for (const other of words) {
        expect(wordKeys(one).join() === wordKeys(other).join(), `${one} ${other}`).toBe(
          foldTone(one) === foldTone(other),
        );
      }
    }
  });
});
