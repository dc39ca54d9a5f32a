import type { AgencyStore } from './agency-store.ts';
import type { AuditLog } from './audit-log.ts';
import type { CalendarStore } from './calendar-store.ts';
import type { CommitmentStore, ProgressStore } from './commitment-store.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { DeliveryLog } from './delivery-log.ts';
import type { Inbox } from './inbox.ts';
import type { IncomingUpdate } from './intake.ts';
import type { JobQueue } from './job-queue.ts';
import type { PaperDrafts } from './paper-drafts.ts';
import type { PeopleStore } from './people-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { StandingStore } from './standing-store.ts';

/** Everything kept, as one transaction sees it. */
export interface Stores {
  readonly agencies: AgencyStore;
  readonly commitments: CommitmentStore;
  readonly progress: ProgressStore;
  readonly standings: StandingStore;
  readonly calendar: CalendarStore;
  readonly audit: AuditLog;
  readonly people: PeopleStore;
  readonly inbox: Inbox;
  readonly conversations: ConversationStore;
  readonly deliveries: DeliveryLog;
  readonly drafts: PaperDrafts;
  readonly jobs: JobQueue;
  readonly settings: SettingsStore;
}

export interface UnitOfWork {
  /**
   * Runs the work in one transaction; joins the one that is open. Rolls back when the work throws.
   * Throws StoreUnavailableError where the database failed, whatever the work had done: what was
   * written may then stand or not, and the same may be asked again.
   */
  inTransaction<Value>(work: (stores: Stores) => Promise<Value>): Promise<Value>;
  /**
   * The same for work that asks the database once: one statement is a transaction by itself, and two
   * journeys are saved where each connection has a session of its own.
   */
  inOneStatement<Value>(work: (stores: SoleStores) => Promise<Value>): Promise<Value>;
  /**
   * A statement by itself, in one journey with the beginning of the transaction that follows it. The
   * work is given its answer, which may not have come yet; the one may fail without the other.
   */
  inTransactionAfter<First, Value>(
    first: (stores: SoleStores) => Promise<First>,
    work: (stores: Stores, first: Promise<First>) => Promise<Value>,
  ): Promise<Value>;
  /** As the inbox tells it, where the database waits for its disk; of another one all are. */
  areSafe(updates: readonly IncomingUpdate[]): Promise<readonly boolean[]>;
}

/** What is asked in one statement by itself. */
export type SoleStores = Pick<Stores, 'inbox' | 'deliveries'>;

/** The database is not there, or broke off: nothing is wrong with what was asked of it. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** Somebody else saved first: the version that was read is no longer the newest. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';
}
