import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
const THU_KY = '200';
const GROUP = '-500';
const MORNING = '2026-06-01T08:00:00+07:00';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
  world.news();
});
afterAll(closeProvinces);

/** A digest of which nobody knows whether it arrived, and a reminder that was given up. */
async function anUnluckyMorning(): Promise<void> {
  await world.say(THU_KY, '/batdau', GROUP);
  world.next({ kind: 'unclear', reason: 'reset' });
  await world.tick('2026-06-01T07:30:00+07:00');
  await world.tickInVain(MORNING);
  world.news();
}

const LIST = [
  'Tin chưa chuyển được (2):',
  '• nhóm lãnh đạo, tin lúc 07:30, 01/06/2026: không rõ đã tới hay chưa (nhắn 1 gửi lại, 2 bỏ qua)',
  '• Lê Minh Khoa (Sở Y tế), tin lúc 08:00, 01/06/2026: đã gửi nhiều lần không được (nhắn 3 gửi lại, 4 bỏ qua)',
].join('\n');

describe('the list of what did not arrive', () => {
  it.each(['chưa chuyển được', 'chua chuyen duoc', '/chuachuyen', 'undelivered'])(
    'is shown to the secretary who writes «%s», each message with its choices',
    async (words) => {
      await anUnluckyMorning();

      expect(await world.say(THU_KY, words)).toEqual([LIST]);
      expect(world.choices(THU_KY)).toEqual([
        '1|1. Gửi lại',
        '2|2. Bỏ qua',
        '3|3. Gửi lại',
        '4|4. Bỏ qua',
      ]);
    },
  );

  it('is nobody else’s, and is named in the secretary’s help and work', async () => {
    await anUnluckyMorning();

    expect(await world.say(KHOA, 'chưa chuyển được')).toEqual([
      'Đồng chí chưa được phân quyền dùng lệnh này. Nhắn “trợ giúp” để xem các lệnh được dùng.',
    ]);
    expect((await world.say(THU_KY, 'trợ giúp'))[0]).toContain('• chưa chuyển được – ');
    expect((await world.say(KHOA, 'trợ giúp'))[0]).not.toContain('chưa chuyển được');
    expect((await world.say(THU_KY, 'việc của tôi'))[0]).toContain('• Tin chưa chuyển được: 2');
  });

  it('sends a given-up message again under its own key, by digit, and never twice', async () => {
    await anUnluckyMorning();
    await world.say(THU_KY, 'chưa chuyển được');

    const answers = await world.say(THU_KY, '3');
    const again = await world.say(THU_KY, '3');
    await world.tick('2026-06-01T09:00:00+07:00');

    expect(answers).toEqual(['Đã gửi lại.']);
    expect(again).toEqual([expect.stringContaining('không có câu hỏi nào đang chờ')]);
    expect(world.inChat(KHOA).filter(({ text }) => text.includes('hạn'))).toHaveLength(1);
    expect((await world.say(THU_KY, 'chưa chuyển được'))[0]).toContain('(1):');
  });

  it('leaves a message alone by button, and does not name it any more', async () => {
    await anUnluckyMorning();
    await world.say(THU_KY, 'chưa chuyển được');

    const answers = await world.press(THU_KY, '4. Bỏ qua');
    const left = await world.say(THU_KY, 'chưa chuyển được');
    await world.press(THU_KY, 'Bỏ qua');

    expect(answers).toEqual(['Đã ghi nhận, không gửi lại.']);
    expect(left[0]).toContain('nhóm lãnh đạo');
    expect(left[0]).not.toContain('Khoa');
    expect(await world.say(THU_KY, 'chưa chuyển được')).toEqual([
      'Không có tin nào chưa chuyển được.',
    ]);
    expect(world.inChat(GROUP).filter(({ text }) => text.includes('Tuần'))).toHaveLength(1);
  });

  it('keeps the words of a given-up notice until the secretary has decided', async () => {
    await world.planNotice('một lời nhắn', KHOA);
    await world.tickInVain(MORNING);
    expect(await world.everythingStored()).toContain('một lời nhắn');

    await world.say(THU_KY, 'chưa chuyển được');
    await world.say(THU_KY, '1');
    expect(world.inChat(KHOA).map(({ text }) => text)).toContain('một lời nhắn');
    expect(await world.everythingStored()).not.toContain('một lời nhắn');
  });
});

describe('somebody whose account takes no messages', () => {
  beforeEach(async () => {
    world.next({ kind: 'unreachable', reason: 'blocked' });
    await world.tick(MORNING);
  });

  it('is named with since when, and gets the day’s message when the secretary says so', async () => {
    expect(await world.say(THU_KY, 'chưa chuyển được')).toEqual([
      'Tin chưa chuyển được (1):\n• Lê Minh Khoa (Sở Y tế): tài khoản không nhận tin từ 08:00, 01/06/2026 (nhắn 1 gửi lại, 2 bỏ qua)',
    ]);

    await world.say(THU_KY, 'gửi lại');

    expect(last(world, KHOA)).toContain('Sở Y tế');
    expect(await world.say(THU_KY, 'chưa chuyển được')).toEqual([
      'Không có tin nào chưa chuyển được.',
    ]);
  });

  it('is not named any more when the secretary knows, until it happens again', async () => {
    await world.say(THU_KY, 'chưa chuyển được');
    await world.say(THU_KY, 'bỏ qua');
    expect(await world.say(THU_KY, 'chưa chuyển được')).toEqual([
      'Không có tin nào chưa chuyển được.',
    ]);

    await world.say(KHOA, 'trợ giúp');
    world.next({ kind: 'unreachable', reason: 'blocked' });
    await world.tick('2026-06-03T08:00:00+07:00');

    expect((await world.say(THU_KY, 'chưa chuyển được'))[0]).toContain('08:00, 03/06/2026');
  });
});
