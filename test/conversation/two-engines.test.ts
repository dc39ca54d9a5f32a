import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvince, closeProvinces, type World } from './office-world.ts';

const KHOA = '100';
let world: World;

beforeEach(async () => {
  world = await aProvince('2026-05-20T09:00:00+07:00');
  await world.join(KHOA, 'Lê Minh Khoa', 'Sở Y tế');
  world.news();
});
afterAll(closeProvinces);

const text = (words: string) => ({ ...world.head(KHOA, KHOA), kind: 'text' as const, text: words });

describe('two instances behind a balancer', () => {
  it('act on what either of them stored, each once, and answer in the order in which it came', async () => {
    const [one, other] = [world.another('one'), world.another('other')];
    const updates = Array.from({ length: 12 }, (_, index) =>
      text(index % 2 === 0 ? 'trợ giúp' : 'lịch'),
    );

    for (const [index, update] of updates.entries()) {
      await (index % 3 === 0 ? one : other).intake.accept(update);
    }
    // Whoever sends an answer goes on with the chat: no sweep is needed.
    await Promise.all([one.idle(), other.idle()]);
    await Promise.all([one.idle(), other.idle()]);

    const answers = world.news().map(({ text: said }) => said.split(' ')[0]);
    expect(answers).toEqual(updates.map((_, index) => (index % 2 === 0 ? 'Các' : 'Lịch')));
  });

  it('do not act on an update while the answer before it is on its way from the other one', async () => {
    const [one, other] = [world.another('one'), world.another('other')];
    const slow = world.holdNext();
    await one.intake.accept(text('trợ giúp'));
    await slow.begun;

    await other.intake.accept(text('lịch'));
    await other.idle();
    expect(world.news()).toEqual([]);

    slow.goOn();
    await one.idle();
    expect(world.news().map(({ text: said }) => said.split(' ')[0])).toEqual(['Các', 'Lịch']);
  });

  it('take an update that comes to both of them once', async () => {
    const [one, other] = [world.another('one'), world.another('other')];
    const update = text('2 hoàn thành');

    const outcomes = await Promise.all([one.intake.accept(update), other.intake.accept(update)]);
    await Promise.all([one.idle(), other.idle()]);

    expect(outcomes.toSorted()).toEqual(['repeated', 'stored']);
    expect(world.news()).toHaveLength(1);
  });
});
