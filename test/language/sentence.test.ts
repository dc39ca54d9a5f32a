import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWERS, COMMAND_IDS, COMMANDS } from '../../src/language/chat-words.ts';
import { readSentence } from '../../src/language/sentence.ts';

describe('a message about an item', () => {
  it.each([
    ['1.3 đang thực hiện - 91,22%', '1.3', 'inProgress', '91,22%'],
    ['mục 2.1: hoàn thành', '2.1', 'fulfilled', null],
    ['3', '3', null, null],
    ['1.A xong', '1.a', 'fulfilled', null],
    ['1.3 ko hoàn thành', '1.3', 'notFulfilled', null],
    ['sửa lại 1.2: đang làm', '1.2', 'inProgress', null],
    ['1.2: 35%', '1.2', null, '35%'],
    ['mục 2 đã trồng 5 ha', '2', null, 'đã trồng 5 ha'],
    ['xong mục 3', '3', 'fulfilled', null],
    ['1.2 sắp xong', '1.2', 'inProgress', 'sắp xong'],
  ])('«%s» updates the item %s: %s, %s', (text, number, status, result) => {
    const update = { kind: 'update', number, status, result };
    expect(readSentence(text)).toEqual(update);
    expect(readSentence(text.normalize('NFD'))).toEqual(update);
  });

  it.each([
    '12 ha rừng',
    '5 người',
    '3 gì đó',
    '2 và 3 xong?',
    '1.2 hoàn thành?',
    'mục 2.1 thế nào',
    'xong chưa mục 3',
    'xong nhưng chậm mục 3',
    'xin chào',
    '',
  ])('«%s» updates nothing', (text) => {
    expect(readSentence(text)).toEqual({ kind: 'other' });
  });
});

describe('a message about several items', () => {
  it.each([
    ['2 và 3 xong', null, ['2 fulfilled', '3 fulfilled']],
    ['1 xong 2 đang làm', null, ['1 fulfilled', '2 inProgress']],
    ['1.3 xong, còn lại đang làm', 'inProgress', ['1.3 fulfilled']],
    ['cập nhật tất cả đang thực hiện', 'inProgress', []],
  ])('«%s» is none about the first of them', (text, status, named) => {
    const sentence = readSentence(text);
    expect(sentence).toMatchObject({ kind: 'bulk', status });
    const told = sentence.kind === 'bulk' ? sentence.named : [];
    expect(told.map((item) => `${item.first} ${item.status}`)).toEqual(named);
  });
});

describe('a command', () => {
  it.each([
    ['/capnhat 1.2', 'update', '1.2'],
    ['/capnhat@camket_bot', 'update', ''],
    ['cập nhật 1.2', 'update', '1.2'],
    ['tình trạng sở công thương', 'status', 'sở công thương'],
    ['cua toi', 'mine', ''],
    ['lịch sử 1.2', 'history', '1.2'],
    ['lịch', 'calendar', ''],
    ['hạn ngày mấy?', 'upcoming', ''],
  ])('«%s» asks for %s of «%s»', (text, command, rest) => {
    expect(readSentence(text)).toEqual({ kind: 'command', command, rest });
  });

  it('is not heard in words that only begin like one', () => {
    expect(readSentence('cuatoi xong')).toEqual({ kind: 'other' });
  });

  it('is understood by every name that stands behind a slash', () => {
    expect(COMMANDS.map(({ id }) => id).sort()).toEqual([...COMMAND_IDS].sort());
    for (const { id, names } of COMMANDS) {
      expect(names.map((name) => readSentence(`/${name}`))).toEqual(
        names.map(() => ({ kind: 'command', command: id, rest: '' })),
      );
    }
  });
});

describe('a short answer', () => {
  it.each(ANSWERS)('meaning «%s» is understood in each of its wordings', (kind, phrases) => {
    expect(phrases.map((phrase) => [phrase, readSentence(phrase).kind])).toEqual(
      phrases.map((phrase) => [phrase, kind]),
    );
  });

  it.each([
    ['dạ vâng ạ', 'yes'],
    ['Cảm ơn anh nhé!', 'thanks'],
    ['hủy', 'withdraw'],
    ['huỷ', 'withdraw'],
  ])('«%s» keeps its meaning when it is polite or spelt otherwise: %s', (text, kind) => {
    expect(readSentence(text)).toEqual({ kind });
  });
});

describe('any message at all', () => {
  it('is read the same however its accents were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readSentence(text.normalize('NFD'))).toEqual(readSentence(text.normalize('NFC')));
      }),
    );
  });
});
