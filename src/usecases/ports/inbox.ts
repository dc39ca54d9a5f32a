import type { IncomingUpdate } from './intake.ts';
import type { ChatAddress } from './messenger.ts';

/** `received` waits to be acted on; of one `refused` for secrecy only the fact is kept. */
export const INBOUND_STATES = ['received', 'settled', 'refused', 'failed'] as const;

export interface WaitingUpdate {
  readonly id: number;
  readonly update: IncomingUpdate;
  /** How often acting on it has failed. */
  readonly attempts: number;
}

/**
 * Updates as they came, each acted on once, in order within a chat. Adding them does not wait for the
 * disk: the database's server may lose them with a crash of its own, until something that ended later,
 * such as acting on them, is there, or until they are `areSafe`. Source: decisions 17, 0031.
 */
export interface Inbox {
  /** False when it is stored already. A refused one is stored without its payload. */
  add(update: IncomingUpdate, state: 'received' | 'refused', at: Date): Promise<boolean>;
  /** The same of several that were received, in their order; one that comes twice is stored once. */
  addAll(updates: readonly IncomingUpdate[], at: Date): Promise<readonly boolean[]>;
  /**
   * Waits for the disk, and tells which of these are there then: a server that crashed and came back
   * meanwhile has forgotten the others.
   */
  areSafe(updates: readonly IncomingUpdate[]): Promise<readonly boolean[]>;
  /**
   * The oldest waiting update of a chat, if there is one, to be settled in the same transaction:
   * whoever looks for it meanwhile waits until that ends. None while an answer planned after
   * `answersSince` is still on its way: whoever sends it goes on.
   */
  next(chat: ChatAddress, answersSince: Date): Promise<WaitingUpdate | undefined>;
  /** In which of the chats `next` would find one that nobody is at. */
  areWaiting(chats: readonly ChatAddress[], answersSince: Date): Promise<readonly boolean[]>;
  /** Wipes the payload. */
  settle(id: number, state: 'settled' | 'failed', at: Date): Promise<void>;
  /** Counts an attempt that failed, and gives how many have. */
  countFailure(id: number): Promise<number>;
  /** The chats with waiting updates, oldest first. */
  waitingChats(): Promise<readonly ChatAddress[]>;
}
