import type { RunningService } from './cli/context.ts';
import type { Config } from './config.ts';
import { createLog } from './log.ts';
import { createHttpServer, type Readiness } from './server/http-server.ts';
import { createMetrics } from './server/metrics.ts';
import { type Database, openDatabase } from './store/database.ts';
import { migrate } from './store/migrate.ts';

/**
 * The service: the database, opened once and kept open for every other command, and HTTP. Runs until
 * SIGINT or SIGTERM; then requests in flight end before the database closes.
 */
export async function startService(config: Config): Promise<RunningService> {
  const log = createLog(config.logLevel);
  const { databaseUrl, dataDir, host, port } = config;
  const database = await openDatabase({ dataDir, ...(databaseUrl && { databaseUrl }) });
  try {
    await migrate(database);
    const server = createHttpServer({
      host,
      port,
      readiness: () => readinessOf(database),
      metrics: createMetrics().text,
      webhooks: [],
      log,
    });
    const address = await server.listen();
    log.info({ database: database.kind, isHost: database.isHost }, 'service started');
    const stopped = signalled().then(async (signal) => {
      await server.close();
      await database.close();
      log.info({ signal }, 'service stopped');
    });
    return { address, stopped };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function readinessOf({ sql }: Database): Promise<Readiness> {
  const isThere = await sql`select 1`.simple().then(
    () => true,
    () => false,
  );
  return { ok: isThere, checks: { database: isThere } };
}

function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => resolve(signal));
  });
}
