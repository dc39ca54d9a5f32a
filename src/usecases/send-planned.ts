import { deliver, deliverClaimed, giveUp } from './deliver.ts';
import {
  type Claimed,
  type DeliveryDependencies,
  type Places,
  RetryLaterError,
} from './delivering.ts';
import type { Delivery } from './ports/delivery-log.ts';

/** In one go; what is still planned then is taken up again by the next sweep. */
const MOST_ATTEMPTS = 8;

/** By the office's clock: an answer that nobody waits for any more. */
const ANSWER_DIES_MS = 86_400_000;

/**
 * Sends one delivery through its retries, waiting between them: for replies, which somebody is
 * waiting for, and for a command that plans and sends in one go. Returns early when the process ends.
 */
export function deliverNow(
  needs: DeliveryDependencies,
  id: number,
  places?: Places,
): Promise<void> {
  const attempt = () => deliver(needs, id, places);
  return persist(needs, id, { first: attempt, again: attempt });
}

/** The same of a reply that was claimed when it was planned, from `claimedAt` on, if it was. */
export function deliverReply(
  needs: DeliveryDependencies,
  delivery: Delivery,
  claimedAt: Date,
): Promise<void> {
  const claimed = claimedAtPlanning(needs, delivery, claimedAt);
  const again = () => deliver(needs, delivery.id);
  const first = claimed === null ? again : () => deliverClaimed(needs, claimed);
  return persist(needs, delivery.id, { first, again });
}

function claimedAtPlanning(
  { sender }: DeliveryDependencies,
  delivery: Delivery,
  claimedAt: Date,
): Claimed | null {
  const { id, address: to, payload, state, attempts: attempt } = delivery;
  if (state !== 'sending' || to === null || payload === null) return null;
  return { delivery, claim: { id, sender, attempt }, claimedAt, to, payload };
}

async function persist(
  needs: DeliveryDependencies,
  id: number,
  { first, again }: Readonly<Record<'first' | 'again', () => Promise<void>>>,
): Promise<void> {
  const mayGoOn = (attempt: number) => attempt <= MOST_ATTEMPTS && !needs.stopping.aborted;
  // What was claimed for it is tried once in any case: nobody else would before this process is missed.
  for (let attempt = 1; attempt === 1 || mayGoOn(attempt); attempt += 1) {
    try {
      await (attempt === 1 ? first() : again());
      return;
    } catch (error) {
      if (!(error instanceof RetryLaterError)) throw error;
      await needs.waitMs(Math.max(error.afterMs, 250 * 2 ** attempt), needs.stopping);
    }
  }
  await giveUpOld(needs, id);
}

/** A platform may be away for hours: an answer is not given up before it was tried for a day. */
async function giveUpOld(needs: DeliveryDependencies, id: number): Promise<void> {
  const delivery = await needs.inTransaction((stores) => stores.deliveries.find(id));
  if (delivery === undefined || delivery.attempts < MOST_ATTEMPTS) return;
  const ageMs = needs.clock.now().getTime() - delivery.dueAt.getTime();
  if (ageMs > ANSWER_DIES_MS) await giveUp(needs, id);
}
