import { type Claimed, type DeliveryDependencies, outcomeOf } from './delivering.ts';
import type { SendOutcome } from './ports/messenger.ts';
import { settle } from './settle-delivery.ts';

/** A process that stood still for so long after its claim leaves it: others may have taken it up. */
const CLAIM_HOLDS_MS = 10_000;

/**
 * Claims a delivery, sends it, settles it: three steps, and no transaction is open while the
 * platform is spoken to. What is settled, or claimed by somebody, is left alone; what may not go out
 * at this hour stays planned. Throws RetryLaterError when it is to be tried again, and
 * StoreUnavailableError when it could not be claimed. Source: decision 16.
 */
export async function deliver(
  needs: DeliveryDependencies,
  id: number,
  inTurn: InTurn = (send) => send(),
): Promise<void> {
  const claimed = await needs.claim(id);
  if (claimed === null) return;
  if ('state' in claimed) needs.onOutcome?.(claimed);
  else await inTurn(() => deliverClaimed(needs, claimed));
}

/** Lets the sending begin at once, or when it is its turn. */
export type InTurn = (send: () => Promise<void>) => Promise<void>;

/** Sends and settles what was claimed before. Throws RetryLaterError as `deliver` does. */
export async function deliverClaimed(needs: DeliveryDependencies, claimed: Claimed): Promise<void> {
  const heldMs = needs.machineClock.now().getTime() - claimed.claimedAt.getTime();
  const outcome: SendOutcome =
    heldMs > CLAIM_HOLDS_MS
      ? { kind: 'retryLater', afterMs: 0, reason: 'stoodStill' }
      : await send(needs, claimed);
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

function send(
  { messengers }: DeliveryDependencies,
  { to, payload: { message, replacing } }: Claimed,
): Promise<SendOutcome> {
  const messenger = messengers.get(to.channel);
  if (messenger === undefined) return Promise.resolve({ kind: 'refused', reason: 'noChannel' });
  return messenger.send(to, message, replacing ?? undefined);
}
