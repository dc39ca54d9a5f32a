import { migrate as migrateServer } from 'drizzle-orm/postgres-js/migrator';
import { type Database, openDatabase, type Place } from './database.ts';
import { migrationsFolder } from './migrations-folder.ts';

/** Any number: all instances must take the same lock. */
const MIGRATION_LOCK = 718_293;

/**
 * Brings a server's tables up to date. The migrator has no lock of its own, so one is held around it
 * on a connection of its own: several instances may start at once on an empty database. The embedded
 * database was migrated before its socket opened.
 */
export async function migrate({ sql, db, kind }: Database): Promise<void> {
  if (kind === 'embedded') return;
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrateServer(db, { migrationsFolder });
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATION_LOCK})`;
    connection.release();
  }
}

/** Opens the database and brings its tables up to date; what cannot be brought there is closed again. */
export async function openMigrated(place: Place): Promise<Database> {
  const database = await openDatabase(place);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
