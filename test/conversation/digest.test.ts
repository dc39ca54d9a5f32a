import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const GROUP = '-500';
const THU_KY = '200';
const KHOA = '100';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
});
afterAll(closeProvinces);

describe('the leaders’ group', () => {
  it('is bound by the secretary, by nobody else', async () => {
    await world.accept({ ...world.head(THU_KY, GROUP), kind: 'addedToGroup' });
    expect(last(world, GROUP)).toContain('Nhóm này chưa được gắn với hệ thống.');
    expect(await world.say(KHOA, '/batdau', GROUP)).toEqual([
      'Chỉ Thư ký gắn được nhóm. Đề nghị Thư ký nhắn /batdau trong nhóm này.',
    ]);
    expect(await world.say(THU_KY, '/batdau', GROUP)).toEqual([
      'Đã gắn nhóm này. Bản tổng hợp cam kết quá hạn sẽ gửi lúc 07:30 ngày làm việc đầu tuần.',
    ]);
  });

  it('reads the digest on the first working day of the week, once (TX-04)', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    for (const day of ['01', '03', '04', '05']) await world.tick(`2026-06-${day}T08:00:00+07:00`);
    world.news();
    await world.tick('2026-06-08T07:29:00+07:00');
    expect(world.news()).toEqual([]);
    await world.tick('2026-06-08T07:30:00+07:00');
    await world.tick('2026-06-08T07:40:00+07:00');
    expect(world.news().map(({ chatId }) => chatId)).toEqual([GROUP]);
    expect(last(world, GROUP).split('\n').slice(0, 6)).toEqual([
      'CAM KẾT QUÁ HẠN – TUẦN 24 (08/06/2026)',
      'Kính gửi các đồng chí lãnh đạo.',
      'I. Chưa gửi báo cáo quý II/2026 (hạn trước ngày 05/06/2026): 3/4 đơn vị',
      '1. Sở Y tế – quá hạn 4 ngày, còn 4/4 nội dung; đã nhắc 4 lần',
      '2. Sở Công Thương – quá hạn 4 ngày, còn 2/2 nội dung; chưa có đầu mối',
      '3. Sở Xây dựng – quá hạn 4 ngày, còn 1/1 nội dung; chưa có đầu mối',
    ]);
  });

  it('is told silently when nothing is overdue', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    await world.tick('2026-06-01T07:30:00+07:00');
    expect(last(world, GROUP)).toContain('Tuần 23: không có đơn vị quá hạn báo cáo');
    expect(world.inChat(GROUP).at(-1)?.message.isSilent).toBe(true);
  });

  it('reads it late in the week when the first day was missed', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    await world.tick('2026-06-09T09:00:00+07:00');
    expect(last(world, GROUP).split('\n')[0]).toContain('gửi chậm do gián đoạn');
  });

  it('hears commands only, answers counts, and names nobody (TX-03)', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    expect(await world.say('999', 'các đồng chí đã xem chưa?', GROUP)).toEqual([]);
    const [status = ''] = await world.say('999', '/tinhtrang sở y tế', GROUP);
    expect(status).toContain('4 nội dung (03 mục lớn). Đã báo cáo 0/4');
    expect(status).not.toContain('Khoa');
    expect(await world.say('999', '/capnhat 1.3', GROUP)).toEqual([
      'Nội dung chi tiết xem trong tin nhắn riêng với hệ thống.',
    ]);
  });

  it('may press what it is offered, and is not greeted again when it was upgraded', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    await world.say('999', '/tinhtrang sở', GROUP);
    expect(await world.press('999', 'Sở Xây dựng', GROUP)).toEqual([
      expect.stringContaining('Sở Xây dựng – quý II/2026'),
    ]);
    const moved = { kind: 'chatMoved', newChatId: '-100500' } as const;
    await world.accept({ ...world.head(THU_KY, GROUP), ...moved });
    await world.accept({ ...world.head(THU_KY, '-100500'), kind: 'addedToGroup' });
    expect(world.inChat('-100500')).toEqual([]);
  });

  it('is followed when the platform gives it another id', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    world.next({ kind: 'moved', chatId: '-100500' });
    await world.tick('2026-06-08T07:30:00+07:00');
    expect(last(world, '-100500')).toContain('CAM KẾT QUÁ HẠN – TUẦN 24');
    await world.tick('2026-06-15T07:30:00+07:00');
    expect(world.inChat('-100500')).toHaveLength(2);
  });

  it('is followed also where somebody has spoken there before the notice of it came', async () => {
    await world.say(THU_KY, '/batdau', GROUP);
    await world.say('999', '/tinhtrang sở', GROUP);
    await world.say('999', '/tinhtrang sở', '-100500');
    await world.accept({
      ...world.head(THU_KY, GROUP),
      ...{ kind: 'chatMoved', newChatId: '-100500' },
    } as const);
    await world.tick('2026-06-08T07:30:00+07:00');
    expect(last(world, '-100500')).toContain('CAM KẾT QUÁ HẠN – TUẦN 24');
  });
});
