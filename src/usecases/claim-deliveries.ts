import {
  type ClaimingNeeds,
  type ClaimOutcome,
  type Compose,
  NOT_NOW,
  outcomeOf,
} from './delivering.ts';
import type { Delivery } from './ports/delivery-log.ts';
import type { ChatAddress } from './ports/messenger.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** Composes and claims several deliveries in one transaction. Source: decisions 16, 0027. */
export function claimAll(
  needs: ClaimingNeeds,
  ids: readonly number[],
): Promise<readonly ClaimOutcome[]> {
  const claimedAt = needs.machineClock.now();
  return needs.inTransaction((stores) => {
    const claiming = { needs, stores, compose: needs.compose(stores), claimedAt };
    return Promise.all(ids.map((id) => claimOne(claiming, id)));
  });
}

interface Claiming {
  readonly needs: ClaimingNeeds;
  readonly stores: Stores;
  readonly compose: Compose;
  readonly claimedAt: Date;
}

async function claimOne(
  { needs, stores, compose, claimedAt }: Claiming,
  id: number,
): Promise<ClaimOutcome> {
  const delivery = await stores.deliveries.lock(id);
  if (delivery?.state !== 'planned') return null;
  const to = await addressOf(stores, delivery);
  const at = needs.clock.now();
  if (to === null) {
    await stores.deliveries.settle(id, { state: 'failed', at, error: 'noAccount' });
    await needs.reportTrouble(stores, delivery, 'unreachable');
    return outcomeOf(delivery, to, 'failed');
  }
  const composed = await compose(delivery, to);
  if (composed === NOT_NOW) return null;
  if (composed === null) {
    await stores.deliveries.settle(id, { state: 'cancelled', at });
    return outcomeOf(delivery, to, 'cancelled');
  }
  const claim = { id, sender: needs.sender, attempt: delivery.attempts + 1 };
  await stores.deliveries.claim(claim, composed.subjects);
  return { delivery, claim, claimedAt, to, payload: composed };
}

/** Where the person was linked last and can be reached; a chat of its own goes before. */
async function addressOf(stores: Stores, delivery: Delivery): Promise<ChatAddress | null> {
  if (delivery.address !== null || delivery.personId === null) return delivery.address;
  const accounts = await stores.people.accountsOf(delivery.personId);
  const account = accounts.findLast(({ unreachableSince }) => unreachableSince === null);
  return account === undefined ? null : { channel: account.channel, chatId: account.userId };
}
