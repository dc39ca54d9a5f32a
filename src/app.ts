import type { CliContext, OpenOffice, Setup } from './cli/context.ts';
import { clockAt, clockFrom, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { startService } from './service.ts';
import { openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';
import { createUnitOfWork } from './store/unit-of-work.ts';
import type { Clock } from './usecases/ports/clock.ts';
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
    print: streams.print,
    say: streams.say,
    serve: () => startService(config),
    open: (at) => openOffice(config, at === null ? clockOf(config) : clockAt(at)),
  };
}

/** Opens the database, brings its tables up to date, and puts the use cases' needs together. */
async function openOffice(config: Config, clock: Clock): Promise<OpenOffice> {
  const { databaseUrl, dataDir, timezone } = config;
  const database = await openDatabase({
    dataDir,
    ...(databaseUrl === null ? {} : { databaseUrl }),
  });
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const { inTransaction } = createUnitOfWork(database);
  const setup: Setup = {
    hasChannel: config.telegram !== null,
    clockStart: config.clockStart,
    databaseKind: database.kind,
  };
  return {
    dependencies: { inTransaction, clock, timezone },
    setup,
    close: () => database.close(),
  };
}

function clockOf({ clockStart }: Config): Clock {
  return clockStart === null ? systemClock : clockFrom(clockStart);
}
