import { describe, expect, it } from 'vitest';
import { live, type Opened } from '../src/life.ts';

/** A service that is told to end when the test says so, and what has ended of it, in order. */
function aLife<Started>(
  start: (opened: (part: Parameters<Opened>[0]) => void) => Promise<Started>,
) {
  const ended: string[] = [];
  const signal = Promise.withResolvers<string>();
  const life = live((opened) => start((part) => opened(part, async () => ended.push(part))), {
    signalled: signal.promise,
    nowMs: () => 0,
    waitMs: () => new Promise(() => undefined),
    log: { info: () => undefined, error: () => undefined } as never,
  });
  return { ...life, ended, tell: () => signal.resolve('SIGTERM') };
}

describe('a service', () => {
  it('runs until the signal, and ends what was opened, the database last', async () => {
    const { started, stopped, ended, tell } = aLife(async (opened) => {
      for (const part of ['database', 'jobs', 'schedule'] as const) opened(part);
      return 'http://127.0.0.1';
    });

    expect(await started).toBe('http://127.0.0.1');
    expect(ended).toEqual([]);
    tell();
    expect(await stopped).toBe(true);
    expect(ended).toEqual(['schedule', 'jobs', 'database']);
  });

  it('that is told to end while its start waits ends what it has by then', async () => {
    const { started, stopped, ended, tell } = aLife(async (opened) => {
      opened('database');
      opened('server');
      return new Promise(() => undefined);
    });

    tell();

    expect(await started).toBeNull();
    expect(await stopped).toBe(true);
    expect(ended).toEqual(['server', 'database']);
  });

  it('that cannot start ends what it has opened before it says so', async () => {
    const { started, ended } = aLife(async (opened) => {
      opened('database');
      opened('channels');
      throw new Error('the database broke off');
    });

    await expect(started).rejects.toThrow('broke off');
    expect(ended).toEqual(['channels', 'database']);
  });
});
