import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MACHINE } from './command-line.ts';
import { addressIn, type OpenOffice, openOffice } from './office.ts';

const hasServer = process.env['TEST_DATABASE_URL'] !== undefined;
const KHOA = 3_001;

interface Instance {
  readonly child: ChildProcess;
  readonly address: string;
}

describe.skipIf(!hasServer)('several instances on one database', () => {
  let office: OpenOffice;
  const started: Instance[] = [];
  beforeEach(async () => {
    office = await openOffice('2026-05-20T09:00:00+07:00');
  });
  afterEach(async () => {
    for (const { child } of started.splice(0)) await end(child, 'SIGKILL');
    await office.close();
  });

  const start = async (): Promise<Instance> => {
    const child = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: {
        ...MACHINE,
        ...office.environment,
        CAMKET_CLOCK: '2026-05-20T09:00:00+07:00',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const instance = { child, address: await addressIn(child) };
    started.push(instance);
    return instance;
  };

  it('poll by one of them, and another one takes over from it when it ends or is killed', async () => {
    const first = await start();
    await untilState(first, 'listening');
    await office.run('import', 'test/fixtures/appendix/two-agencies.txt');
    const second = await start();
    await untilState(second, 'standby');
    office.api.addPerson({ id: KHOA, firstName: 'Khoa' });
    expect((await fetch(`${second.address}/readyz`)).status).toBe(200);

    await end(first.child, 'SIGTERM');
    await office.say(KHOA, 'xin chào');
    await untilState(second, 'listening');
    const third = await start();
    await untilState(third, 'standby');

    await end(second.child, 'SIGKILL');
    await office.say(KHOA, 'trợ giúp');
    await untilState(third, 'listening');

    expect(office.texts(KHOA)).toHaveLength(2);
    // At most the two questions that nobody waits for any more are refused: there is no fight.
    const refused = office.api.calls.filter(({ status }) => status === 409);
    expect(refused.length).toBeLessThanOrEqual(2);
  }, 150_000);

  it('start at once on an empty database, and all serve', async () => {
    const instances = await Promise.all([start(), start(), start()]);

    const statuses = await Promise.all(
      instances.map(async ({ address }) => (await fetch(`${address}/healthz`)).status),
    );
    office.api.addPerson({ id: KHOA, firstName: 'Khoa' });
    await office.say(KHOA, 'xin chào');

    expect(statuses).toEqual([200, 200, 200]);
    expect(office.texts(KHOA)).toHaveLength(1);
  }, 150_000);
});

describe.runIf(!hasServer)('two services on one embedded database', () => {
  let office: OpenOffice;
  beforeEach(async () => {
    office = await openOffice('2026-05-20T09:00:00+07:00');
  });
  afterEach(() => office.close());

  it('go on as one when the process that served it is killed, and the one left ends well', async () => {
    await office.start();
    await office.run('import', 'test/fixtures/appendix/two-agencies.txt');
    await office.start();
    office.api.addPerson({ id: KHOA, firstName: 'Khoa' });
    office.api.openChat(KHOA);

    await office.stop('SIGKILL', 1);
    await office.say(KHOA, 'xin chào');

    expect(office.texts(KHOA)).toHaveLength(1);
    expect(await office.stop('SIGTERM')).toEqual([0]);
  }, 150_000);
});

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

/** Waits until the instance says so of its channel. */
async function untilState({ address }: Instance, state: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const ready: unknown = await (await fetch(`${address}/readyz`)).json();
        return JSON.stringify(ready);
      },
      { timeout: 30_000, interval: 200 },
    )
    .toContain(`"state":"${state}"`);
}
