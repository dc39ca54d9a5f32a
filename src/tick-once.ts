import type { Ticked } from './cli/context.ts';
import { clockOf } from './command-clock.ts';
import type { Config } from './config.ts';
import { connectChannels, waitMs } from './connect.ts';
import { createEngine } from './engine.ts';
import { createLog } from './log.ts';
import { secrets } from './secrets.ts';
import { sharedClockOf, sharingOn } from './sharing.ts';
import type { Database } from './store/database.ts';
import { startJobs } from './store/jobs.ts';
import { createUnitOfWork } from './store/unit-of-work.ts';

/** Plans what is due once and, where a channel is configured here, sends it before it returns. */
export async function tickOnce(
  config: Config,
  database: Database,
  at: Date | null,
): Promise<Ticked> {
  const log = createLog(config.logLevel);
  try {
    const jobs = await startJobs(database, {
      isWorker: false,
      onError: (error) => log.error({ error: error.name }, 'job engine failed'),
    });
    const unitOfWork = createUnitOfWork(database, jobs);
    const sender = secrets.token();
    const connected = connectChannels(config.telegram, log, sharingOn(database, sender));
    const clock = await clockOf(config, at, unitOfWork);
    const engine = createEngine({
      ...unitOfWork,
      clock,
      timezone: config.timezone,
      secrets,
      language: config.locale,
      botName: connected.botName,
      messengers: connected.messengers,
      sender,
      sharedClock: await sharedClockOf(database),
      waitMs,
      log,
    });
    const hasChannel = connected.channels.length > 0;
    const done = hasChannel
      ? await engine.tickAndSend()
      : { planned: (await engine.tick()).length, sent: 0 };
    await engine.stop();
    await engine.leave();
    await connected.close();
    await jobs.stop();
    return { at: clock.now(), ...done };
  } finally {
    await database.close();
  }
}
