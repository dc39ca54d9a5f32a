import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ReportPeriod } from '../../domain/report-period.ts';
import type { ChatAddress, Message } from './messenger.ts';

/** A reply answers an update; a notice follows from somebody's act; the clock starts the others. */
export const DELIVERY_KINDS = ['reply', 'notice', 'daily', 'digest'] as const;

export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** `unclear`: it may have arrived, and a person decides; `dead`: every attempt failed. */
export const DELIVERY_STATES = [
  'planned',
  'sending',
  'sent',
  'unclear',
  'failed',
  'cancelled',
  'dead',
] as const;

export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const SUBJECT_KINDS = ['round', 'milestone', 'escalation', 'noOfficer', 'shift'] as const;

/** One thing that a message told. */
export interface DeliverySubject {
  readonly kind: (typeof SUBJECT_KINDS)[number];
  readonly agencyId: number;
  readonly setId: number | null;
  readonly period: ReportPeriod | null;
  readonly commitmentId: number | null;
  readonly rung: number | null;
  readonly plannedOn: CalendarDate | null;
}

/** Kept until it is sent. */
export interface DeliveryPayload {
  readonly message: Message;
  /** The platform's message that it takes the place of, where the platform can edit. */
  readonly replacing: string | null;
}

export interface Delivery {
  readonly id: number;
  readonly key: string;
  readonly kind: DeliveryKind;
  readonly personId: number | null;
  /** Null where the person is to be looked up when it is sent. */
  readonly address: ChatAddress | null;
  readonly isGroup: boolean;
  readonly state: DeliveryState;
  /** Null for what is composed when it is sent. */
  readonly payload: DeliveryPayload | null;
  readonly dueAt: Date;
  readonly isRepeat: boolean;
  readonly attempts: number;
}

export type NewDelivery = Pick<
  Delivery,
  'key' | 'kind' | 'personId' | 'address' | 'isGroup' | 'payload' | 'dueAt'
> & {
  /** Who sends it as soon as the transaction ends; null or absent where it waits to be claimed. */
  readonly claimedBy?: string | null;
};

/** One attempt to send a delivery: a later one of the same has a higher number. */
export interface Claim {
  readonly id: number;
  readonly sender: string;
  /** From 1. */
  readonly attempt: number;
}

/** A claim on a delivery that was tried so often before as its attempt says, and what it tells. */
export interface ClaimWish {
  readonly claim: Claim;
  readonly subjects: readonly DeliverySubject[];
}

export interface Sent extends Claim {
  /** Null where the platform told none. */
  readonly platformMessageId: string | null;
}

/** What is to be sent, and where where that is known. */
export type DueDelivery = Pick<Delivery, 'id' | 'address'>;

export interface Settlement {
  readonly state: Exclude<DeliveryState, 'sending'>;
  readonly at: Date;
  readonly isRepeat?: boolean;
  readonly platformMessageId?: string;
  readonly error?: string;
}

/** How often something was told, by agency and period: distinct rungs, whoever was told. */
export interface ReminderCount {
  readonly agencyId: number;
  readonly setId: number;
  readonly period: ReportPeriod;
  readonly count: number;
}

/** What is open, for whoever watches the service. */
export interface Backlog {
  readonly planned: number;
  readonly sending: number;
  readonly unclear: number;
  readonly dead: number;
  /** When the oldest planned one was due; null when none is planned. */
  readonly oldestDueAt: Date | null;
}

/** Everything that goes out, under keys that are taken once. Source: decisions 15 and 16. */
export interface DeliveryLog {
  /** Null when the key is taken. */
  plan(delivery: NewDelivery): Promise<Delivery | null>;
  /** The ids of those whose key was not taken. */
  planAll(deliveries: readonly NewDelivery[]): Promise<readonly number[]>;
  /** Locks it until the transaction ends. */
  lock(id: number): Promise<Delivery | undefined>;
  find(id: number): Promise<Delivery | undefined>;
  findByKey(key: string): Promise<Delivery | undefined>;
  hasKey(key: string): Promise<boolean>;
  /**
   * From now on their senders are sending them, and say this; asked alone, in one statement. False for
   * one that is planned no more, or was tried in between.
   */
  claim(wishes: readonly ClaimWish[]): Promise<readonly boolean[]>;
  /** Settles it as long as the claim holds; false where it was settled, or taken up by others. */
  settleClaim(claim: Claim, settlement: Settlement): Promise<boolean>;
  /** The same of several that have arrived, each by its claim. */
  settleSent(sent: readonly Sent[], at: Date): Promise<readonly boolean[]>;
  /** What is being sent under this sender's name. */
  listClaimed(sender: string): Promise<readonly Claim[]>;
  moveTo(id: number, address: ChatAddress): Promise<void>;
  /** Wipes the payload of what will not be sent again; a dead one may be, at a secretary's word. */
  settle(id: number, settlement: Settlement): Promise<void>;
  /** What a person has been told, or is being told: every subject of sent messages. */
  toldTo(personId: number): Promise<readonly DeliverySubject[]>;
  /** The same of everybody, for what was planned for one of those days; by person. */
  toldOn(days: readonly CalendarDate[]): Promise<ReadonlyMap<number, readonly DeliverySubject[]>>;
  reminderCounts(setIds: readonly number[], before: Date): Promise<readonly ReminderCount[]>;
  /** Planned and due by then, in the order planned: left by a process that ended, or still to be sent. */
  listDue(kinds: readonly DeliveryKind[], dueBy: Date): Promise<readonly DueDelivery[]>;
  /** Takes what forgotten processes were sending: personal messages go again, group ones wait. */
  recoverOrphans(at: Date): Promise<readonly Delivery[]>;
  /** The same of one claim; undefined where it holds no longer. */
  recoverClaim(claim: Claim, at: Date): Promise<Delivery | undefined>;
  /** Group messages of which nobody knows whether they arrived, and dead ones; oldest first. */
  listUndelivered(): Promise<readonly Delivery[]>;
  backlog(): Promise<Backlog>;
  /** Says that a process is alive, by the time that processes share. */
  beat(sender: string, at: Date): Promise<void>;
  /** When a process was seen last, of those signs that are so old already; null for none. */
  lastSign(seenBy: Date): Promise<Date | null>;
  /** Forgets processes that were not seen since; true where there were any. */
  forgetSenders(seenBefore: Date): Promise<boolean>;
  endSender(sender: string): Promise<void>;
}
