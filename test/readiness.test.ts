import { describe, expect, it } from 'vitest';
import { keptBy, readinessOf } from '../src/readiness.ts';
import type { ChannelHealth } from '../src/usecases/ports/intake.ts';

const NEVER = () => new Promise<void>(() => undefined);

describe('a service', () => {
  const ask = (
    database: { sync(): Promise<void>; isBeating?: boolean },
    state: ChannelHealth['state'] = 'listening',
  ) => {
    const engine = { isBeating: () => database.isBeating ?? true };
    return readinessOf({
      askDatabase: keptBy(database, engine),
      channels: [{ health: () => ({ channel: 'telegram', state, trouble: null }) }],
      waitMs: () => new Promise((resolve) => setImmediate(resolve)),
    });
  };
  const well = { sync: async () => undefined };

  it('is ready while the database keeps its signs of life and its channels are listened to', async () => {
    expect(await ask(well)).toMatchObject({ ok: true });
    expect(await ask(well, 'standby')).toMatchObject({ ok: true });
    expect(await ask(well, 'recovering')).toMatchObject({ ok: false });
  });

  it.each([
    ['is gone', { sync: () => Promise.reject(new Error('gone')) }],
    ['says nothing', { sync: NEVER }],
    ['answers and takes nothing down', { ...well, isBeating: false }],
  ])('is not ready while the database %s', async (_, database) => {
    expect(await ask(database)).toMatchObject({ ok: false, checks: { database: false } });
  });
});
