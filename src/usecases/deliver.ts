import type { Dependencies } from './dependencies.ts';
import type {
  Delivery,
  DeliveryKind,
  DeliveryPayload,
  DeliverySubject,
} from './ports/delivery-log.ts';
import type { ChatAddress, Messenger, SendOutcome } from './ports/messenger.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** What to send now, and what it tells. */
export interface Composed extends DeliveryPayload {
  readonly subjects: readonly DeliverySubject[];
}

export interface DeliveryDependencies extends Dependencies {
  readonly messengers: ReadonlyMap<string, Messenger>;
  /** This process, among those that send. */
  readonly sender: string;
  /** Null when there is nothing left to say. `to` is where it will be sent. */
  compose(stores: Stores, delivery: Delivery, to: ChatAddress): Promise<Composed | null>;
  /** Tells the secretary what could not be delivered. */
  reportTrouble(stores: Stores, delivery: Delivery, trouble: Trouble): Promise<void>;
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
  readonly to: ChatAddress;
  readonly payload: DeliveryPayload;
}

/**
 * Claims a delivery, sends it, settles it: three steps, and no transaction is open while the
 * platform is spoken to. What is settled, or claimed by somebody, is left alone. Throws
 * RetryLaterError when it is to be tried again. Source: decision 16.
 */
export async function deliver(needs: DeliveryDependencies, id: number): Promise<void> {
  const claimed = await claim(needs, id);
  if (claimed === null) return;
  if ('state' in claimed) needs.onOutcome?.(claimed);
  else await deliverClaimed(needs, claimed);
}

/** Sends and settles what was claimed before. Throws RetryLaterError as `deliver` does. */
export async function deliverClaimed(needs: DeliveryDependencies, claimed: Claimed): Promise<void> {
  const messenger = needs.messengers.get(claimed.to.channel);
  const outcome: SendOutcome =
    messenger === undefined
      ? { kind: 'refused', reason: 'noChannel' }
      : await messenger.send(
          claimed.to,
          claimed.payload.message,
          claimed.payload.replacing ?? undefined,
        );
  await settle(needs, claimed, outcome);
}

/** Every attempt has failed: a person must see it. */
export async function giveUp(needs: DeliveryDependencies, id: number): Promise<void> {
  const given = await needs.inTransaction(async (stores) => {
    const delivery = await stores.deliveries.lock(id);
    if (delivery?.state !== 'planned') return null;
    await stores.deliveries.settle(id, { state: 'dead', at: needs.clock.now() });
    await needs.reportTrouble(stores, delivery, 'dead');
    return delivery;
  });
  if (given !== null) needs.onOutcome?.(outcomeOf(given, given.address, 'dead'));
}

export function outcomeOf(
  { id, kind }: Pick<Delivery, 'id' | 'kind'>,
  to: ChatAddress | null,
  state: DeliveryOutcome['state'],
): DeliveryOutcome {
  return { id, kind, channel: to?.channel ?? null, state };
}

function claim(needs: DeliveryDependencies, id: number): Promise<Claimed | DeliveryOutcome | null> {
  return needs.inTransaction(async (stores) => {
    const delivery = await stores.deliveries.lock(id);
    if (delivery?.state !== 'planned') return null;
    const to = await addressOf(stores, delivery);
    const at = needs.clock.now();
    if (to === null) {
      await stores.deliveries.settle(id, { state: 'failed', at, error: 'noAccount' });
      await needs.reportTrouble(stores, delivery, 'unreachable');
      return outcomeOf(delivery, to, 'failed');
    }
    const composed = await needs.compose(stores, delivery, to);
    if (composed === null) {
      await stores.deliveries.settle(id, { state: 'cancelled', at });
      return outcomeOf(delivery, to, 'cancelled');
    }
    await stores.deliveries.claim(id, needs.sender, composed.subjects);
    return { delivery, to, payload: composed };
  });
}

/** Where the person was linked last and can be reached; a chat of its own goes before. */
async function addressOf(stores: Stores, delivery: Delivery): Promise<ChatAddress | null> {
  if (delivery.address !== null || delivery.personId === null) return delivery.address;
  const accounts = await stores.people.accountsOf(delivery.personId);
  const account = accounts.findLast(({ unreachableSince }) => unreachableSince === null);
  return account === undefined ? null : { channel: account.channel, chatId: account.userId };
}

async function settle(
  needs: DeliveryDependencies,
  { delivery, to }: Claimed,
  outcome: SendOutcome,
): Promise<void> {
  const retry = await needs.inTransaction((stores) =>
    settled(needs, stores, delivery, to, outcome),
  );
  needs.onOutcome?.(outcomeOf(delivery, to, stateAfter(outcome, delivery)));
  if (retry !== null) throw new RetryLaterError(retry.reason, retry.afterMs);
}

function stateAfter(
  { kind }: SendOutcome,
  { isGroup }: Pick<Delivery, 'isGroup'>,
): DeliveryOutcome['state'] {
  switch (kind) {
    case 'sent':
      return 'sent';
    case 'retryLater':
    case 'moved':
      return 'retried';
    case 'unclear':
      return isGroup ? 'unclear' : 'retried';
    case 'unreachable':
    case 'refused':
      return 'failed';
  }
}

type Retry = { readonly reason: string; readonly afterMs: number } | null;

async function settled(
  needs: DeliveryDependencies,
  stores: Stores,
  delivery: Delivery,
  to: ChatAddress,
  outcome: SendOutcome,
): Promise<Retry> {
  const { deliveries, people, conversations } = stores;
  const { id, isGroup } = delivery;
  const at = needs.clock.now();
  switch (outcome.kind) {
    case 'sent': {
      const last = outcome.messageIds.at(-1);
      await deliveries.settle(id, {
        state: 'sent',
        at,
        ...(last !== undefined && { platformMessageId: last }),
      });
      return null;
    }
    case 'retryLater':
      await deliveries.settle(id, { state: 'planned', at, error: outcome.reason });
      return outcome;
    case 'moved':
      await conversations.moveChat(to, { channel: to.channel, chatId: outcome.chatId });
      await deliveries.moveTo(id, { channel: to.channel, chatId: outcome.chatId });
      await deliveries.settle(id, { state: 'planned', at });
      return { reason: 'moved', afterMs: 0 };
    case 'unclear':
      if (isGroup) {
        await deliveries.settle(id, { state: 'unclear', at, error: outcome.reason });
        await needs.reportTrouble(stores, delivery, 'unclear');
        return null;
      }
      await deliveries.settle(id, {
        state: 'planned',
        at,
        isRepeat: true,
        error: outcome.reason,
      });
      return { reason: outcome.reason, afterMs: 0 };
    case 'unreachable':
      await deliveries.settle(id, { state: 'failed', at, error: outcome.reason });
      if (isGroup) await conversations.leaveGroup(to);
      else await people.setReachable(to.channel, to.chatId, at);
      await needs.reportTrouble(stores, delivery, 'unreachable');
      return null;
    case 'refused':
      await deliveries.settle(id, { state: 'failed', at, error: outcome.reason });
      await needs.reportTrouble(stores, delivery, 'refused');
      return null;
  }
}
