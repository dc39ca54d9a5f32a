import { describe, expect, it } from 'vitest';
import { openSharedClock } from '../src/shared-clock.ts';

const NOON = Date.parse('2026-06-05T12:00:00Z');

/** A database with a clock of its own, some way off; and the machine's count. */
async function aMachine() {
  let countMs = 5_000;
  let journeyMs = 20;
  let there = NOON;
  let wallMs = NOON - 7_000;
  const pass = (ms: number) => {
    countMs += ms;
    there += ms;
    wallMs += ms;
  };
  const clock = await openSharedClock({
    nowMs: () => countMs,
    wallMs: () => wallMs,
    ask: async () => {
      pass(journeyMs / 2);
      const told = new Date(there);
      pass(journeyMs / 2);
      return told;
    },
  });
  const off = () => clock.now().getTime() - there;
  return {
    clock,
    pass,
    off,
    setDatabaseBy: (ms: number) => {
      there += ms;
    },
    sleep: (ms: number) => {
      there += ms;
      wallMs += ms;
    },
    slowBy: (ms: number) => {
      journeyMs = ms;
    },
  };
}

describe('the clock that processes share', () => {
  it("is the database's from the start, and goes on by the machine's own count", async () => {
    const { off, pass } = await aMachine();

    expect(off()).toBe(0);
    pass(3_600_000);
    expect(off()).toBe(0);
  });

  it('follows the database when its clock is set', async () => {
    const { clock, off, setDatabaseBy } = await aMachine();

    setDatabaseBy(-90_000);
    expect(off()).toBe(90_000);
    await clock.sync();

    expect(off()).toBe(0);
  });

  it('has gone on while the machine slept', async () => {
    const { clock, off, sleep } = await aMachine();

    sleep(3_600_000);
    expect(off()).toBe(0);
    await clock.sync();

    expect(off()).toBe(0);
  });

  it('believes no answer that was long on its way', async () => {
    const { clock, off, setDatabaseBy, slowBy } = await aMachine();

    setDatabaseBy(-2_000);
    slowBy(3_000);
    await clock.sync();

    expect(off()).toBe(2_000);
  });

  it('says when the database does not answer', async () => {
    const ask = () => Promise.reject(new Error('gone'));

    await expect(openSharedClock({ ask, nowMs: () => 0, wallMs: () => 0 })).rejects.toThrow('gone');
  });
});
