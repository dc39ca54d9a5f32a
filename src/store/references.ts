import { getTableColumns } from 'drizzle-orm';
import { compiled } from './compiled-query.ts';
import type { Db } from './database.ts';
import { referenceRevision } from './schema/reference-revision.ts';

/** What this process remembers of agencies, days off and sets, and of which revision it is. */
export interface ReferenceCache {
  revision: string | null;
  readonly values: Map<string, unknown>;
}

export function createReferenceCache(): ReferenceCache {
  return { revision: null, values: new Map() };
}

/** What changes seldom and is read with every message, as one transaction sees it. */
export interface References {
  /** The value as it is now; loaded once for all transactions while nothing changes it. */
  read<Value>(key: string, load: () => Promise<Value>): Promise<Value>;
  /** From now on this transaction reads for itself: it has changed something. */
  changed(): void;
}

/**
 * The revision is asked once a transaction. A value read a moment after it may be newer than it, and
 * is then read once more by the next; never older.
 */
export function referencesOn(db: Db, cache: ReferenceCache): References {
  let isChanged = false;
  let asked: Promise<string | null> | null = null;
  const current = async (): Promise<ReferenceCache | null> => {
    asked ??= revisionOf(db);
    const revision = await asked;
    if (isChanged || revision === null) return null;
    if (cache.revision !== revision) {
      cache.revision = revision;
      cache.values.clear();
    }
    return cache;
  };
  return {
    changed: () => {
      isChanged = true;
    },
    read: async <Value>(key: string, load: () => Promise<Value>): Promise<Value> => {
      const good = await current();
      if (good === null) return load();
      const { revision } = good;
      // Every key has one loader, so its value has one type.
      if (good.values.has(key)) return good.values.get(key) as Value;
      const value = await load();
      if (good.revision === revision) good.values.set(key, value);
      return value;
    },
  };
}

const revisions = compiled<Record<string, never>>()(getTableColumns(referenceRevision), (db) =>
  db.select().from(referenceRevision),
);

async function revisionOf(db: Db): Promise<string | null> {
  const [row] = await revisions(db, {});
  return row?.revision ?? null;
}
