import {
  type Compose,
  NOT_NOW,
  outcomeOf,
  type Preparation,
  type PreparingNeeds,
} from './delivering.ts';
import type { Delivery } from './ports/delivery-log.ts';
import type { ChatAddress } from './ports/messenger.ts';
import type { Stores } from './ports/unit-of-work.ts';

/**
 * What several deliveries would say, composed in one transaction; what cannot be said to anybody, or
 * need not be said any more, is settled there. In the order of the ids. Source: decisions 16, 0027.
 */
export function prepareAll(
  needs: PreparingNeeds,
  ids: readonly number[],
): Promise<readonly Preparation[]> {
  const preparedAt = needs.sharedClock.now();
  return needs.inTransaction((stores) => {
    const preparing = { needs, stores, compose: needs.compose(stores), preparedAt };
    return Promise.all(ids.map((id) => prepare(preparing, id)));
  });
}

interface Preparing {
  readonly needs: PreparingNeeds;
  readonly stores: Stores;
  readonly compose: Compose;
  readonly preparedAt: Date;
}

async function prepare(
  { needs, stores, compose, preparedAt }: Preparing,
  id: number,
): Promise<Preparation> {
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
  const { subjects, ...payload } = composed;
  return { delivery, to, payload, subjects, preparedAt };
}

/** Where the person was linked last and can be reached; a chat of its own goes before. */
async function addressOf(stores: Stores, delivery: Delivery): Promise<ChatAddress | null> {
  if (delivery.address !== null || delivery.personId === null) return delivery.address;
  const accounts = await stores.people.accountsOf(delivery.personId);
  const account = accounts.findLast(({ unreachableSince }) => unreachableSince === null);
  return account === undefined ? null : { channel: account.channel, chatId: account.userId };
}
