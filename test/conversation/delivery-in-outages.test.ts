import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { RetryLaterError } from '../../src/usecases/delivering.ts';
import { aProvince, closeProvinces, last, type World } from './office-world.ts';

const KHOA = '100';
const THU_KY = '200';
const GROUP = '-500';
const MONDAY = '2026-06-01T08:00:00+07:00';
const DIGEST = '2026-06-01T07:30:00+07:00';
const REPEAT = '(Nhắc lại: tin này có thể đã tới đồng chí.)';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  world.news();
});
afterAll(closeProvinces);

const aGroup = async () => {
  await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
  await world.say(THU_KY, '/batdau', GROUP);
  world.news();
};
const undelivered = async () => (await world.say(THU_KY, 'chưa chuyển được'))[0];
const NONE = 'Không có tin nào chưa chuyển được.';

describe('a database that breaks off', () => {
  it.each([
    ['before it has settled a message', 'undone'],
    ['after it has settled one, unheard', 'unheard'],
  ] as const)('%s, lets nobody be told twice', async (_when, broken) => {
    world.breakOff('settle', broken, 'undone', 'undone');
    await world.tick(MONDAY);
    await world.sweepForAWhile();

    const [only, ...more] = world.news();
    expect(only?.text).toContain('Kính gửi đồng chí Lê Minh Khoa');
    expect(more).toEqual([]);
  });

  it('after a claim of which nobody hears, leaves a message that goes out marked', async () => {
    world.breakOff('claim', 'unheard');
    await world.tick(MONDAY);
    expect(world.news()).toEqual([]);

    await world.sweepForAWhile();
    expect(world.news().map(({ text }) => text.split('\n')[0])).toEqual([REPEAT]);
  });

  it('while a press is acted on that was stored on the way, leaves it to be acted on once', async () => {
    await world.say(KHOA, 'mục 2');
    world.news();
    world.breakOff('act', 'undone');
    await world.press(KHOA, 'Đang thực hiện');
    expect(world.news()).toEqual([]);

    await world.sweep();
    await world.sweep();
    expect(world.news().map(({ text }) => text)).toEqual([
      expect.stringContaining('Đã ghi nhận mục 2: Đang thực hiện'),
    ]);
  });

  it('says nothing against an update, which waits however often it happens', async () => {
    world.breakOff('act', 'undone', 'undone', 'undone', 'undone', 'undone');
    await world.say(KHOA, '2 hoàn thành');
    for (let sweeps = 0; sweeps < 4; sweeps += 1) await world.sweep();
    expect(world.news()).toEqual([]);

    await world.sweep();
    expect(world.news().map(({ text }) => text)).toEqual([
      expect.stringContaining('Đã ghi nhận mục 2: Hoàn thành'),
    ]);
  });
});

describe('a claim that its own process does not know of', () => {
  it('is taken back: a personal message goes out marked', async () => {
    await world.claimAndForget(MONDAY);
    await world.sweepForAWhile();
    expect(world.news().map(({ text }) => text.split('\n')[0])).toEqual([REPEAT]);
  });

  it('to the group is shown to the secretary, who has it sent or not', async () => {
    await aGroup();
    await world.claimAndForget(DIGEST);
    await world.sweepForAWhile();
    expect(world.inChat(GROUP).filter(({ text }) => text.includes('Tuần'))).toEqual([]);

    await world.press(THU_KY, 'Gửi lại');
    expect(last(world, GROUP)).toContain('Tuần 23');
    expect(await undelivered()).toBe(NONE);
  });
});

describe('a process that is told to end while it acts on an update', () => {
  it('sends the answer before it ends, and nobody says it again', async () => {
    const ending = world.another('ending');
    let stopped: Promise<void> | undefined;
    world.meanwhile('act', () => {
      stopped = ending.stop();
    });
    await ending.intake.accept({ ...world.head(KHOA, KHOA), kind: 'text', text: 'trợ giúp' });
    await ending.idle();
    await stopped;
    await ending.leave();

    expect(world.news()).toHaveLength(1);
    await world.sweepForAWhile();
    expect(world.news()).toEqual([]);
  });
});

describe('a message that waits for its turn', () => {
  it('is claimed by nobody: another process sends it, and says nothing of a repetition', async () => {
    const turn = world.holdNextBack();
    const ticked = world.tick(MONDAY);
    await turn.begun;
    await world.deliverBy(world.another('other'));

    const [only, ...more] = world.news();
    expect(only?.text).toContain('Kính gửi đồng chí Lê Minh Khoa');
    expect(more).toEqual([]);
    turn.goOn();
    await ticked;
    expect(world.news()).toEqual([]);
  });

  it('stays planned when its process is to end', async () => {
    const ending = world.another('ending');
    world.moveTo(MONDAY);
    await ending.tick();
    const turn = world.holdNextBack();
    const sent = world.deliverBy(ending);
    await turn.begun;
    const stopped = ending.stop();
    turn.goOn();

    await expect(sent).rejects.toThrow(RetryLaterError);
    await stopped;
    expect(world.news()).toEqual([]);
    await world.deliverBy(world.another('other'));
    expect(world.news().map(({ text }) => text.split(',')[0])).toEqual([
      'Kính gửi đồng chí Lê Minh Khoa',
    ]);
  });

  it('for long says what stands when it leaves', async () => {
    const turn = world.holdNextBack();
    const ticked = world.tick(MONDAY);
    await turn.begun;
    expect(await world.say(KHOA, '2 hoàn thành')).toHaveLength(1);
    world.news();
    world.moveTo('2026-06-01T08:00:30+07:00');

    turn.goOn();
    await ticked;
    const [only] = world.news();
    expect(only?.text).toContain('Kính gửi đồng chí Lê Minh Khoa');
    expect(only?.text).toContain('Đã cập nhật 1/4 nội dung');
  });

  it('and answers somebody, is not sent under the old claim when the process has stood still', async () => {
    const turn = world.holdNextBack();
    const said = world.say(KHOA, '2 hoàn thành');
    await turn.begun;
    const other = world.another('other');
    for (const second of [20, 28, 36, 44]) {
      world.moveTo(`2026-05-20T09:00:${second}+07:00`);
      await other.sweep();
      await other.idle();
    }
    expect(world.news().map(({ text }) => text.split('\n')[0])).toEqual([REPEAT]);

    turn.goOn();
    await said;
    expect(world.news()).toEqual([]);
  });
});

describe('a process that stands still', () => {
  it('between claiming and sending sends nothing under that claim', async () => {
    world.meanwhile('claim', () => world.moveTo('2026-06-01T08:00:20+07:00'));
    await world.tick(MONDAY);
    await world.sweepForAWhile();
    expect(world.news()).toHaveLength(1);
  });

  it('while the platform answers is believed when it wakes: nobody needs to decide', async () => {
    await aGroup();
    const other = world.another('other');
    const slow = world.holdNext();
    const ticked = world.tick(DIGEST);
    await slow.begun;
    await world.sweepForAWhile(other);
    world.news();
    await world.sweepForAWhile(other);

    slow.goOn();
    await ticked;
    expect(await undelivered()).toBe(NONE);
    expect(world.inChat(GROUP).filter(({ text }) => text.includes('Tuần'))).toHaveLength(1);
  });

  it('is missed also where nobody lives for long: who came after it has seen its silence', async () => {
    await world.claimAndForget(MONDAY);
    world.moveTo('2026-06-01T08:00:20+07:00');
    await world.another('other').sweep();
    world.moveTo('2026-06-01T08:00:31+07:00');
    world.restart('third');
    await world.sweep();
    expect(last(world, KHOA)).toContain(REPEAT);
  });

  it('is not taken for dead by one that was away itself', async () => {
    await world.claimAndForget(MONDAY);
    const other = world.another('other');
    await other.sweep();
    world.moveTo('2026-06-01T08:02:00+07:00');
    await other.sweep();
    await other.idle();
    await world.flush();
    expect(world.news()).toEqual([]);
  });
});

describe('what was left lying', () => {
  it('of a working day is not said on a day off, and is told late on the next working day', async () => {
    await world.claimAndForget('2026-05-29T08:00:00+07:00');
    world.moveTo('2026-05-30T09:00:00+07:00');
    world.restart('two');
    await world.sweepForAWhile();
    expect(world.news()).toEqual([]);

    await world.tick(MONDAY);
    expect(world.news()).toHaveLength(1);
  });

  it('of the group’s week waits for the office’s hours', async () => {
    await aGroup();
    world.next({ kind: 'retryLater', afterMs: 1_000, reason: 'telegramTrouble' });
    world.meanwhile('settle', () => world.moveTo('2026-06-01T17:30:00+07:00'));
    await world.tick(DIGEST);
    await world.sweepForAWhile();
    expect(world.inChat(GROUP).filter(({ text }) => text.includes('Tuần'))).toEqual([]);

    world.moveTo('2026-06-02T07:31:00+07:00');
    await world.sweepForAWhile();
    expect(last(world, GROUP)).toContain('Tuần 23');
  });

  it('of a platform that is away for long goes out when it is back', async () => {
    const away = { kind: 'retryLater', afterMs: 1_000, reason: 'telegramTrouble' } as const;
    world.next(...Array.from({ length: 20 }, () => away));
    expect(await world.say(KHOA, 'trợ giúp')).toEqual([]);

    for (let sweeps = 0; sweeps < 4; sweeps += 1) await world.sweep();
    expect(world.news()).toHaveLength(1);
  });

  it('of answers is never given up for being in doubt', async () => {
    world.next(
      ...Array.from({ length: 20 }, () => ({ kind: 'unclear', reason: 'reset' }) as const),
    );
    const answers = await world.say(KHOA, 'trợ giúp');
    for (let sweeps = 0; sweeps < 4; sweeps += 1) await world.sweep();
    expect(answers.length + world.news().length).toBeGreaterThan(20);
    expect(last(world, KHOA)).toContain(REPEAT);
    await world.sweepForAWhile();
    expect(world.news()).toEqual([]);
  });

  it('of a message that breaks off again and again is shown to the secretary in the end', async () => {
    await world.join(THU_KY, 'Trần Văn Thư', 'Sở Y tế', 'secretary');
    world.next(
      ...Array.from({ length: 20 }, () => ({ kind: 'unclear', reason: 'reset' }) as const),
    );
    await world.tick('2026-05-26T08:00:00+07:00');
    expect(await undelivered()).toContain('Lê Minh Khoa (Sở Y tế)');
  });
});
