import { fileURLToPath } from 'node:url';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Database } from './database.ts';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number: all instances must take the same lock. */
const MIGRATION_LOCK = 718_293;

/**
 * Brings the tables up to date. The migrator has no lock of its own, so one is held around it on a
 * connection of its own: several instances may start at once on an empty database. The embedded
 * database is migrated by the process that serves it, before anybody else can be connected for long.
 */
export async function migrate({ sql, db, kind, isHost }: Database): Promise<void> {
  if (kind === 'embedded') {
    if (isHost) await runMigrations(db, { migrationsFolder: FOLDER });
    return;
  }
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await runMigrations(db, { migrationsFolder: FOLDER });
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK})`;
    connection.release();
  }
}
