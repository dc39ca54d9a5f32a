import { describe, expect, it } from 'vitest';
import { OPERATOR_EVENTS, tellOperatorBy } from '../src/operator-log.ts';
import { createMetrics } from '../src/server/metrics.ts';
import { DiskFullError } from '../src/store/disk-room.ts';
import type { ChannelHealth } from '../src/usecases/ports/intake.ts';
import { createLookout, engineWatch, timedTick } from '../src/watching.ts';

/** A log that keeps its lines, and the watches that write to it. */
function anOperator() {
  const lines: string[] = [];
  const write = (level: string) => (fields: unknown, sentence: string) => {
    lines.push(`${level} ${sentence} ${JSON.stringify(fields)}`);
  };
  const log = { info: write('info'), warn: write('warn'), error: write('error') };
  const tell = tellOperatorBy(log as unknown as Parameters<typeof tellOperatorBy>[0]);
  let health: ChannelHealth = { channel: 'telegram', state: 'listening', trouble: null };
  let database: () => Promise<unknown> = async () => undefined;
  let isHostGone = false;
  let isFull = false;
  const look = createLookout(
    {
      askDatabase: () => database(),
      askRoom: async () => {
        if (isFull) throw new DiskFullError('as planned');
      },
      takeOver: async () => isHostGone,
      channels: [{ health: () => health }],
      waitMs: () => new Promise((resolve) => setImmediate(resolve)),
    },
    tell,
  );
  return {
    lines,
    watch: engineWatch(createMetrics(), tell),
    see: async (state: ChannelHealth['state'], trouble: string | null = null) => {
      health = { channel: 'telegram', state, trouble };
      await look();
    },
    seeDatabase: async (ask: () => Promise<unknown>, hostIsGone = false) => {
      database = ask;
      isHostGone = hostIsGone;
      await look();
    },
    seeDisk: async (isFullNow: boolean) => {
      isFull = isFullNow;
      await look();
    },
    take: () => lines.splice(0),
  };
}

describe('what an operator must act on', () => {
  it('is one line each, a fixed sentence with ids and codes, and nothing that a person said', async () => {
    const { watch, see, seeDatabase, seeDisk, take } = anOperator();

    watch.delivery({ id: 7, kind: 'daily', channel: 'telegram', state: 'dead' });
    watch.delivery({ id: 8, kind: 'digest', channel: 'telegram', state: 'unclear' });
    watch.acted('telegram', 'failed');
    await seeDatabase(() => Promise.reject(new Error('password of the database')));
    await seeDatabase(() => Promise.reject(new Error('no such socket')), true);
    await seeDatabase(async () => undefined);
    await seeDisk(true);
    await seeDisk(true);
    await seeDisk(false);
    await see('listening');
    await see('standby');
    await see('recovering', 'tokenRefused');

    const lines = take();
    expect(lines).toEqual([
      'error message given up after its last attempt {"event":"deadLetter","delivery":7,"kind":"daily","channel":"telegram"}',
      'error message to a group may not have arrived {"event":"unclearGroupMessage","delivery":8,"kind":"digest","channel":"telegram"}',
      'error update given up after its last attempt {"event":"updateFailed","channel":"telegram"}',
      'error database unreachable, or takes nothing down {"event":"databaseUnreachable"}',
      'warn serving the database of a process that is gone {"event":"databaseTakenOver"}',
      'info database back again {"event":"databaseBack"}',
      'error disk full: nothing is taken down, and nothing sent, until there is room {"event":"diskFull"}',
      'info room on the disk again {"event":"diskRoomAgain"}',
      'warn another instance asks for updates now {"event":"pollLost","channel":"telegram"}',
      'error platform refuses the token {"event":"tokenRefused","channel":"telegram"}',
    ]);
    const told = OPERATOR_EVENTS.filter((event) =>
      lines.some((line) => line.includes(`"${event}"`)),
    );
    expect(told).toEqual(OPERATOR_EVENTS);
  });

  it('is not told again while it lasts', async () => {
    const { see, seeDatabase, take } = anOperator();

    for (const _ of [1, 2, 3]) {
      await see('recovering', 'tokenRefused');
      await seeDatabase(() => new Promise(() => undefined));
    }

    expect(take()).toHaveLength(2);
  });

  it('says nothing of what goes well, or is tried again', async () => {
    const { watch, see, take } = anOperator();

    for (const state of ['sent', 'retried', 'cancelled', 'failed'] as const) {
      watch.delivery({ id: 1, kind: 'daily', channel: 'telegram', state });
    }
    watch.acted('telegram', 'settled');
    await see('standby');
    await see('listening');
    await see('recovering', 'noConnection');
    await see('listening');

    expect(take()).toEqual([]);
  });
});

it('a tick is measured, how late it comes and how long it takes, also when it fails', async () => {
  let now = 0;
  const passed: unknown[] = [];
  const tick = timedTick(
    async () => {
      now += 300;
      if (passed.length === 1) throw new Error('database');
    },
    { everyMs: 5_000, nowMs: () => now, metrics: { tick: (one) => passed.push(one) } },
  );

  await tick();
  now = 6_500;
  await expect(tick()).rejects.toThrow('database');

  expect(passed).toEqual([
    { lagSeconds: 0, seconds: 0.3 },
    { lagSeconds: 1.5, seconds: 0.3 },
  ]);
});
