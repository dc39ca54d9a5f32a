import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
const THU_KY = '200';
const GROUP = '-500';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
});
afterAll(closeProvinces);

/** What stands of the item now. */
async function standing(number: string): Promise<string> {
  return (await world.say(KHOA, `lịch sử ${number}`)).join();
}

/** Up to the question for a result. */
async function askedForResult(): Promise<void> {
  await world.say(KHOA, '1.3');
  await world.say(KHOA, '1');
}

describe('where a result is asked for', () => {
  beforeEach(askedForResult);

  it.each(['ok', 'vâng ạ', 'dạ', '👍', '...', '?'])(
    '«%s» is none: it is asked again',
    async (text) => {
      expect(await world.say(KHOA, text)).toEqual(['Đề nghị đồng chí nhắn kết quả cụ thể.']);
      expect(await world.say(KHOA, '92%')).toEqual([expect.stringContaining('Mục 1.3: “92%”.')]);
    },
  );

  it.each(['cảm ơn', 'đã rõ'])('«%s» is none, and the question stays', async (text) => {
    expect(await world.say(KHOA, text)).toEqual(['Trân trọng cảm ơn đồng chí.']);
    expect(await world.say(KHOA, '92%')).toEqual([expect.stringContaining('Mục 1.3: “92%”.')]);
  });

  it.each(['thôi', 'bỏ', 'không', 'khong'])('«%s» leaves it as it is recorded', async (text) => {
    expect(await world.say(KHOA, text)).toEqual([
      'Mục 1.3 giữ như đã ghi.\nĐơn vị còn 3 nội dung chưa cập nhật.',
    ]);
  });

  it.each(['huỷ', 'hủy', 'huy'])('«%s» takes the status back', async (text) => {
    expect(await world.say(KHOA, text)).toEqual([expect.stringContaining('Đã hoàn tác. Mục 1.3')]);
  });

  it('«0» goes back to the list, and «bỏ qua» on to the next item', async () => {
    expect(await world.say(KHOA, '0')).toEqual([expect.stringContaining('Còn lại:')]);
    await askedForResult();
    expect(await world.say(KHOA, 'bỏ qua')).toEqual([expect.stringContaining('Mục 1.1 –')]);
  });

  it('no command is taken for one', async () => {
    expect(await world.say(KHOA, '/baocao quý II')).toEqual([
      'Chức năng “báo cáo” chưa có trong phiên bản này. Nhắn “trợ giúp” để xem các lệnh được dùng.',
    ]);
    expect(await world.say(KHOA, '/xyz <b>')).toEqual([
      'Không có lệnh /xyz. Nhắn “trợ giúp” để xem các lệnh được dùng.',
    ]);
    expect(await standing('1.3')).not.toContain('xyz');
  });
});

describe('where a difficulty is asked for', () => {
  beforeEach(async () => {
    await askedForResult();
    await world.say(KHOA, '92%');
    await world.say(KHOA, '2');
  });

  it('has a way back', async () => {
    expect(world.choices(KHOA)).toEqual(['0|Không']);
    expect(await world.say(KHOA, '0')).toEqual([
      expect.stringContaining('mục 1.3 không có khó khăn, vướng mắc.'),
    ]);
  });

  it.each(['ok', '👍', '2'])('«%s» is none: it is asked again', async (text) => {
    expect(await world.say(KHOA, text)).toEqual([
      'Đề nghị đồng chí nêu ngắn khó khăn, vướng mắc của mục 1.3.',
    ]);
  });

  it('takes one only, so that what is said later is no second one', async () => {
    for (const item of ['1.1', '2', '4']) await world.say(KHOA, `${item} đang thực hiện`);
    await askedForResult();
    await world.say(KHOA, '92%');
    await world.say(KHOA, '2');
    await world.say(KHOA, 'Thiếu kinh phí');
    expect(await world.say(KHOA, 'hôm nay trời đẹp')).toEqual([
      expect.stringContaining('Hệ thống chưa hiểu tin này.'),
    ]);
  });

  it('is limited in length, and stays open', async () => {
    expect(await world.say(KHOA, 'x'.repeat(10_000))).toEqual([
      expect.stringContaining('Nội dung quá dài (10.000 ký tự, tối đa 3.000)'),
    ]);
    expect(await world.say(KHOA, 'Thiếu kinh phí')).toEqual([
      expect.stringContaining('Đã ghi khó khăn, vướng mắc của mục 1.3'),
    ]);
  });
});

describe('where a status is asked for', () => {
  it.each(['huỷ', 'thôi', 'bỏ'])('«%s» leaves the item, and undoes no other', async (text) => {
    await world.say(KHOA, '2 hoàn thành');
    await world.say(KHOA, '1.3');
    expect(await world.say(KHOA, text)).toEqual(['Đã bỏ, không có gì thay đổi.']);
    expect(await world.say(KHOA, '5')).toEqual([
      'Hiện không có câu hỏi nào đang chờ. Nhắn ‘cập nhật’ để mở danh mục.',
    ]);
    expect(await standing('2')).not.toContain('hoàn tác');
  });

  it('«có» names the choices', async () => {
    await world.say(KHOA, '1.3');
    expect(await world.say(KHOA, 'có')).toEqual([
      expect.stringContaining('Đề nghị chọn một trong: 1 Đang thực hiện · 2 Hoàn thành'),
    ]);
    expect(await world.say(KHOA, '👍')).toEqual([expect.stringContaining('chưa hiểu')]);
    expect(await world.say(KHOA, 'x'.repeat(10_000))).toEqual([
      expect.stringContaining('Nội dung quá dài'),
    ]);
    expect(await world.say(KHOA, '2')).toEqual([expect.stringContaining('Hoàn thành')]);
  });
});

describe('a question that was answered', () => {
  it('is not answered again by the same word', async () => {
    await world.say(KHOA, 'không thay đổi');
    await world.say(KHOA, 'có');
    expect(await world.say(KHOA, 'có')).toEqual([
      'Hiện không có câu hỏi nào đang chờ. Nhắn ‘cập nhật’ để mở danh mục.',
    ]);
  });

  it('says so when its button is pressed twice', async () => {
    await world.say(KHOA, 'không thay đổi');
    await world.press(KHOA, 'Đồng ý');
    expect(await world.press(KHOA, 'Đồng ý')).toEqual([
      'Sở Y tế không còn nội dung nào chưa cập nhật.',
    ]);
  });
});

describe('a command that comes later', () => {
  it.each([
    ['/khokhan', 'khó khăn'],
    ['tong hop', 'tổng hợp'],
    ['/Tim bhyt', 'tìm'],
    ['tìm bhyt', 'tìm'],
    ['/giaoban', 'giao ban'],
    ['uỷ quyền', 'uỷ quyền'],
  ])('is said to come later: «%s»', async (text, words) => {
    expect(await world.say(KHOA, text)).toEqual([expect.stringContaining(`Chức năng “${words}”`)]);
  });

  it('is answered in a group as well, and another bot’s is not', async () => {
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    await world.say(THU_KY, '/batdau', GROUP);
    expect(await world.say(THU_KY, '/tonghop', GROUP)).toEqual([
      expect.stringContaining('Chức năng “tổng hợp” chưa có'),
    ]);
    expect(await world.say(THU_KY, '/thoitiet', GROUP)).toEqual([]);
    expect(last(world, GROUP)).toContain('tổng hợp');
  });
});
