import type { Stores, UnitOfWork } from '../usecases/ports/unit-of-work.ts';
import { createAgencyStore } from './agency-store.ts';
import { createAuditLog } from './audit-log.ts';
import { createCalendarStore } from './calendar-store.ts';
import { createCommitmentStore } from './commitment-store.ts';
import type { Database, Db } from './database.ts';
import { createPeopleStore } from './people-store.ts';
import { createProgressStore } from './progress-store.ts';

/** Transactions over the database; everything read and written inside is one. */
export function createUnitOfWork({ db }: Pick<Database, 'db'>): UnitOfWork {
  return { inTransaction: (work) => db.transaction((open) => work(storesOn(open))) };
}

function storesOn(db: Db): Stores {
  return {
    agencies: createAgencyStore(db),
    commitments: createCommitmentStore(db),
    progress: createProgressStore(db),
    calendar: createCalendarStore(db),
    audit: createAuditLog(db),
    people: createPeopleStore(db),
  };
}
