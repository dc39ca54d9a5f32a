import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHtml, toPlainText } from '../../src/channels/telegram/html.ts';
import { buttonRows, MESSAGE_LENGTH, splitLines } from '../../src/channels/telegram/limits.ts';

const lengthOf = (text: string) => [...text].length;
const aChoice = (label: string, token = 'tok') => ({ token, label, typed: '1' });

describe('markup', () => {
  it('escapes everything a person wrote and marks only what is bold', () => {
    const html = toHtml([
      [{ text: '<b>&"' }, { text: ' 5 > 4', isBold: true }],
      [],
      [{ text: 'x' }],
    ]);

    expect(html).toBe('&lt;b&gt;&amp;&quot;<b> 5 &gt; 4</b>\n\nx');
  });

  it('never lets a word become a tag', () => {
    const span = fc.record({ text: fc.string({ unit: 'binary' }), isBold: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.array(span)), (lines) => {
        const bare = toHtml(lines).replaceAll('<b>', '').replaceAll('</b>', '');

        expect(bare).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
      }),
    );
  });
});

describe('the limit of a message', () => {
  it('counts the characters that people see, not those of the markup', () => {
    expect(splitLines([[{ text: '&'.repeat(MESSAGE_LENGTH) }]])).toHaveLength(1);
    expect(splitLines([[{ text: '😀'.repeat(MESSAGE_LENGTH) }]])).toHaveLength(1);
  });

  it('cuts between lines first, then between words, then anywhere', () => {
    const line = (text: string) => [{ text }];

    expect(splitLines([line('aaaa'), line('bbbb'), line('cc')], 9).map(toPlainText)).toEqual([
      'aaaa\nbbbb',
      'cc',
    ]);
    expect(splitLines([line('aaa bbb ccc')], 8).map(toPlainText)).toEqual(['aaa bbb', 'ccc']);
    expect(splitLines([line('aaaaaaaaaab')], 5).map(toPlainText)).toEqual(['aaaaa', 'aaaaa', 'b']);
  });

  it('keeps bold words bold on both sides of a cut', () => {
    const parts = splitLines([[{ text: 'aaa ' }, { text: 'bbb ccc', isBold: true }]], 7);

    expect(parts.map(toHtml)).toEqual(['aaa <b>bbb</b>', '<b>ccc</b>']);
  });

  it('makes no message of nothing', () => {
    expect(splitLines([[], [{ text: '  ' }]])).toEqual([]);
  });

  it('loses no word and fits every part', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'ữ', '😀') });
    const words = fc.array(word, { minLength: 1 });
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (lines) => {
        const spans = lines.map((line) => [{ text: line.join(' ') }]);
        const parts = splitLines(spans, 30).map(toPlainText);

        expect(Math.max(...parts.map(lengthOf))).toBeLessThanOrEqual(30);
        expect(parts.join(' ').split(/\s+/)).toEqual(lines.flat());
      }),
    );
  });
});

describe('buttons', () => {
  it('puts short labels three in a row, longer ones two, long ones alone', () => {
    const labels = [
      'Có',
      'Không',
      'Quay lại',
      'Đang thực hiện',
      'Hoàn thành',
      'Không hoàn thành kỳ này',
    ];

    const rows = buttonRows(labels.map((label) => aChoice(label)));

    expect(rows.map((row) => row.length)).toEqual([3, 2, 1]);
  });

  it('refuses a token that no button can carry', () => {
    expect(() => buttonRows([aChoice('Có', 'x'.repeat(64))])).not.toThrow();
    expect(() => buttonRows([aChoice('Có', 'ữ'.repeat(22))])).toThrow('66');
  });
});
