import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
const THU_KY = '200';
const GROUP = '-500';
const MONDAY = '2026-06-01T08:00:00+07:00';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  world.news();
});
afterAll(closeProvinces);

describe('a personal message', () => {
  it('goes again when the platform asks for patience', async () => {
    world.next({ kind: 'retryLater', afterMs: 1_000, reason: '429' });
    await world.tick(MONDAY);
    expect(world.news().map(({ chatId }) => chatId)).toEqual([KHOA]);
  });

  it('goes once more, marked, when nobody knows whether it arrived', async () => {
    world.next({ kind: 'unclear', reason: 'reset' });
    await world.tick(MONDAY);
    const [first, second, ...more] = world.news();
    expect(more).toEqual([]);
    expect(second?.text).toBe(`(Nhắc lại: tin này có thể đã tới đồng chí.)\n${first?.text ?? ''}`);
  });

  it('makes its receiver unreachable when it is refused, and the secretary is told', async () => {
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    world.next({ kind: 'unreachable', reason: 'blocked' });
    await world.tick(MONDAY);
    expect(last(world, THU_KY)).toContain('Chưa chuyển được tin tới Lê Minh Khoa (Sở Y tế)');
    await world.say(KHOA, 'việc của tôi');
    await world.tick('2026-06-03T08:00:00+07:00');
    expect(last(world, KHOA)).toContain('còn 1 ngày làm việc');
  });

  it('is taken up from a process that died while sending it', async () => {
    await world.claimAndForget(MONDAY);
    world.moveTo('2026-06-01T08:01:00+07:00');
    world.restart('two');
    await world.sweepForAWhile();
    expect(last(world, KHOA)).toContain('(Nhắc lại: tin này có thể đã tới đồng chí.)');
    world.news();
    await world.tick('2026-06-01T08:02:00+07:00');
    expect(world.news()).toEqual([]);
  });
});

describe('a message to the leaders’ group', () => {
  it('does not go again when nobody knows: the secretary decides', async () => {
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    await world.say(THU_KY, '/batdau', GROUP);
    world.news();
    world.next({ kind: 'unclear', reason: 'reset' });
    await world.tick('2026-06-01T07:30:00+07:00');
    expect(world.news().map(({ chatId }) => chatId)).toEqual([GROUP, THU_KY]);
    expect(last(world, THU_KY)).toContain('Không rõ tin gửi nhóm lãnh đạo lúc 07:30, 01/06/2026');
    await world.press(THU_KY, 'Gửi lại');
    expect(world.news().map(({ chatId }) => chatId)).toEqual([THU_KY, GROUP]);
    expect(await world.press(THU_KY, 'Gửi lại')).toEqual(['Tin này đã được xử lý trước đó.']);
  });
});

describe('several messages to the group of which nobody knows', () => {
  it('are each shown to the secretary, and again when it happens again', async () => {
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    await world.say(THU_KY, '/batdau', GROUP);
    const asked = () => world.inChat(THU_KY).filter(({ text }) => text.includes('Không rõ tin'));
    const unclear = { kind: 'unclear', reason: 'reset' } as const;

    for (const times of [1, 2]) {
      world.next(unclear);
      await world.say(KHOA, '/tinhtrang sở', GROUP);
      expect(asked()).toHaveLength(times);
    }
    world.next({ kind: 'sent', messageIds: ['1'] }, unclear);
    await world.press(THU_KY, 'Gửi lại');
    expect(asked()).toHaveLength(3);
  });
});

describe('whoever watches the service', () => {
  it('is told what became of every update and of every attempt to deliver', async () => {
    world.watched();
    await world.say(KHOA, 'trợ giúp');
    expect(world.watched()).toEqual(['telegram settled', 'reply sent', 'telegram answered']);

    world.next({ kind: 'retryLater', afterMs: 1_000, reason: '429' });
    await world.tick(MONDAY);
    expect(world.watched()).toEqual(['daily retried', 'daily sent']);

    world.next({ kind: 'unreachable', reason: 'blocked' });
    await world.tick('2026-06-03T08:00:00+07:00');
    expect(world.watched()).toEqual(['daily failed']);
    await world.say(KHOA, 'trợ giúp');
    world.watched();
    await world.tickInVain('2026-06-04T08:00:00+07:00');
    expect(world.watched()).toEqual(['daily dead']);
  });

  it('is told of a group message that a dead process may have sent', async () => {
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    await world.say(THU_KY, '/batdau', GROUP);
    await world.claimAndForget('2026-06-01T07:30:00+07:00');
    world.watched();
    world.moveTo('2026-06-01T07:31:00+07:00');
    world.restart('two');
    await world.sweepForAWhile();
    expect(world.watched()).toContain('digest unclear');
  });
});

describe('an update', () => {
  it('acts once however often it comes', async () => {
    const update = { ...world.head(KHOA, KHOA), kind: 'text' as const, text: '2 hoàn thành' };
    expect(await world.accept(update)).toBe('stored');
    expect(await world.accept(update)).toBe('repeated');
    expect(world.news()).toHaveLength(1);
    const [history = ''] = await world.say(KHOA, 'lịch sử 2');
    expect(history.match(/Lê Minh Khoa/gu)).toHaveLength(1);
  });

  it('waits through a restart and is acted on then', async () => {
    await world.acceptOnly({ ...world.head(KHOA, KHOA), kind: 'text', text: '2 hoàn thành' });
    expect(world.news()).toEqual([]);
    world.restart('two');
    await world.sweep();
    expect(last(world, KHOA)).toContain('Đã ghi nhận mục 2: Hoàn thành');
  });

  it('leaves nothing of its text once it is settled', async () => {
    await world.say(KHOA, 'câu nói riêng 12345');
    expect(await world.everythingStored()).not.toContain('câu nói riêng 12345');
  });
});
