import {
  type Claimed,
  type DeliveryDependencies,
  type Outgoing,
  outcomeOf,
  type Places,
  type Prepared,
  RetryLaterError,
} from './delivering.ts';
import type { AttemptOutcome, SendOutcome } from './ports/messenger.ts';
import { settle } from './settle-delivery.ts';

/** What was composed longer ago is composed anew: what it is about may have been reported by now. */
const FRESH_MS = 10_000;

/** This process was still for so long that others may have taken up what it claimed. */
const STOOD_STILL = { kind: 'retryLater', afterMs: 0, reason: 'stoodStill' } as const;

/**
 * Composes a delivery, claims it when the pace lets it go, sends it, settles it: no transaction is
 * open while the platform is spoken to, and no claim held by what waits. What is settled, or claimed
 * by somebody, is left alone; what may not go out at this hour stays planned. Throws RetryLaterError
 * when it is to be tried again, and StoreUnavailableError when it could not be claimed. Source:
 * decisions 16, 0028.
 */
export function deliver(
  needs: DeliveryDependencies,
  id: number,
  places: Places = ENDLESS,
): Promise<void> {
  return whenPrepared(needs, id, (prepared) =>
    deliverPrepared(needs, prepared, { places, place: null, isAnew: false }),
  );
}

/** For what somebody waits for. */
const ENDLESS: Places = {
  takeFree: () => () => undefined,
  take: () => Promise.resolve(() => undefined),
};

/** Sends and settles what was claimed before. Throws RetryLaterError as `deliver` does. */
export async function deliverClaimed(needs: DeliveryDependencies, claimed: Claimed): Promise<void> {
  const mayLeave = async () => needs.hasLivedSince(claimed.claimedAt);
  const outcome = await send(needs, claimed, mayLeave);
  await settle(needs, claimed, outcome.kind === 'heldBack' ? STOOD_STILL : outcome);
}

interface Going {
  readonly places: Places;
  /** How to give back the one that it has already; null where it is to find one. */
  readonly place: (() => void) | null;
  /** Composed for the second time. */
  readonly isAnew: boolean;
}

/**
 * Has a place from before it is claimed until it is settled. None while it waits for its turn, and no
 * turn while it waits for a place: where those on their way are slow, others' answers would stand
 * behind it.
 */
async function deliverPrepared(
  needs: DeliveryDependencies,
  prepared: Prepared,
  { places, place, isAnew }: Going,
): Promise<void> {
  const own = { claimed: null as Claimed | null, leave: place, isStale: false, isCrowded: false };
  const mayLeave = async () => {
    own.leave ??= places.takeFree();
    own.isCrowded = own.leave === null;
    // Once only: where many wait for one chat, all of them would be too old for ever.
    own.isStale = !isAnew && isStale(needs, prepared);
    if (needs.stopping.aborted || own.isStale || own.isCrowded) return false;
    own.claimed = await claim(needs, prepared);
    return own.claimed !== null && needs.hasLivedSince(own.claimed.claimedAt);
  };
  try {
    await sendPrepared(needs, prepared, { own, mayLeave });
  } finally {
    own.leave?.();
  }
  if (own.isStale) {
    await whenPrepared(needs, prepared.delivery.id, (anew) =>
      deliverPrepared(needs, anew, { places, place: null, isAnew: true }),
    );
  } else if (own.isCrowded) {
    await deliverPrepared(needs, prepared, { places, place: await places.take(), isAnew });
  }
}

interface Sending {
  readonly own: { readonly claimed: Claimed | null };
  readonly mayLeave: () => Promise<boolean>;
}

async function sendPrepared(
  needs: DeliveryDependencies,
  prepared: Prepared,
  { own, mayLeave }: Sending,
): Promise<void> {
  const outcome = await send(needs, prepared, mayLeave);
  const { claimed } = own;
  if (claimed !== null) {
    await settle(needs, claimed, outcome.kind === 'heldBack' ? STOOD_STILL : outcome);
  } else if (outcome.kind !== 'heldBack') {
    await settleUnclaimed(needs, prepared, outcome);
  } else if (needs.stopping.aborted) {
    throw new RetryLaterError('stopping', 0);
  }
  // Else it is somebody else's, or is to be sent in another way.
}

/** Composes a delivery, and goes on where there is something to send. */
async function whenPrepared(
  needs: DeliveryDependencies,
  id: number,
  goOn: (prepared: Prepared) => Promise<void>,
): Promise<void> {
  const prepared = await needs.prepare(id);
  if (prepared === null) return;
  if ('state' in prepared) needs.onOutcome?.(prepared);
  else await goOn(prepared);
}

/** Nothing of it has left, and it was not held back. */
async function settleUnclaimed(
  needs: DeliveryDependencies,
  prepared: Prepared,
  outcome: AttemptOutcome,
): Promise<void> {
  const { delivery, to } = prepared;
  if (outcome.kind === 'retryLater') {
    needs.onOutcome?.(outcomeOf(delivery, to, 'retried'));
    throw new RetryLaterError(outcome.reason, outcome.afterMs);
  }
  const claimed = await claim(needs, prepared);
  if (claimed !== null) await settle(needs, claimed, outcome);
}

/** What came with its words says the same whenever it leaves. */
function isStale(
  { sharedClock }: DeliveryDependencies,
  { delivery, preparedAt }: Prepared,
): boolean {
  if (delivery.payload !== null) return false;
  return sharedClock.now().getTime() - preparedAt.getTime() > FRESH_MS;
}

async function claim(
  needs: DeliveryDependencies,
  { delivery, to, payload, subjects }: Prepared,
): Promise<Claimed | null> {
  // Who seems dead may have its claim taken over at once.
  await needs.keepUp();
  const claimedAt = needs.sharedClock.now();
  const own = { id: delivery.id, sender: needs.sender, attempt: delivery.attempts + 1 };
  const isOurs = await needs.claim({ claim: own, subjects });
  return isOurs ? { delivery, to, payload, claim: own, claimedAt } : null;
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
  { to, payload: { message, replacing } }: Outgoing,
  mayLeave: () => Promise<boolean>,
): Promise<SendOutcome> {
  const messenger = messengers.get(to.channel);
  if (messenger === undefined) return Promise.resolve({ kind: 'refused', reason: 'noChannel' });
  return messenger.send(to, message, { replacing, mayLeave });
}
