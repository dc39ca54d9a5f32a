import { describe, expect, it } from 'vitest';
import { createPollTurn } from '../../src/channels/poll-turn.ts';
import type { Lease } from '../../src/usecases/ports/lease.ts';

/** A time that is moved by hand, and whoever waits for it. */
function aTime() {
  let now = 0;
  let waiting: { at: number; resolve: () => void }[] = [];
  const settle = async () => {
    for (let round = 0; round < 10; round += 1) await new Promise((done) => setImmediate(done));
  };
  return {
    nowMs: () => now,
    waitMs: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        if (signal?.aborted === true) return resolve();
        waiting.push({ at: now + ms, resolve });
        signal?.addEventListener('abort', () => resolve(), { once: true });
      }),
    move: async (ms: number) => {
      await settle();
      for (const until = now + ms; now < until; now += 100) {
        const due = waiting.filter(({ at }) => at <= now);
        waiting = waiting.filter(({ at }) => at > now);
        for (const { resolve } of due) resolve();
        await settle();
      }
    },
  };
}

type Time = ReturnType<typeof aTime>;

/** The row that every process tries to take. */
function aRow({ nowMs }: Pick<Time, 'nowMs'>) {
  let row: { holder: string; endsAt: number } | null = null;
  return {
    leaseOf: (holder: string, database: { mode: 'works' | 'gone' | 'hangs' }): Lease => ({
      lastsMs: 5_000,
      keep: async () => {
        if (database.mode === 'gone') throw new Error('gone');
        if (database.mode === 'hangs') return new Promise<boolean>(() => undefined);
        if (row !== null && row.holder !== holder && row.endsAt >= nowMs()) return false;
        row = { holder, endsAt: nowMs() + 5_000 };
        return true;
      },
      release: async () => {
        if (row?.holder === holder) row = null;
      },
    }),
  };
}

function aProcess(time: Time, row: ReturnType<typeof aRow>, name: string) {
  const database: { mode: 'works' | 'gone' | 'hangs' } = { mode: 'works' };
  const stopping = new AbortController();
  const turn = createPollTurn({
    lease: row.leaseOf(name, database),
    nowMs: time.nowMs,
    waitMs: time.waitMs,
    signal: stopping.signal,
  });
  return { turn, database, stop: () => stopping.abort() };
}

function anOffice() {
  const time = aTime();
  const row = aRow(time);
  return { time, one: aProcess(time, row, 'one'), other: aProcess(time, row, 'other') };
}

describe('the turn to ask a platform for updates', () => {
  it('is one process’s, and the other stands by', async () => {
    const { time, one, other } = anOffice();
    expect(one.turn.state()).toBe('unknown');

    const mine = await one.turn.mine();
    void other.turn.mine();
    await time.move(20_000);

    expect(mine?.aborted).toBe(false);
    expect([one.turn.state(), other.turn.state()]).toEqual(['mine', 'standby']);
  });

  it('goes to the other one within a second or two when its holder stops', async () => {
    const { time, one, other } = anOffice();
    await one.turn.mine();
    let taken = false;
    void other.turn.mine().then(() => {
      taken = true;
    });
    await time.move(3_000);

    one.stop();
    await one.turn.release();
    await time.move(2_000);

    expect(taken).toBe(true);
    expect(other.turn.state()).toBe('mine');
    expect(await one.turn.mine()).toBeNull();
  });

  it('goes to the other one in seconds when its holder dies, or its connection hangs', async () => {
    const { time, one, other } = anOffice();
    const mine = await one.turn.mine();
    void other.turn.mine();
    await time.move(3_000);

    one.database.mode = 'hangs';
    await time.move(4_500);
    expect([mine?.aborted, one.turn.state()]).toEqual([true, 'unknown']);

    await time.move(3_000);
    expect(other.turn.state()).toBe('mine');
    one.database.mode = 'works';
    await time.move(8_000);
    expect([one.turn.state(), other.turn.state()]).toEqual(['standby', 'mine']);
  });

  it('is kept through a short trouble of the database', async () => {
    const { time, one } = anOffice();
    const mine = await one.turn.mine();

    one.database.mode = 'gone';
    await time.move(2_000);
    one.database.mode = 'works';
    await time.move(8_000);

    expect(mine?.aborted).toBe(false);
    expect(one.turn.state()).toBe('mine');
  });

  it('is lost while the database is gone for longer, and taken again afterwards', async () => {
    const { time, one } = anOffice();
    const mine = await one.turn.mine();

    one.database.mode = 'gone';
    await time.move(60_000);
    expect([mine?.aborted, one.turn.state()]).toEqual([true, 'unknown']);
    one.database.mode = 'works';
    await time.move(2_000);

    expect(one.turn.state()).toBe('mine');
  });

  it('is always ours where there is no other process', async () => {
    const { signal } = new AbortController();
    const turn = createPollTurn({ ...aTime(), lease: undefined, signal });

    expect(await turn.mine()).toBe(signal);
    expect(turn.state()).toBe('mine');
  });
});
