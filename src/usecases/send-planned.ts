import {
  type DeliveryDependencies,
  deliver,
  deliverClaimed,
  giveUp,
  outcomeOf,
  RetryLaterError,
} from './deliver.ts';
import type { Delivery, DeliveryKind } from './ports/delivery-log.ts';

const MOST_ATTEMPTS = 8;

/**
 * Sends one delivery through its retries, waiting between them: for replies, which somebody is
 * waiting for, and for a command that plans and sends in one go.
 */
export function deliverNow(
  needs: DeliveryDependencies,
  id: number,
  waitMs: (ms: number) => Promise<void>,
): Promise<void> {
  return persist(needs, { id, waitMs }, () => deliver(needs, id));
}

/** The same of a reply that was claimed when it was planned, if it was. */
export function deliverReply(
  needs: DeliveryDependencies,
  delivery: Delivery,
  waitMs: (ms: number) => Promise<void>,
): Promise<void> {
  const { id, address: to, payload, state } = delivery;
  const isClaimed = state === 'sending' && to !== null && payload !== null;
  return persist(needs, { id, waitMs }, () =>
    isClaimed ? deliverClaimed(needs, { delivery, to, payload }) : deliver(needs, id),
  );
}

async function persist(
  needs: DeliveryDependencies,
  { id, waitMs }: { readonly id: number; readonly waitMs: (ms: number) => Promise<void> },
  first: () => Promise<void>,
): Promise<void> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    try {
      await (attempt === 1 ? first() : deliver(needs, id));
      return;
    } catch (error) {
      if (!(error instanceof RetryLaterError)) throw error;
      await waitMs(Math.max(error.afterMs, 250 * 2 ** attempt));
    }
  }
  await giveUp(needs, id);
}

/** What the job engine sends; replies are sent by whoever has planned them. */
const QUEUED: readonly DeliveryKind[] = ['daily', 'digest', 'notice'];

/**
 * Queues what was planned by processes that ended, whose jobs nobody else sees for a while; for the
 * start of a process. What is queued twice is claimed once.
 */
export async function enqueueLeftBehind(needs: DeliveryDependencies): Promise<void> {
  await needs.inTransaction(async (stores) => {
    const now = needs.clock.now();
    const left = await stores.deliveries.listPlanned(QUEUED);
    await stores.jobs.enqueue(left.filter(({ dueAt }) => dueAt <= now).map(({ id }) => id));
  });
}

/** Takes up what processes that ended left behind: planned replies, and what they were sending. */
export async function recoverDeliveries(
  needs: DeliveryDependencies,
  { deadSince, kinds }: { readonly deadSince: Date; readonly kinds: readonly DeliveryKind[] },
): Promise<readonly number[]> {
  const recovered = await needs.inTransaction(async (stores) => {
    const orphans = await stores.deliveries.recoverOrphans(deadSince, needs.clock.now());
    for (const orphan of orphans) {
      if (orphan.isGroup) await needs.reportTrouble(stores, orphan, 'unclear');
      else if (orphan.kind !== 'reply') await stores.jobs.enqueue([orphan.id]);
    }
    const left = await stores.deliveries.listPlanned(kinds);
    return { left: left.map(({ id }) => id), unclear: orphans.filter(({ isGroup }) => isGroup) };
  });
  for (const orphan of recovered.unclear) {
    needs.onOutcome?.(outcomeOf(orphan, orphan.address, 'unclear'));
  }
  return recovered.left;
}
