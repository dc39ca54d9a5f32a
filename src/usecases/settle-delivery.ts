import {
  type Claimed,
  type DeliveryDependencies,
  type DeliveryOutcome,
  outcomeOf,
  RetryLaterError,
} from './delivering.ts';
import type { Settlement } from './ports/delivery-log.ts';
import type { AttemptOutcome } from './ports/messenger.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { throughOutages } from './through-outages.ts';

/**
 * From this attempt on, a message that is in doubt once again is shown to a person instead. Not an
 * answer: who asked waits for it, and it is given up after a day.
 */
const MOST_IN_DOUBT = 10;

/**
 * Writes down what became of an attempt, however long the database is away: only this process knows
 * what the platform said, and what it forgot would be said twice. Throws RetryLaterError when the
 * delivery is to be tried again, and StoreUnavailableError when the process ends before the database
 * is back. Source: decision 16.
 */
export async function settle(
  needs: DeliveryDependencies,
  claimed: Claimed,
  outcome: AttemptOutcome,
): Promise<void> {
  const { state, retry } = await throughOutages(needs, () => settled(needs, claimed, outcome));
  needs.onOutcome?.(outcomeOf(claimed.delivery, claimed.to, state));
  if (retry !== null) throw new RetryLaterError(retry.reason, retry.afterMs);
}

interface Settled {
  readonly state: DeliveryOutcome['state'];
  /** When to try again; null when there is nothing more to do. */
  readonly retry: { readonly reason: string; readonly afterMs: number } | null;
}

interface Settling {
  readonly needs: DeliveryDependencies;
  readonly stores: Stores;
  readonly claimed: Claimed;
}

/**
 * Where the claim holds no longer, somebody has taken the delivery up, or our own writing was heard
 * and only its echo lost: trying again then does no harm, and reporting again would.
 */
function settled(
  needs: DeliveryDependencies,
  claimed: Claimed,
  outcome: AttemptOutcome,
): Promise<Settled> {
  const whole = (work: (settling: Settling) => Promise<Settled>) =>
    needs.inTransaction((stores) => work({ needs, stores, claimed }));
  switch (outcome.kind) {
    case 'sent':
      return settleSent(needs, claimed, outcome.messageIds.at(-1));
    case 'retryLater':
      return whole((settling) => settleForLater(settling, outcome));
    case 'moved':
      return whole((settling) => settleMoved(settling, outcome.chatId));
    case 'unclear':
      return whole((settling) => settleUnclear(settling, outcome.reason));
    case 'unreachable':
    case 'refused':
      return whole((settling) => settleFailed(settling, outcome));
  }
}

function writeDown(
  { needs, stores, claimed }: Settling,
  settlement: Omit<Settlement, 'at'>,
): Promise<boolean> {
  return stores.deliveries.settleClaim(claimed.claim, { ...settlement, at: needs.clock.now() });
}

async function settleSent(
  needs: DeliveryDependencies,
  { claim, delivery: { id } }: Claimed,
  messageId: string | undefined,
): Promise<Settled> {
  const platformMessageId = messageId ?? null;
  const wasHeld = await needs.settleSent({ ...claim, platformMessageId });
  // Taken up by others as one in doubt: now that it has surely arrived, it need not go again.
  if (!wasHeld)
    await needs.inTransaction((stores) => settleTakenUp(needs, stores, { id, messageId }));
  return { state: 'sent', retry: null };
}

async function settleTakenUp(
  { clock }: DeliveryDependencies,
  { deliveries }: Stores,
  { id, messageId }: { readonly id: number; readonly messageId: string | undefined },
): Promise<void> {
  const now = await deliveries.lock(id);
  if (now?.state !== 'planned' && now?.state !== 'unclear') return;
  const told = messageId === undefined ? {} : { platformMessageId: messageId };
  await deliveries.settle(id, { state: 'sent', at: clock.now(), ...told });
}

async function settleForLater(
  settling: Settling,
  { reason, afterMs }: Extract<AttemptOutcome, { readonly kind: 'retryLater' }>,
): Promise<Settled> {
  await writeDown(settling, { state: 'planned', error: reason });
  return { state: 'retried', retry: { reason, afterMs } };
}

async function settleMoved(settling: Settling, chatId: string): Promise<Settled> {
  const { stores, claimed } = settling;
  const there = { channel: claimed.to.channel, chatId };
  await stores.conversations.moveChat(claimed.to, there);
  await stores.deliveries.moveTo(claimed.delivery.id, there);
  await writeDown(settling, { state: 'planned' });
  return { state: 'retried', retry: { reason: 'moved', afterMs: 0 } };
}

/** A personal message goes once more and says so; of one to a group a person decides. */
async function settleUnclear(settling: Settling, reason: string): Promise<Settled> {
  const { needs, stores, claimed } = settling;
  const { delivery, claim } = claimed;
  const goesAgain =
    !delivery.isRepeat || delivery.kind === 'reply' || claim.attempt < MOST_IN_DOUBT;
  if (!delivery.isGroup && goesAgain) {
    await writeDown(settling, { state: 'planned', isRepeat: true, error: reason });
    return { state: 'retried', retry: { reason, afterMs: 0 } };
  }
  if (await writeDown(settling, { state: 'unclear', isRepeat: true, error: reason })) {
    await needs.reportTrouble(stores, { ...delivery, attempts: claim.attempt }, 'unclear');
  }
  return { state: 'unclear', retry: null };
}

async function settleFailed(
  settling: Settling,
  { kind, reason }: Extract<AttemptOutcome, { readonly kind: 'unreachable' | 'refused' }>,
): Promise<Settled> {
  const { needs, stores, claimed } = settling;
  const { delivery, to } = claimed;
  if (await writeDown(settling, { state: 'failed', error: reason })) {
    if (kind === 'unreachable') {
      if (delivery.isGroup) await stores.conversations.leaveGroup(to);
      else await stores.people.setReachable(to.channel, to.chatId, needs.clock.now());
    }
    await needs.reportTrouble(stores, delivery, kind);
  }
  return { state: 'failed', retry: null };
}
