import { describe, expect, it } from 'vitest';
import { endInOrder } from '../src/stopping.ts';

/** Ends the parts with a log that keeps its lines; time passes at once. */
async function ending(parts: Parameters<typeof endInOrder>[0]) {
  const lines: unknown[] = [];
  let now = 0;
  const isClean = await endInOrder(parts, {
    nowMs: () => now,
    waitMs: async (ms) => {
      await new Promise((resolve) => setImmediate(resolve));
      now += ms;
    },
    log: { error: (fields: unknown) => lines.push(fields) } as never,
  });
  return { isClean, lines, seconds: now / 1_000 };
}

describe('the end of the service', () => {
  it('comes part by part, in order', async () => {
    const ended: string[] = [];
    const part = (name: string) => [name, async () => ended.push(name)] as const;

    const { isClean, lines } = await ending([part('schedule'), part('engine'), part('database')]);

    expect({ isClean, lines, ended }).toEqual({
      isClean: true,
      lines: [],
      ended: ['schedule', 'engine', 'database'],
    });
  });

  it('comes within half a minute, whatever hangs', async () => {
    const hanging = Array.from({ length: 8 }, (_, index) => {
      return [`part ${index}`, () => new Promise(() => {})] as const;
    });

    const { lines, seconds } = await ending(hanging);

    expect(lines).toHaveLength(8);
    expect(seconds).toBeLessThan(30);
  });

  it('is not held up by a part that fails or hangs, and says which', async () => {
    let isClosed = false;

    const { isClean, lines } = await ending([
      ['engine', () => Promise.reject(new Error('connect ENOENT'))],
      ['jobs', () => new Promise(() => {})],
      ['database', async () => (isClosed = true)],
    ]);

    expect(isClosed).toBe(true);
    expect(isClean).toBe(false);
    expect(lines).toEqual([
      { part: 'engine', outcome: 'failed' },
      { part: 'jobs', outcome: 'late' },
    ]);
  });
});
