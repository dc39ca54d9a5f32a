import { describe, expect, it } from 'vitest';
import { isEmptyPhrase } from '../../src/language/empty-phrases.ts';

describe('a result', () => {
  it.each([
    'Đang triển khai tổ chức thực hiện năm 2031.',
    'Đang triển khai thực hiện',
    'Đã triển khai thực hiện theo kế hoạch.',
    'Tiếp tục tổ chức thực hiện trong quý II/2031',
    'Đang thực hiện trong tháng 3/2031.',
    'Đang tích cực phối hợp với các cơ quan, đơn vị liên quan triển khai thực hiện.',
    'Tập trung chỉ đạo, đôn đốc thực hiện theo đúng tiến độ.',
    'dang trien khai thuc hien quy 2',
    'ĐANG TRIỂN KHAI',
    'Đang trong quá trình triển khai thực hiện',
    'Đang triển khai các bước tiếp theo theo kế hoạch đề ra.',
  ])('«%s» says nothing', (text) => {
    expect(isEmptyPhrase(text)).toBe(true);
    expect(isEmptyPhrase(text.normalize('NFD'))).toBe(true);
  });

  it.each([
    'Đang triển khai tại xã Tân Kiều',
    'Đang triển khai 3 mô hình',
    'Đang triển khai, đạt 35%',
    'Đang thực hiện Kế hoạch số 12/KH-STC',
    'Đã hoàn thành.',
    'Chưa triển khai thực hiện',
    'Không thực hiện do chưa có vốn',
    'Chưa phát sinh đơn thư khiếu nại',
    'Đang chờ thẩm định',
    'Tổ chức thực hiện tốt việc cấp mã số vùng trồng',
    'Đang triển khai phần mềm một cửa',
    'Theo kế hoạch',
    'Đã ban hành kế hoạch thực hiện.',
    'Đang trình ban hành kế hoạch triển khai.',
    'Đang xây dựng kế hoạch thực hiện',
    'Đang thực hiện quý 13',
    'Đang thực hiện 1,5 ha',
    'Đang thực hiện 15',
    '',
    `Đang triển khai ${'thực hiện '.repeat(40)}`,
  ])('«%s» says something, or is too much or too little to tell', (text) => {
    expect(isEmptyPhrase(text)).toBe(false);
  });
});
