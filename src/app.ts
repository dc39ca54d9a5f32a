import type { CliContext } from './cli/context.ts';
import type { Config } from './config.ts';
import { secrets } from './secrets.ts';
import type { Place } from './store/database.ts';
import { openMigrated } from './store/migrate.ts';
import { textsOf } from './views/texts.ts';

interface Streams {
  print(text: string): void;
  say(text: string): void;
}

/**
 * The command line's view of the office: words, streams, and a door to the database. What a command
 * needs beyond the words of its help is read only then, and while the database opens.
 */
export function createCliContext(config: Config, streams: Streams): CliContext {
  const opened = () => openMigrated(placeOf(config));
  return {
    texts: textsOf(config.locale),
    timezone: config.timezone,
    secrets,
    print: streams.print,
    say: streams.say,
    serve: async () => {
      const [database, { startService }] = await Promise.all([opened(), import('./service.ts')]);
      return startService(config, database);
    },
    open: async (at) => {
      const [database, { openOffice }] = await Promise.all([opened(), import('./open-office.ts')]);
      return openOffice(config, database, at);
    },
    tick: async (at) => {
      const [database, { tickOnce }] = await Promise.all([opened(), import('./tick-once.ts')]);
      return tickOnce(config, database, at);
    },
    demo: async (play) => {
      const { playDemo } = await import('./demo/play.ts');
      return playDemo(config, { ...play, print: streams.print });
    },
  };
}

function placeOf({ databaseUrl, dataDir }: Config): Place {
  return { dataDir, ...(databaseUrl !== null && { databaseUrl }) };
}
