import { eq } from 'drizzle-orm';
import type { SettingsStore } from '../usecases/ports/settings-store.ts';
import type { Db } from './database.ts';
import { setting } from './schema/setting.ts';

export function createSettingsStore(db: Db): SettingsStore {
  return {
    get: async (key) => {
      const rows = await db.select().from(setting).where(eq(setting.key, key));
      return rows[0]?.value ?? null;
    },
    set: async (key, value) => {
      await db
        .insert(setting)
        .values({ key, value })
        .onConflictDoUpdate({ target: setting.key, set: { value } });
    },
    remove: async (key) => {
      await db.delete(setting).where(eq(setting.key, key));
    },
  };
}
