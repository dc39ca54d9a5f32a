import {
  type SoleStores,
  type Stores,
  StoreUnavailableError,
  type UnitOfWork,
} from '../usecases/ports/unit-of-work.ts';
import { createAgencyStore } from './agency-store.ts';
import { createAuditLog } from './audit-log.ts';
import { createCalendarStore } from './calendar-store.ts';
import { createCommitmentStore } from './commitment-store.ts';
import { createConversationStore } from './conversation-store.ts';
import type { Database, Db } from './database.ts';
import { createDeliveryLog } from './delivery-log.ts';
import { createInbox } from './inbox.ts';
import { type Jobs, NO_QUEUE } from './jobs.ts';
import { isOutage } from './outage.ts';
import { createPaperDrafts } from './paper-drafts.ts';
import { createPeopleStore } from './people-store.ts';
import { createProgressStore } from './progress-store.ts';
import { createReferenceCache, type References, referencesOn } from './references.ts';
import { createSettingsStore } from './settings-store.ts';
import { createStandingStore } from './standing-store.ts';

/** Transactions over the database; everything read and written inside is one. */
export function createUnitOfWork(
  { db, kind, onOneConnection }: Pick<Database, 'db' | 'kind' | 'onOneConnection'>,
  jobs: Pick<Jobs, 'queueOn'> = { queueOn: () => NO_QUEUE },
): UnitOfWork {
  const cache = createReferenceCache();
  const transaction = <Value>(over: Db, work: (stores: Stores) => Promise<Value>): Promise<Value> =>
    over.transaction(async (open) => {
      const audit = createAuditLog(open);
      const value = await work({ ...storesOn(open, jobs, referencesOn(open, cache)), audit });
      await audit.close();
      return value;
    });
  const inTransaction: UnitOfWork['inTransaction'] = (work) =>
    sayingOutages(() => transaction(db, work));
  const sole = soleOn(db);
  // The connections to the embedded database share one session: only a transaction keeps apart
  // what one of them asks.
  const inOneStatement: UnitOfWork['inOneStatement'] = (work) =>
    kind === 'embedded' ? inTransaction(work) : sayingOutages(() => work(sole));
  return {
    inTransaction,
    inOneStatement,
    inTransactionAfter: async (first, work) => {
      if (kind === 'embedded') {
        const answer = ownOutcome(inOneStatement(first));
        await answer.catch(() => undefined);
        return inTransaction((stores) => work(stores, answer));
      }
      return sayingOutages(() =>
        onOneConnection((own) => {
          const answer = ownOutcome(sayingOutages(() => first(soleOn(own))));
          return transaction(own, (stores) => work(stores, answer));
        }),
      );
    },
    areSafe: async (updates) =>
      kind === 'embedded'
        ? updates.map(() => true)
        : inOneStatement(({ inbox }) => inbox.areSafe(updates)),
  };
}

function soleOn(db: Db): SoleStores {
  return { inbox: createInbox(db), deliveries: createDeliveryLog(db) };
}

/** Its failure is looked at by whoever asks for the answer, or by nobody. */
function ownOutcome<Value>(answer: Promise<Value>): Promise<Value> {
  answer.catch(() => undefined);
  return answer;
}

async function sayingOutages<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (cause) {
    if (!isOutage(cause)) throw cause;
    throw new StoreUnavailableError('The database broke off.', { cause });
  }
}

function storesOn(
  db: Db,
  jobs: Pick<Jobs, 'queueOn'>,
  references: References,
): Omit<Stores, 'audit'> {
  return {
    agencies: createAgencyStore(db, references),
    commitments: createCommitmentStore(db, references),
    progress: createProgressStore(db),
    standings: createStandingStore(db),
    calendar: createCalendarStore(db, references),
    people: createPeopleStore(db),
    inbox: createInbox(db),
    conversations: createConversationStore(db),
    deliveries: createDeliveryLog(db),
    drafts: createPaperDrafts(db),
    jobs: jobs.queueOn(db),
    settings: createSettingsStore(db),
  };
}
