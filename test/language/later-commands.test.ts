import { describe, expect, it } from 'vitest';
import { laterCommand } from '../../src/language/later-commands.ts';

const WHOLE = { canGoOn: false };

describe('a command that comes later', () => {
  it.each([
    ['/khokhan', 'khó khăn'],
    ['/BaoCao năm 2026 sơ bộ', 'báo cáo'],
    ['/uyquyen@camket_bot 05/06-12/06', 'uỷ quyền'],
    ['giao ban', 'giao ban'],
    ['giaoban', 'giao ban'],
    ['TONG HOP', 'tổng hợp'],
    ['mở khóa'.normalize('NFD'), 'mở khoá'],
  ])('is known by its sign or its words: «%s»', (text, words) => {
    expect(laterCommand(text, WHOLE)).toBe(words);
  });

  it('may go on where nothing else is awaited', () => {
    expect(laterCommand('tìm bhyt', { canGoOn: true })).toBe('tìm');
    expect(laterCommand('tìm bhyt', WHOLE)).toBeNull();
  });

  it.each(['/capnhat 1.3', '/batdau', 'đã báo cáo rồi', 'xin chào', ''])('is not «%s»', (text) => {
    expect(laterCommand(text, { canGoOn: true })).toBeNull();
  });
});
