import { describe, expect, it } from 'vitest';
import { createHeartbeat } from '../src/heartbeat.ts';
import type { UnitOfWork } from '../src/usecases/ports/unit-of-work.ts';

const HOUR = 3_600_000;

/** A process that has beaten for a minute, on a clock that can be set. */
async function aProcess() {
  let now = Date.parse('2026-06-09T08:00:00+07:00');
  const clock = { now: () => new Date(now) };
  const inTransaction = (async () => undefined) as unknown as UnitOfWork['inTransaction'];
  const heartbeat = createHeartbeat({ inTransaction } as UnitOfWork, {
    sender: 'one',
    sharedClock: clock,
  });
  const live = async (ms: number) => {
    for (let lived = 0; lived < ms; lived += 5_000) {
      now += 5_000;
      await heartbeat.beat();
    }
  };
  await heartbeat.beat();
  await live(60_000);
  return {
    ...heartbeat,
    live,
    now: clock.now,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

describe('a sign of life', () => {
  it('holds for what was claimed while it was given', async () => {
    const { now, live, isKeptSince } = await aProcess();
    const claimedAt = now();
    await live(30_000);
    expect(isKeptSince(claimedAt)).toBe(true);
  });

  it('does not hold for what was claimed before a silence', async () => {
    const { now, pass, live, isKeptSince } = await aProcess();
    const claimedAt = now();
    pass(20_000);
    await live(10_000);
    expect(isKeptSince(claimedAt)).toBe(false);
    expect(isKeptSince(now())).toBe(true);
  });

  it.each([60_000, HOUR, 365 * 24 * HOUR])(
    'begins anew when the clock is set back by %i ms, and holds up nobody',
    async (ms) => {
      const { now, pass, live, isKeptSince, since } = await aProcess();
      const before = now();
      pass(-ms);
      await live(5_000);
      expect(since()?.getTime()).toBe(now().getTime());
      expect(isKeptSince(now())).toBe(true);
      // Nobody can say how long ago that was.
      expect(isKeptSince(before)).toBe(false);
    },
  );

  it('takes a clock that is put right by a little for the same one', async () => {
    const { now, pass, live, isKeptSince } = await aProcess();
    const claimedAt = now();
    pass(-500);
    await live(5_000);
    expect(isKeptSince(claimedAt)).toBe(true);
  });
});
