import { describe, expect, it } from 'vitest';
import { milestoneIn } from '../../src/language/milestones.ts';

describe('a milestone', () => {
  it.each([
    ['đề án trước ngày 15/10/2026'.normalize('NFD'), '2026-10-14'],
    ['HOÀN THÀNH TRƯỚC NGÀY 15/10/2026', '2026-10-14'],
    ['hoàn thành trước 30/9', '2023-09-29'],
    ['chậm nhất 30.9.2026', '2026-09-30'],
    ['chậm nhất ngày 29-02-2024', '2024-02-29'],
    ['hoàn thành trước ngày 01/01/2024', '2023-12-31'],
    ['hoàn thành trước quý I/2024', '2023-12-31'],
    ['đến hết quý 4 năm 2025', '2025-12-31'],
    ['muộn nhất là vào ngày 5 tháng 3', '2023-03-05'],
  ])('in «%s» has %s for its last good day', (text, dueOn) => {
    expect(milestoneIn(text, 2023)?.dueOn).toBe(dueOn);
  });

  it('is quoted without the words of the work, also where its line was broken', () => {
    expect(milestoneIn('hoàn thành đề án trong\nQuý II/2023', 2023)?.asPrinted).toBe(
      'trong\nQuý II/2023',
    );
    expect(milestoneIn('phê duyệt trong tỉnh trong tháng 9 năm 2023', 2023)?.asPrinted).toBe(
      'trong tháng 9 năm 2023',
    );
  });

  it.each([
    'giải ngân hết 12.5 tỷ đồng',
    'thông báo trước 3-5 ngày',
    'số gia súc chết 12/5 con',
    'gia súc bị chết tháng 10',
    'chậm nhất ngày 31/9/2026',
    'trước ngày 29/02/2026',
    'chậm nhất ngày 31 tháng 11 năm 2026',
    'hoàn thành trong tháng 0',
    'tầm nhìn đến năm 2045',
    'giai đoạn 2021 - 2030',
    '',
  ])('is not read into «%s»', (text) => {
    expect(milestoneIn(text, 2023)).toBeNull();
  });
});
