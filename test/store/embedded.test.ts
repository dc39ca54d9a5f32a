import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/store/embedded.ts';
import { type DatabaseForTest, preparedPlace } from './database-for-test.ts';

/** Any statement at all is too long for a thread that is watched so closely. */
const AT_ONCE_MS = 1;

describe('the thread of the embedded database', () => {
  let place: DatabaseForTest['place'];
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ place, remove } = await preparedPlace());
  });
  afterEach(() => remove());

  const connect = (path: string) =>
    postgres({ path, user: 'postgres', database: 'postgres', max: 1, fetch_types: false });
  const untilStuck = async ({ isStuck }: { isStuck(): boolean }) => {
    while (!isStuck()) await new Promise((resolve) => setImmediate(resolve));
  };

  it('that turns in circles is broken off, and its folder served again', async () => {
    const first = await openEmbedded(place.dataDir, AT_ONCE_MS);
    const asking = connect(first.socketPath);
    await asking.unsafe('create table kept (one int); insert into kept values (1)').simple();
    const endless = asking.unsafe('do $$ begin loop end loop; end $$').simple();
    endless.catch(() => undefined);
    await untilStuck(first);
    await first.end();
    await expect(endless).rejects.toThrow();
    await asking.end({ timeout: 0 });

    const again = await openEmbedded(place.dataDir);
    const anew = connect(again.socketPath);
    expect([first.isHost(), again.isHost()]).toEqual([false, true]);
    expect(await anew.unsafe('select one from kept').simple()).toEqual([{ one: 1 }]);
    await anew.end({ timeout: 1 });
    await again.close();
  });

  it('that is asked for a sign and gives it is left alone', async () => {
    const served = await openEmbedded(place.dataDir);
    expect(served.isStuck()).toBe(false);
    const sql = connect(served.socketPath);
    await sql.unsafe('select 1').simple();
    expect(served.isStuck()).toBe(false);
    await sql.end({ timeout: 1 });
    await served.close();
    expect(served.isHost()).toBe(false);
  });
});
