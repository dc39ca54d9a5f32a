import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../src/clock.ts';
import { startSchedule } from '../src/schedule.ts';

const MORNING = new Date('2026-06-05T01:00:02Z');
const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

beforeEach(() => void vi.useFakeTimers({ now: MORNING }));
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Sets the machine's clock; what its timers wait for stays as far away. */
const setClockBy = (ms: number) => vi.setSystemTime(systemClock.now().getTime() + ms);

function aTimetable(run: () => Promise<unknown> = async () => undefined) {
  const errors: unknown[] = [];
  let runs = 0;
  const counted = () => {
    runs += 1;
    return run();
  };
  const schedule = startSchedule([{ id: 'tick', run: counted }], {
    cron: '*/5 * * * * *',
    clock: systemClock,
    nowMs: () => performance.now(),
    onError: (id, error) => errors.push(`${id} ${error}`),
  });
  return {
    schedule,
    errors,
    runsIn: async (ms: number) => {
      const before = runs;
      await pass(ms);
      return runs - before;
    },
  };
}

describe('the timetable', () => {
  it('runs every five seconds', async () => {
    const { schedule, runsIn } = aTimetable();

    expect(await runsIn(30 * SECOND)).toBe(6);

    await schedule.stop();
    expect(await runsIn(30 * SECOND)).toBe(0);
  });

  it.each([
    ['an hour back', -HOUR],
    ['a minute back', -60 * SECOND],
    ['an hour forward', HOUR],
    ['years forward, as on a machine whose battery is dead', 7 * 365 * 24 * HOUR],
  ])('goes on when the clock is set %s', async (_, by) => {
    const { schedule, runsIn } = aTimetable();
    await runsIn(11 * SECOND);

    setClockBy(by);

    const runs = await runsIn(30 * SECOND);
    expect(runs).toBeGreaterThanOrEqual(6);
    expect(runs).toBeLessThanOrEqual(7);
    expect(await runsIn(30 * SECOND)).toBe(6);
    await schedule.stop();
  });

  it('waits for what is still at work, tells of a failure, and goes on', async () => {
    const work = Promise.withResolvers<void>();
    const { schedule, errors, runsIn } = aTimetable(() => work.promise);

    expect(await runsIn(30 * SECOND)).toBe(1);
    work.reject(new Error('database'));
    expect(await runsIn(SECOND * 5)).toBe(1);

    expect(errors).toContain('tick Error: database');
    await schedule.stop();
  });
});
