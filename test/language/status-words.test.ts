import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusIn } from '../../src/language/status-words.ts';

describe('the status that a person states', () => {
  it.each([
    ['hoàn thành', 'fulfilled', ''],
    ['hoan thanh', 'fulfilled', ''],
    ['đã xong rồi ạ', 'fulfilled', ''],
    ['dạ, xong', 'fulfilled', ''],
    ['ht ngày 5/3', 'fulfilled', 'ngày 5/3'],
    ['hoàn thành, xong', 'fulfilled', 'xong'],
    ['vượt chỉ tiêu', 'fulfilled', 'vượt chỉ tiêu'],
    ['vượt chỉ tiêu, đạt 120%', 'fulfilled', 'vượt chỉ tiêu, đạt 120%'],
    ['gần xong', 'inProgress', 'gần xong'],
    ['đg làm - 91,22%', 'inProgress', '91,22%'],
    ['đang thực hiện 50% khối lượng', 'inProgress', '50% khối lượng'],
    ['đang thực hiện đấu thầu', 'inProgress', 'đang thực hiện đấu thầu'],
    ['chưa xong', 'inProgress', ''],
    ['chưa triển khai xong', 'inProgress', ''],
    ['chưa triển khai do thiếu vốn', 'notStarted', 'do thiếu vốn'],
    ['ko hoàn thành vì mưa', 'notFulfilled', 'vì mưa'],
    ['chờ thẩm định của Sở', 'awaitingAppraisal', 'chờ thẩm định của Sở'],
    ['dừng thực hiện theo Quyết định số 5', 'stopped', 'theo Quyết định số 5'],
  ])('in «%s» is %s, with the result «%s»', (text, status, rest) => {
    expect(statusIn(text)).toEqual({ status, rest });
    expect(statusIn(text.normalize('NFD'))).toEqual({ status, rest });
  });

  it.each([
    'hoàn thành cơ bản',
    'hoàn thành?',
    'xong chưa',
    'hoàn thành, chưa triển khai',
    'dạ',
    'xin chào',
    '',
  ])('is left open by «%s»', (text) => {
    expect(statusIn(text)).toBeNull();
  });

  it('is never made up from the words that stand after it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        const stated = statusIn(`chưa xong, ${rest}`);
        expect([undefined, 'inProgress']).toContain(stated?.status);
      }),
    );
  });
});
