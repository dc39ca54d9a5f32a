import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAskRoom, DiskFullError } from '../../src/store/disk-room.ts';
import { isCut, isOutage } from '../../src/store/outage.ts';
import { createSessions } from '../../src/store/sessions.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ck-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failureOf = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (error: unknown) => error,
  );

describe('room on the disk', () => {
  it('is enough where there is as much as is asked for', async () => {
    expect(await failureOf(createAskRoom(folder, { least: 1 })())).toBeNull();
  });

  it('that is too little is an outage, which no connection has to answer for', async () => {
    const full = await failureOf(createAskRoom(folder, { least: 2 ** 60 })());
    expect(full).toBeInstanceOf(DiskFullError);
    expect([isOutage(full), isCut(full)]).toEqual([true, false]);
  });

  it('is an outage too where the folder is gone, or was emptied', async () => {
    const emptied = createAskRoom(folder, { least: 1, kept: 'database/PG_VERSION' });
    expect(isOutage(await failureOf(emptied()))).toBe(true);
    await rm(folder, { recursive: true });
    expect(isOutage(await failureOf(createAskRoom(folder, { least: 1 })()))).toBe(true);
  });

  it('is asked for before anything is asked of the database', async () => {
    const options = { greeting: 'select 1', mostLendings: 9, max: 1, longestLendingMs: 300 };
    const sessions = createSessions({
      ...options,
      open: () => {
        throw new Error('no connection may be opened');
      },
      askRoom: createAskRoom(folder, { least: 2 ** 60 }),
    });
    const asking = sessions.use(async () => 'asked');
    expect(await failureOf(asking)).toBeInstanceOf(DiskFullError);
    await sessions.close();
  });
});
