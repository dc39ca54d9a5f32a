import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar-date.ts';
import { anItem, aPaper, aSection } from '../usecases/office-for-test.ts';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
const HEAD = '150';
const THU_KY = '200';
let world: World;
afterAll(closeProvinces);

describe('reminders of a quarter', () => {
  beforeEach(async () => {
    world = await aProvince('2026-05-20T09:00:00+07:00');
    await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    world.news();
  });

  const days = async (from: string, count: number, at = '08:00') => {
    const told: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const date = new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000);
      const day = date.toISOString().slice(0, 10);
      await world.tick(`${day}T${at}:00+07:00`);
      told.push(...world.news().map(({ chatId }) => `${day} ${chatId}`));
    }
    return told;
  };

  it('come 7, 3, 1 and 0 working days before, then on three late days, then weekly', async () => {
    expect(await days('2026-05-21', 34)).toEqual(
      [
        ...['2026-05-26', '2026-06-01', '2026-06-03', '2026-06-04'],
        ...['2026-06-05', '2026-06-08', '2026-06-09', '2026-06-16', '2026-06-23'],
      ].map((day) => `${day} ${KHOA}`),
    );
  });

  describe('written together', () => {
    const LATE = '2026-06-16T08:00:00+07:00';
    const staffed = async () => {
      const staff = await aProvince('2026-05-20T09:00:00+07:00');
      await staff.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
      await staff.join('101', 'Trần Thị Mai', 'Sở Y tế');
      await staff.join('102', 'Nguyễn Văn Nam', 'Sở Xây dựng');
      await staff.join(HEAD, 'Phạm Văn Đức', 'Sở Y tế', 'head');
      await staff.join(THU_KY, 'Vũ Thị Hoa', 'Sở Công Thương', 'secretary');
      staff.news();
      return staff;
    };
    const toldBy = (staff: World) =>
      staff
        .news()
        .map(({ chatId, text }) => ({ chatId, text, choices: staff.choices(chatId) }))
        .sort((one, other) => Number(one.chatId) - Number(other.chatId));

    it('say to each what they say alone', async () => {
      const alone = await staffed();
      await alone.tick(LATE);
      const each = toldBy(alone);
      const together = await staffed();
      await together.tickAtOnce(LATE);

      expect(each.map(({ chatId }) => chatId)).toEqual([KHOA, '101', '102', HEAD, THU_KY]);
      expect(toldBy(together)).toEqual(each);
    });

    it('are all written again where the database broke off', async () => {
      const staff = await staffed();
      staff.breakOff('claim', 'undone');

      const outcomes = await staff.tickAtOnce(LATE);

      expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('fulfilled'));
      expect(toldBy(staff)).toHaveLength(5);
    });
  });

  it('come once however often the clock ticks', async () => {
    await world.tick('2026-06-01T08:00:00+07:00');
    await world.tick('2026-06-01T08:00:10+07:00');
    await world.tick('2026-06-01T15:00:00+07:00');
    expect(world.news()).toHaveLength(1);
  });

  it('come the same day for what an import brings to a quiet morning', async () => {
    await world.tick('2026-06-01T08:00:00+07:00');
    world.news();
    await world.tick('2026-06-02T08:00:00+07:00');
    await world.tick('2026-06-02T08:00:05+07:00');
    expect(world.news()).toEqual([]);

    const urgent = anItem('9', { milestoneOn: day('2026-06-03'), text: 'Khai trương trạm y tế' });
    await world.load(aPaper([aSection('Sở Y tế', [urgent])], { year: 2026 }));
    await world.tick('2026-06-02T09:00:00+07:00');

    expect(world.news().map(({ text }) => text)).toEqual([
      expect.stringContaining('Khai trương trạm y tế'),
    ]);
  });

  it('do not come outside the office’s hours', async () => {
    await world.tick('2026-06-01T07:59:00+07:00');
    await world.tick('2026-06-01T17:00:00+07:00');
    expect(world.news()).toEqual([]);
  });

  it('come late as one message after downtime, and say so (TX-18)', async () => {
    await world.tick('2026-06-01T09:40:00+07:00');
    expect(last(world, KHOA).split('\n')[0]).toBe(
      'Tin nhắc lúc 08:00 gửi chậm do gián đoạn (gửi lúc 09:40).',
    );
    await world.tick('2026-06-09T10:00:00+07:00');
    const [late, ...rest] = world.news().slice(1);
    expect(rest).toEqual([]);
    expect(late?.text).toContain('đã quá hạn 5 ngày. Đề nghị đồng chí hoàn thành cập nhật.');
  });

  it('rise in tone once the daily ones have passed', async () => {
    await world.tick('2026-06-16T08:00:00+07:00');
    expect(last(world, KHOA)).toContain('Đề nghị đồng chí khẩn trương hoàn thành cập nhật.');
  });

  it('name the day that was missed when it was not today', async () => {
    await world.tick('2026-05-27T10:00:00+07:00');
    expect(last(world, KHOA)).toContain(
      'Tin nhắc lúc 08:00 ngày 26/05/2026 gửi chậm do gián đoạn (gửi lúc 10:00).',
    );
  });

  it('do not come to somebody who joins after them', async () => {
    world.moveTo('2026-06-01T14:00:00+07:00');
    await world.join('101', 'Lê Hải Yến', 'Sở Y tế');
    world.news();
    await world.tick('2026-06-01T14:10:00+07:00');
    expect(world.news().map(({ chatId }) => chatId)).toEqual([KHOA]);
  });

  it('are not moved by an early report', async () => {
    world.moveTo('2026-05-25T10:00:00+07:00');
    await world.say(KHOA, 'không thay đổi');
    await world.say(KHOA, '1');
    world.news();
    expect(await days('2026-05-26', 40)).toEqual([]);
    await world.tick('2026-08-24T08:00:00+07:00');
    expect(last(world, KHOA)).toContain('Báo cáo quý III/2026');
  });

  it('go to the head after two late working days, and to the secretary after four', async () => {
    world.moveTo('2026-05-21T10:00:00+07:00');
    await world.join(HEAD, 'Vũ Thị Hằng', 'Sở Y tế', 'head');
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Công Thương', 'secretary');
    await world.tick('2026-06-05T08:00:00+07:00');
    world.news();
    await world.tick('2026-06-08T08:00:00+07:00');
    const head = world.news().find(({ chatId }) => chatId === HEAD);
    expect(head?.text).toContain('Sở Y tế quá hạn báo cáo quý II/2026');
    await world.tick('2026-06-09T08:00:00+07:00');
    world.news();
    await world.tick('2026-06-10T08:00:00+07:00');
    const fourth = world.news().find(({ chatId }) => chatId === THU_KY);
    expect(fourth?.text).toContain('1. Sở Y tế – quá hạn 6 ngày, còn 4/4 nội dung');
    expect(fourth?.text).not.toContain('gián đoạn');
    await world.tick('2026-06-16T08:00:00+07:00');
    const secretary = world.news().find(({ chatId }) => chatId === THU_KY);
    expect(secretary?.text).toContain('1. Sở Y tế – quá hạn 12 ngày, còn 4/4 nội dung');
  });

  it('put off until later promise the next day of the ladder', async () => {
    await world.tick('2026-06-01T08:00:00+07:00');
    expect(await world.press(KHOA, 'Nhắc lại sau')).toEqual([
      'Sẽ nhắc đồng chí vào kỳ nhắc tiếp theo: thứ Tư, 03/06/2026.',
    ]);
  });
});

describe('a deadline on rest days (TX-09)', () => {
  beforeEach(async () => {
    world = await aProvince('2027-08-16T09:00:00+07:00');
    await world.load2027();
    await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    world.news();
  });

  it('is counted to the last working day, and says why', async () => {
    await world.tick('2027-08-23T08:00:00+07:00');
    const told = world.news();
    expect(told.find(({ chatId }) => chatId === KHOA)?.text).toContain(
      'Báo cáo quý III/2027 gửi trước ngày 05/09/2027. Ngày 04/09/2027 là thứ Bảy, ngày 02–03/09/2027 nghỉ lễ; đề nghị hoàn thành chậm nhất thứ Tư, 01/09/2027. Còn 7 ngày làm việc.',
    );
    expect(told.find(({ chatId }) => chatId === THU_KY)?.text).toContain(
      'Hạn quý III/2027 rơi vào ngày nghỉ. Hệ thống nhắc theo mốc 01/09/2027 (lùi về trước).',
    );
  });

  it('sends nothing on the rest days, and takes a report on them as in time', async () => {
    await world.tick('2027-09-01T08:00:00+07:00');
    world.news();
    for (const day of ['02', '03', '04', '05', '06']) {
      await world.tick(`2027-09-${day}T08:00:00+07:00`);
    }
    expect(world.news()).toEqual([]);
    world.moveTo('2027-09-04T16:00:00+07:00');
    expect(await world.say(KHOA, '2 đang thực hiện')).toEqual([
      expect.stringContaining('Báo cáo gửi trong hạn (trước ngày 05/09/2027).'),
    ]);
  });
});

describe('a reminder that comes in the middle of an answer', () => {
  beforeEach(async () => {
    world = await aProvince('2026-05-26T07:59:00+07:00');
    await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    await world.say(KHOA, 'mục 2');
  });

  const REMINDER = '2026-05-26T08:00:00+07:00';

  it('leaves the words that were asked for to the item that they are about', async () => {
    await world.press(KHOA, 'Đang thực hiện');
    await world.tick(REMINDER);
    expect(last(world, KHOA)).toContain('Kính gửi');

    const answers = await world.say(KHOA, 'Đã xong 3 trong 5 lớp');
    expect(answers[0]).toContain('“Đã xong 3 trong 5 lớp”');
  });

  it('leaves the question open that only a choice answers', async () => {
    await world.press(KHOA, 'Đang thực hiện');
    await world.say(KHOA, 'Đã xong 3 trong 5 lớp');
    await world.tick(REMINDER);
    expect((await world.say(KHOA, 'không'))[0]).toContain('Đã ghi: mục 2 không có');
  });

  it('brings choices of its own, which are what is typed then', async () => {
    await world.tick(REMINDER);
    expect((await world.say(KHOA, '4'))[0]).toContain('Mục 4 – ');
  });

  it('is not in the way once it was put off: what was asked before is open again', async () => {
    await world.tick(REMINDER);
    await world.press(KHOA, 'Nhắc lại sau');
    expect((await world.say(KHOA, 'đang thực hiện'))[0]).toContain('Đã ghi nhận mục 2');
  });

  it('takes nothing up again that was asked long before', async () => {
    world = await aProvince('2026-05-25T16:00:00+07:00');
    await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
    await world.say(KHOA, 'mục 2');
    await world.tick(REMINDER);
    expect((await world.say(KHOA, 'đang thực hiện'))[0]).not.toContain('Đã ghi nhận');
  });
});
