import type { CliContext, OpenOffice, Setup, Ticked } from './cli/context.ts';
import { clockAhead, clockAt, clockFrom, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { connectChannels, waitMs } from './connect.ts';
import { createEngine } from './engine.ts';
import { createLog } from './log.ts';
import { secrets } from './secrets.ts';
import { startService } from './service.ts';
import { sharingOn } from './sharing.ts';
import { type Database, openDatabase } from './store/database.ts';
import { startJobs } from './store/jobs.ts';
import { migrate } from './store/migrate.ts';
import { createUnitOfWork } from './store/unit-of-work.ts';
import type { Clock } from './usecases/ports/clock.ts';
import type { UnitOfWork } from './usecases/ports/unit-of-work.ts';
import { publishedOffset } from './usecases/service-clock.ts';
import { textsOf } from './views/texts.ts';

interface Streams {
  print(text: string): void;
  say(text: string): void;
}

/** The command line's view of the office: words, streams, and a door to the database. */
export function createCliContext(config: Config, streams: Streams): CliContext {
  return {
    texts: textsOf(config.locale),
    timezone: config.timezone,
    secrets,
    print: streams.print,
    say: streams.say,
    serve: () => startService(config),
    open: (at) => openOffice(config, at),
    tick: (at) => tickOnce(config, at),
    demo: async (play) => {
      const { playDemo } = await import('./demo/play.ts');
      return playDemo(config, { ...play, print: streams.print });
    },
  };
}

/** Opens the database, brings its tables up to date, and puts the use cases' needs together. */
async function openOffice(config: Config, at: Date | null): Promise<OpenOffice> {
  const database = await openMigrated(config);
  const unitOfWork = createUnitOfWork(database);
  const setup: Setup = {
    hasChannel: config.telegram !== null,
    clockStart: config.clockStart,
    databaseKind: database.kind,
  };
  const clock = await clockOf(config, at, unitOfWork);
  return {
    dependencies: { ...unitOfWork, clock, timezone: config.timezone },
    setup,
    askBotName: (channel) => askBotName(config, channel),
    close: () => database.close(),
  };
}

/** Plans what is due once and, where a channel is configured here, sends it before it returns. */
async function tickOnce(config: Config, at: Date | null): Promise<Ticked> {
  const database = await openMigrated(config);
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
      machineClock: systemClock,
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

async function openMigrated({ databaseUrl, dataDir }: Config): Promise<Database> {
  const database = await openDatabase({
    dataDir,
    ...(databaseUrl === null ? {} : { databaseUrl }),
  });
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The instant given, else the time of the service that runs beside, else the configured start. */
async function clockOf(
  { clockStart }: Config,
  at: Date | null,
  { inTransaction }: UnitOfWork,
): Promise<Clock> {
  if (at !== null) return clockAt(at);
  const offsetMs = await inTransaction((stores) => publishedOffset(stores, systemClock.now()));
  if (offsetMs !== 0) return clockAhead(offsetMs);
  return clockStart === null ? systemClock : clockFrom(clockStart);
}

async function askBotName({ telegram, logLevel }: Config, channel: string): Promise<string | null> {
  const connected = connectChannels(telegram, createLog(logLevel));
  const name = await connected.askBotName(channel);
  await connected.close();
  return name;
}
