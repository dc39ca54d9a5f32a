import type { OpenOffice, Setup } from './cli/context.ts';
import { clockOf } from './command-clock.ts';
import type { Config } from './config.ts';
import type { Database } from './store/database.ts';
import { createUnitOfWork } from './store/unit-of-work.ts';

/** Puts the use cases' needs together, on a database that is open. */
export async function openOffice(
  config: Config,
  database: Database,
  at: Date | null,
): Promise<OpenOffice> {
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
    askBotName: async (channel) => {
      const { askBotName } = await import('./ask-bot-name.ts');
      return askBotName(config, channel);
    },
    close: () => database.close(),
  };
}
