import { DEFAULT_HOURS, isWithinHours } from '../domain/working-hours.ts';
import { type DeliveryDependencies, outcomeOf } from './delivering.ts';
import { loadFrame } from './load-frame.ts';
import type { Claim, Delivery, DeliveryKind } from './ports/delivery-log.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** What the job engine sends at any hour, and what only within the office's; replies it never sends. */
const ANYTIME: readonly DeliveryKind[] = ['notice'];
const WITHIN_HOURS: readonly DeliveryKind[] = [...ANYTIME, 'daily', 'digest'];

/**
 * Queues what is due and has no job. Where somebody may have died, a job in a process's hands counts
 * as none: it may be theirs, and what is queued twice is claimed once.
 */
export function enqueueLeftBehind(
  { inTransaction, clock, timezone }: DeliveryDependencies,
  { mayBeTheirs }: { readonly mayBeTheirs: boolean },
): Promise<void> {
  return inTransaction(async (stores) => {
    const at = clock.now();
    const { now, calendar } = await loadFrame(stores, { at, timezone });
    const isOpen = isWithinHours(now, DEFAULT_HOURS, calendar);
    const due = await stores.deliveries.listDue(isOpen ? WITHIN_HOURS : ANYTIME, at);
    if (due.length === 0) return;
    const queued = await stores.jobs.queued({ isHeldToo: !mayBeTheirs });
    await stores.jobs.enqueue(due.map(({ id }) => id).filter((id) => !queued.has(id)));
  });
}

/** Takes up what processes were sending that are forgotten. */
export async function recoverOrphans(needs: DeliveryDependencies): Promise<void> {
  const orphans = await needs.inTransaction(async (stores) => {
    const found = await stores.deliveries.recoverOrphans(needs.clock.now());
    for (const orphan of found) await takeUp(needs, stores, orphan);
    return found;
  });
  for (const orphan of orphans) tellIfUnclear(needs, orphan);
}

/** Takes back a claim of this very process that it is not at: the database's answer was lost. */
export async function recoverClaim(needs: DeliveryDependencies, claim: Claim): Promise<void> {
  const taken = await needs.inTransaction(async (stores) => {
    const found = await stores.deliveries.recoverClaim(claim, needs.clock.now());
    if (found !== undefined) await takeUp(needs, stores, found);
    return found;
  });
  if (taken !== undefined) tellIfUnclear(needs, taken);
}

/** A reply is left to the sweep, which sends those itself. */
async function takeUp(
  needs: DeliveryDependencies,
  stores: Stores,
  delivery: Delivery,
): Promise<void> {
  if (delivery.isGroup) await needs.reportTrouble(stores, delivery, 'unclear');
  else if (delivery.kind !== 'reply') await stores.jobs.enqueue([delivery.id]);
}

function tellIfUnclear(needs: DeliveryDependencies, delivery: Delivery): void {
  if (delivery.isGroup) needs.onOutcome?.(outcomeOf(delivery, delivery.address, 'unclear'));
}
