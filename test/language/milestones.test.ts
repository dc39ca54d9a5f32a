import { describe, expect, it } from 'vitest';
import { milestoneIn } from '../../src/language/milestones.ts';

describe('the milestone that an item’s own text names', () => {
  it.each([
    ['điều chỉnh quy hoạch (hoàn thành trong Quý II/2023)', '2023-06-30'],
    ['xây dựng hệ số điều chỉnh giá đất (hoàn thành trước tháng 11/2023)', '2023-10-31'],
    ['vận hành hệ thống (hoàn thành trong Quý IV/2023)', '2023-12-31'],
    ['hoàn thành clip giới thiệu trong Quý I/2023 và các nhiệm vụ khác', '2023-03-31'],
    ['ban hành đề án chậm nhất ngày 30/9/2026', '2026-09-30'],
    ['trình đề án trước ngày 15/10/2026', '2026-10-14'],
    ['hoàn thành trước ngày 05 tháng 3 năm 2024', '2024-03-04'],
    ['hoàn thành hết tháng 10', '2023-10-31'],
    ['hoàn thành trong tháng 9/2026', '2026-09-30'],
    ['hoàn thành trước quý 3', '2023-06-30'],
    ['hoàn thành trong 6 tháng đầu năm', '2023-06-30'],
    ['giải ngân xong trong chín tháng đầu năm 2024', '2024-09-30'],
    ['hoàn thành chậm nhất là tháng 2 năm 2028', '2028-02-29'],
  ])('«%s»: %s is its last good day', (text, milestoneOn) => {
    expect(milestoneIn(text, 2023)?.dueOn).toBe(milestoneOn);
  });

  it.each([
    ['đề án (hoàn thành trong Quý II/2023)', 'trong Quý II/2023', 'periodEnd'],
    ['đề án hoàn thành trước tháng 11/2023', 'trước tháng 11/2023', 'before'],
    ['đề án chậm nhất ngày 30/9/2026', 'chậm nhất ngày 30/9/2026', 'by'],
    ['đề án hoàn thành hết tháng 10', 'hết tháng 10', 'periodEnd'],
  ])('«%s» is kept as printed: «%s», %s', (text, asPrinted, boundary) => {
    expect(milestoneIn(text, 2023)).toMatchObject({ asPrinted, boundary });
  });

  it.each([
    'quy hoạch thời kỳ 2021 - 2030, tầm nhìn đến năm 2045',
    'Kế hoạch số 69/KH-UBND ngày 24/02/2023',
    'Quyết định số 996/QĐ-TTg ngày 10/8/2018',
    'tăng 5% so với quý IV/2022',
    'trồng 12 ha rừng trong năm',
    'hoàn thành trước ngày 45/13/2026',
    'hoàn thành trước tháng 13',
  ])('«%s» names none', (text) => {
    expect(milestoneIn(text, 2023)).toBeNull();
  });
});
