import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const LONG = '100';
const YEN = '101';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(LONG, 'Phạm Văn Long', 'Sở Y tế');
  await world.join(YEN, 'Lê Hải Yến', 'Sở Y tế');
  await world.tick('2026-06-01T08:00:00+07:00');
  world.moveTo('2026-06-01T10:02:00+07:00');
});
afterAll(closeProvinces);

describe('two officers of one agency (TX-07)', () => {
  it('both get the reminder, each one message', () => {
    expect(world.inChat(LONG).at(-1)?.text).toContain('Kính gửi đồng chí Phạm Văn Long');
    expect(world.inChat(YEN).at(-1)?.text).toContain('Kính gửi đồng chí Lê Hải Yến');
  });

  it('hear of each other: the first change at once, what follows together after ten minutes', async () => {
    world.news();
    await world.say(LONG, '1.3 hoàn thành, 93%');
    const toYen = world.news().filter(({ chatId }) => chatId === YEN);
    expect(toYen.map(({ text }) => text)).toEqual([
      'Đ/c Phạm Văn Long vừa cập nhật mục 1.3: Hoàn thành, 93% (10:02). Đơn vị còn 3 nội dung chưa cập nhật.',
    ]);
    await world.say(LONG, '2 hoàn thành');
    await world.say(LONG, '4 hoàn thành');
    expect(world.news().filter(({ chatId }) => chatId === YEN)).toEqual([]);
    await world.tick('2026-06-01T10:11:00+07:00');
    expect(world.news().map(({ text }) => text)).toEqual([
      'Đ/c Phạm Văn Long vừa cập nhật 3 mục: 1.3, 2, 4 (10:02). Đơn vị còn 1 nội dung chưa cập nhật.',
    ]);
  });

  it('never overwrite each other silently: the second chooses, and says why', async () => {
    await world.say(LONG, '2 hoàn thành');
    world.moveTo('2026-06-01T10:04:00+07:00');
    await world.press(YEN, '2');
    expect(await world.press(YEN, 'Đang thực hiện')).toEqual([
      'Mục 2 đã được đ/c Phạm Văn Long cập nhật Hoàn thành lúc 10:02. Đồng chí muốn:',
    ]);
    expect(world.choices(YEN)).toEqual([
      '1|Giữ của đ/c Phạm Văn Long',
      '2|Thay bằng Đang thực hiện',
    ]);
    expect(await world.press(YEN, 'Thay bằng Đang thực hiện')).toEqual(['Đề nghị nêu lý do ngắn.']);
    world.moveTo('2026-06-01T10:05:00+07:00');
    const told =
      'Mục 2 chuyển Đang thực hiện (đ/c Lê Hải Yến, 10:05; lý do: 2 dự án chưa có quyết định).';
    expect(await world.say(YEN, '2 dự án chưa có quyết định')).toEqual([told]);
    expect(last(world, LONG)).toBe(told);
  });

  it('keep what stands when the second says so', async () => {
    await world.say(LONG, '2 hoàn thành');
    await world.say(YEN, '2 đang làm');
    expect(await world.say(YEN, '1')).toEqual([
      'Giữ nguyên cập nhật của đ/c Phạm Văn Long: mục 2 Hoàn thành.',
    ]);
  });

  it('are both left in peace when the agency is complete', async () => {
    await world.say(LONG, 'không thay đổi');
    await world.say(LONG, 'đồng ý');
    world.news();
    await world.tick('2026-06-03T08:00:00+07:00');
    expect(world.news()).toEqual([]);
  });

  it('do not undo each other by an old button', async () => {
    await world.say(LONG, '2 hoàn thành');
    await world.press(YEN, '2');
    await world.press(YEN, 'Đang thực hiện');
    await world.press(YEN, 'Thay bằng Đang thực hiện');
    await world.say(YEN, 'chưa có quyết định');
    expect(await world.press(LONG, 'Hoàn tác')).toEqual([
      expect.stringContaining('Mục 2 đã được đ/c Lê Hải Yến cập nhật Đang thực hiện'),
    ]);
  });

  it('hear of it when an update is taken back, and are then free to write', async () => {
    await world.say(LONG, '2 hoàn thành');
    await world.say(LONG, 'nhầm');
    expect(last(world, YEN)).toBe('Đ/c Phạm Văn Long vừa hoàn tác mục 2: Đang thực hiện (10:02).');
    expect(await world.say(YEN, '2 chờ thẩm định')).toEqual([
      expect.stringContaining('Đã ghi nhận mục 2: Chờ thẩm định'),
    ]);
  });

  it('do not bring an old version back over a later word of the other unasked', async () => {
    await world.say(YEN, '2 chờ thẩm định');
    await world.say(YEN, 'nhầm');
    await world.say(YEN, 'lịch sử 2');
    await world.say(LONG, '2 hoàn thành');
    expect(await world.press(YEN, 'Khôi phục bản 01/06/2026')).toEqual([
      'Mục 2 đã được đ/c Phạm Văn Long cập nhật Hoàn thành lúc 10:02, 01/06/2026. Vẫn khôi phục bản cũ?',
    ]);
    expect(await world.say(YEN, '0')).toEqual(['Đã bỏ, không có gì thay đổi.']);
    await world.say(YEN, 'lịch sử 2');
    await world.press(YEN, 'Khôi phục bản 01/06/2026');
    expect(await world.say(YEN, '1')).toEqual([
      expect.stringContaining('Mục 2 trở về Chờ thẩm định'),
    ]);
    expect(last(world, LONG)).toContain('Đ/c Lê Hải Yến vừa hoàn tác mục 2: Chờ thẩm định');
  });
});

describe('the history of an item', () => {
  it('offers the last update that does not stand, whole, and the paper by its name', async () => {
    await world.say(LONG, '1.3 hoàn thành');
    await world.say(LONG, '93%');
    await world.say(LONG, 'lịch sử 1.3');
    expect(world.choices(LONG)).toEqual(['1|Khôi phục theo phụ lục']);
    expect(await world.say(LONG, '1')).toEqual([
      'Đã hoàn tác. Mục 1.3 trở về Đang thực hiện theo số liệu kỳ trước. Lịch sử vẫn được lưu.',
    ]);
  });
});
