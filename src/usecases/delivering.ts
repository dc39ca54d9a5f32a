import type { Dependencies } from './dependencies.ts';
import type { Clock } from './ports/clock.ts';
import type {
  Claim,
  ClaimWish,
  Delivery,
  DeliveryKind,
  DeliveryPayload,
  DeliverySubject,
  Sent,
} from './ports/delivery-log.ts';
import type { ChatAddress, Messenger } from './ports/messenger.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** What to send now, and what it tells. */
export interface Composed extends DeliveryPayload {
  readonly subjects: readonly DeliverySubject[];
}

/** Composed outside the office's hours: it waits until they come again. */
export const NOT_NOW = 'notNow';

/** What a delivery says now. Null when there is nothing left to say. `to` is where it will be sent. */
export type Compose = (
  delivery: Delivery,
  to: ChatAddress,
) => Promise<Composed | typeof NOT_NOW | null>;

/** What is needed to prepare deliveries. */
export interface PreparingNeeds extends Dependencies {
  /** The time that processes share, for what concerns them and not the office. */
  readonly sharedClock: Clock;
  /** For all that is composed in one transaction, which reads together what it needs. */
  compose(stores: Stores): Compose;
  /** Tells the secretary what could not be delivered. */
  reportTrouble(stores: Stores, delivery: Delivery, trouble: Trouble): Promise<void>;
}

export interface DeliveryDependencies extends PreparingNeeds {
  /** This process, among those that send. */
  readonly sender: string;
  readonly messengers: ReadonlyMap<string, Messenger>;
  /** Prepares one together with whatever else is being prepared. */
  prepare(id: number): Promise<Preparation>;
  /** Claims one in the same way; false where it is not to be had any more. */
  claim(wish: ClaimWish): Promise<boolean>;
  /** Settles one that has arrived, in the same way; false where the claim holds no longer. */
  settleSent(sent: Sent): Promise<boolean>;
  /** Gives a sign of life where the last is some seconds old. */
  keepUp(): Promise<void>;
  /** Whether nobody can have thought this process dead, and taken up what it claimed then. */
  hasLivedSince(claimedAt: Date): boolean;
  /** Ends early when the signal does. */
  waitMs(ms: number, signal: AbortSignal): Promise<void>;
  /** Aborted when this process is to end: nothing is waited for any more, and no mailing goes on. */
  readonly stopping: AbortSignal;
  /** Told after each attempt, for whoever watches the service. */
  onOutcome?(outcome: DeliveryOutcome): void;
}

/** What became of a delivery for now; `retried` goes again. */
export interface DeliveryOutcome {
  readonly id: number;
  readonly kind: DeliveryKind;
  /** Null where nobody could be written to. */
  readonly channel: string | null;
  readonly state: 'sent' | 'retried' | 'unclear' | 'failed' | 'cancelled' | 'dead';
}

export type Trouble = 'unreachable' | 'unclear' | 'dead' | 'refused';

/** What may be on its way at a time. */
export interface Places {
  /** How to give it back; null where none is free. */
  takeFree(): (() => void) | null;
  /** The same once there is one. */
  take(): Promise<() => void>;
}

/** Thrown to be asked again later. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';
  readonly afterMs: number;

  constructor(reason: string, afterMs: number) {
    super(reason);
    this.afterMs = afterMs;
  }
}

/** A delivery as it would go out. */
export interface Outgoing {
  readonly delivery: Delivery;
  readonly to: ChatAddress;
  readonly payload: DeliveryPayload;
}

/** What a delivery would say at an instant of the time that processes share. */
export interface Prepared extends Outgoing {
  readonly subjects: readonly DeliverySubject[];
  readonly preparedAt: Date;
}

/** What a delivery would say; or what has become of it; null for what is not to go out now, or no more. */
export type Preparation = Prepared | DeliveryOutcome | null;

/** A delivery that this process has claimed, and what it says. */
export interface Claimed extends Outgoing {
  readonly claim: Claim;
  /** By the time that processes share, from before the claim was written. */
  readonly claimedAt: Date;
}

export function outcomeOf(
  { id, kind }: Pick<Delivery, 'id' | 'kind'>,
  to: ChatAddress | null,
  state: DeliveryOutcome['state'],
): DeliveryOutcome {
  return { id, kind, channel: to?.channel ?? null, state };
}
