import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { preparedPlace } from '../store/database-for-test.ts';
import { camket, json, MACHINE } from './command-line.ts';
import { addressIn } from './office.ts';

describe('the running service', () => {
  let child: ChildProcess | undefined;
  let remove: (() => Promise<void>) | undefined;
  afterEach(async () => {
    if (child?.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await remove?.();
  });

  it('answers on HTTP, lets commands work beside it, and ends in order', async () => {
    const { environment, address } = await start();

    const health = await fetch(`${address}/healthz`);
    const ready = await fetch(`${address}/readyz`);
    const imported = camket(['import', 'test/fixtures/appendix/two-agencies.txt'], environment);
    const status = json(camket(['status', 'kiểm lâm', '--json'], environment));
    child?.kill('SIGTERM');
    const [code] = child === undefined ? [] : await once(child, 'exit');

    expect(health.status).toBe(200);
    expect(await ready.json()).toMatchObject({ checks: { database: true } });
    expect(imported.status).toBe(0);
    expect(status['matches']).toBe(1);
    expect(code).toBe(0);
  });

  it('keeps what was stored through a kill', async () => {
    const { environment } = await start();
    camket(['import', 'test/fixtures/appendix/two-agencies.txt'], environment);

    child?.kill('SIGKILL');
    if (child !== undefined) await once(child, 'exit');

    const again = camket(
      ['import', 'test/fixtures/appendix/two-agencies.txt', '--json'],
      environment,
    );
    expect(json(again)['proposes']).toEqual({ new: 0, changed: 0, same: 5, missing: 0 });
  });

  async function start() {
    const prepared = await preparedPlace();
    remove = prepared.remove;
    const { dataDir, databaseUrl } = prepared.place;
    const environment = { DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }) };
    child = spawn(process.execPath, ['src/main.ts', 'start'], {
      env: { ...MACHINE, ...environment, PORT: '0', LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return { environment, address: await addressIn(child) };
  }
});
