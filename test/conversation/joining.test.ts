import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const THU_KY = '200';
const BAO = '300';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-26T08:30:00+07:00');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
});
afterAll(closeProvinces);

async function agencyId(name: string): Promise<number> {
  return world.inTransaction(async ({ agencies }) => {
    const found = (await agencies.list()).find((agency) => agency.name === name);
    return found?.id ?? 0;
  });
}

describe('a named person with a code', () => {
  it('is in at once, and reads what is kept and what must not be sent', async () => {
    const [welcome = ''] = await world.join(BAO, 'Nguyễn Quốc Bảo', 'Sở Xây dựng');
    expect(welcome.split('\n')).toEqual([
      'Kính chào đồng chí Nguyễn Quốc Bảo, đầu mối Sở Xây dựng.',
      'Hệ thống chỉ lưu họ tên, chức danh, đơn vị, tài khoản nhắn tin này và các cập nhật của đồng chí.',
      'Không gửi nội dung bí mật nhà nước qua ứng dụng này.',
      'Sở Xây dựng: 1 nội dung cam kết, 1 chưa cập nhật, hạn trước ngày 05/06/2026 (chậm nhất hết thứ Năm, 04/06/2026) – quý II/2026.',
    ]);
    expect(await world.press(BAO, 'Xem 1 nội dung')).toEqual([expect.stringContaining('• 1 ')]);
  });

  it('cannot use a code twice, nor one that has expired', async () => {
    const { code } = await world.openCode(await agencyId('Sở Xây dựng'));
    await world.say(BAO, code);
    await world.say(BAO, 'Nguyễn Quốc Bảo');
    expect(await world.say('301', code)).toEqual([expect.stringContaining('Mã mời đã được dùng.')]);
    const late = await world.openCode(await agencyId('Sở Xây dựng'));
    world.moveTo('2026-06-10T08:00:00+07:00');
    expect(await world.say('302', late.code)).toEqual([
      expect.stringContaining('Mã mời đã hết hiệu lực.'),
    ]);
  });
});

describe('an agency without an officer (TX-08)', () => {
  it('is shown to the secretary with a button, and joins by an open code that he confirms', async () => {
    await world.tick('2026-06-01T08:00:00+07:00');
    expect(last(world, THU_KY)).toContain(
      '3/3 đơn vị chưa có đầu mối nhận tin quý II/2026: Sở Y tế; Sở Công Thương; Sở Xây dựng.',
    );
    const [invitation = ''] = await world.press(THU_KY, 'Tạo mã mời: Sở Xây dựng');
    const code = /XD-[0-9A-Z]{4}/u.exec(invitation)?.[0] ?? '';
    expect(invitation).toContain(`Mã mời dùng một lần: ${code}, hiệu lực đến 17:00, 08/06/2026.`);
    expect(await world.say(BAO, code.toLowerCase().replace('-', ' '))).toEqual([
      expect.stringContaining('Đề nghị cho biết họ tên, chức vụ'),
    ]);
    expect(await world.say(BAO, 'Nguyễn Quốc Bảo, chuyên viên')).toEqual([
      expect.stringContaining('Đã ghi nhận. Chờ Văn phòng xác nhận'),
    ]);
    expect(await world.say(BAO, 'việc của tôi')).toEqual([
      'Đăng ký của đồng chí đang chờ Văn phòng xác nhận.',
    ]);
    expect(last(world, THU_KY)).toBe(
      'Nguyễn Quốc Bảo, chuyên viên, đăng ký đầu mối Sở Xây dựng bằng mã mời.',
    );
    await world.press(THU_KY, 'Xác nhận');
    expect(last(world, BAO)).toContain('Đồng chí đã là đầu mối Sở Xây dựng.');
    expect(last(world, BAO)).toContain('1 nội dung cam kết, 1 chưa cập nhật');
    expect(await world.press(THU_KY, 'Xác nhận')).toEqual(['Việc này đã được xử lý trước đó.']);
  });

  it('takes a title with a figure in it, and writes to each in the language that they chose', async () => {
    await world.say(THU_KY, 'ngôn ngữ english');
    const { code } = await world.openCode(await agencyId('Sở Xây dựng'));
    await world.say(BAO, code);
    expect(await world.say(BAO, 'Nguyễn Quốc Bảo, phó trưởng phòng 2')).toEqual([
      expect.stringContaining('Đã ghi nhận. Chờ Văn phòng xác nhận'),
    ]);
    expect(last(world, THU_KY)).toContain('Nguyễn Quốc Bảo, phó trưởng phòng 2');
    expect(last(world, THU_KY)).not.toContain('đăng ký');
    await world.say(THU_KY, '1');
    expect(last(world, BAO)).toContain('Đồng chí đã là đầu mối Sở Xây dựng.');
  });

  it('gives a stranger nothing before the secretary has confirmed, or when he refuses', async () => {
    const { code } = await world.openCode(await agencyId('Sở Xây dựng'));
    await world.say(BAO, code);
    await world.say(BAO, 'Kẻ Gian');
    await world.press(THU_KY, 'Từ chối');
    expect(last(world, BAO)).toContain('Văn phòng chưa chấp nhận');
    expect(await world.say(BAO, 'tình trạng')).toEqual([
      expect.stringContaining('đề nghị nhắn mã mời'),
    ]);
  });
});

describe('wrong codes', () => {
  it('lock their sender for an hour after five, whatever comes then', async () => {
    const { code } = await world.openCode(await agencyId('Sở Xây dựng'));
    for (const left of [4, 3, 2, 1]) {
      expect(await world.say(BAO, 'GT-0000')).toEqual([
        expect.stringContaining(`còn ${left} lần thử`),
      ]);
    }
    expect(await world.say(BAO, 'GT-0000')).toEqual([
      'Nhập sai mã nhiều lần. Đề nghị thử lại sau 09:30, 26/05/2026.',
    ]);
    expect(await world.say(BAO, code)).toEqual([expect.stringContaining('Nhập sai mã nhiều lần.')]);
    world.moveTo('2026-05-26T09:31:00+07:00');
    expect(await world.say(BAO, code)).toEqual([expect.stringContaining('hợp lệ')]);
  });

  it('are limited over all senders together', async () => {
    for (let sender = 0; sender < 25; sender += 1) {
      for (let attempt = 0; attempt < 4; attempt += 1) await world.say(`9${sender}`, 'GT-0000');
    }
    const { code } = await world.openCode(await agencyId('Sở Xây dựng'));
    expect(await world.say('888', code)).toEqual([expect.stringContaining('thử lại sau')]);
  });
});

describe('a stranger', () => {
  it('is told how to join when sending a picture', async () => {
    await world.accept({ ...world.head(BAO, BAO), ...world.noText('photo') });
    expect(last(world, BAO)).toContain('đề nghị nhắn mã mời do Văn phòng cấp');
  });

  it.each(['xin chào', '/start', 'tình trạng', 'hello'])(
    'is told how to join: «%s»',
    async (text) => {
      const [greeting = ''] = await world.say(BAO, text);
      expect(greeting).toContain('đề nghị nhắn mã mời do Văn phòng cấp');
      expect(greeting).toContain('Không gửi nội dung bí mật nhà nước qua ứng dụng này.');
    },
  );
});

describe('somebody who blocks the bot', () => {
  it('is unreachable from then on, and the secretary is told', async () => {
    await world.join(BAO, 'Nguyễn Quốc Bảo', 'Sở Xây dựng');
    await world.accept({ ...world.head(BAO, BAO), kind: 'blocked' });
    expect(last(world, THU_KY)).toBe(
      'Chưa chuyển được tin tới Nguyễn Quốc Bảo (Sở Xây dựng): tài khoản không nhận tin. Đề nghị liên hệ bằng điện thoại hoặc cấp mã mời mới.',
    );
    world.news();
    await world.tick('2026-06-01T08:00:00+07:00');
    expect(world.news().filter(({ chatId }) => chatId === BAO)).toEqual([]);
  });
});
