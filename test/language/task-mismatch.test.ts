import { describe, expect, it } from 'vitest';
import { indexTasks, taskAnswered } from '../../src/language/task-mismatch.ts';

const ITEMS = [
  { number: '1', text: 'Xây dựng bến thủy nội địa tại ba xã cù lao trong quý III.' },
  { number: '2', text: 'Kiểm tra an toàn thực phẩm tại các bếp ăn trường học bán trú.' },
  { number: '3', text: 'Kiểm tra an toàn thực phẩm tại các bếp ăn trường học bán trú.' },
];
const TASKS = indexTasks(ITEMS);
const answered = (result: string, text: string) => taskAnswered(result, text, TASKS);

describe('a result that answers another item', () => {
  it('is known by the words of that item', () => {
    expect(
      answered(
        'Đã kiểm tra an toàn thực phẩm tại các bếp ăn trường học',
        'Xây dựng bến thủy nội địa tại ba xã cù lao.',
      ),
    ).toBe('2');
  });

  it('is known too where the task is one that many agencies share', () => {
    const result =
      'Tính đến thời điểm báo cáo, đơn vị đã hoàn thành đúng hạn 100% nhiệm vụ; không có nhiệm vụ trễ hạn.';
    expect(answered(result, 'Công tác tham mưu bảo đảm quy trình, thành phần hồ sơ đầy đủ.')).toBe(
      '',
    );
    expect(answered(result.normalize('NFD'), 'Công tác tham mưu bảo đảm quy trình.')).toBe('');
  });
});

describe('a result that may be its own item’s', () => {
  it.each([
    [
      'shares words with it',
      'Đã kiểm tra an toàn thực phẩm tại bếp ăn trường học',
      'Kiểm tra bếp ăn của công ty',
    ],
    ['is too short', 'Đã hoàn thành nhiệm vụ', 'Xây dựng bến thủy nội địa'],
    [
      'speaks of what no item names',
      'Tổ công tác hai nước đã hội đàm về vận chuyển hàng hóa qua cửa khẩu',
      'Xây dựng bến thủy',
    ],
    [
      'has formulas only',
      'Đang triển khai tổ chức thực hiện năm 2031.',
      'Xây dựng bến thủy nội địa',
    ],
  ])('is left alone where it %s', (_, result, text) => {
    expect(answered(result, text)).toBeNull();
  });
});
