import type { Dependencies } from './dependencies.ts';
import type { Clock } from './ports/clock.ts';
import type {
  Claim,
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

/** What is needed to claim deliveries. */
export interface ClaimingNeeds extends Dependencies {
  /** This process, among those that send. */
  readonly sender: string;
  /** The time that processes share, for what concerns them and not the office. */
  readonly machineClock: Clock;
  /** For all that is composed in one transaction, which reads together what it needs. */
  compose(stores: Stores): Compose;
  /** Tells the secretary what could not be delivered. */
  reportTrouble(stores: Stores, delivery: Delivery, trouble: Trouble): Promise<void>;
}

export interface DeliveryDependencies extends ClaimingNeeds {
  readonly messengers: ReadonlyMap<string, Messenger>;
  /** Claims one together with whatever else is being claimed. */
  claim(id: number): Promise<ClaimOutcome>;
  /** Settles one that has arrived, in the same way; false where the claim holds no longer. */
  settleSent(sent: Sent): Promise<boolean>;
  /** Ends early when the signal does. */
  waitMs(ms: number, signal: AbortSignal): Promise<void>;
  /** Aborted when this process is to end: nothing is waited for any more. */
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

/** Thrown to be asked again later. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';
  readonly afterMs: number;

  constructor(reason: string, afterMs: number) {
    super(reason);
    this.afterMs = afterMs;
  }
}

/** A delivery that this process has claimed, and what it says. */
export interface Claimed {
  readonly delivery: Delivery;
  readonly claim: Claim;
  /** By the machine's time, from before the claim was written. */
  readonly claimedAt: Date;
  readonly to: ChatAddress;
  readonly payload: DeliveryPayload;
}

/** What became of an attempt to claim; null for what is settled, claimed by somebody, or not to go out now. */
export type ClaimOutcome = Claimed | DeliveryOutcome | null;

export function outcomeOf(
  { id, kind }: Pick<Delivery, 'id' | 'kind'>,
  to: ChatAddress | null,
  state: DeliveryOutcome['state'],
): DeliveryOutcome {
  return { id, kind, channel: to?.channel ?? null, state };
}
