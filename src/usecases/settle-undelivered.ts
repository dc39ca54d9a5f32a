import { localTimeOf } from '../domain/local-time.ts';
import { can } from '../domain/permission.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Stores } from './ports/unit-of-work.ts';
import type { Acting } from './record-progress.ts';
import { leftAloneKey } from './show-undelivered.ts';

type Settled = Result<
  'sentAgain' | 'leftAlone',
  { readonly code: 'notAllowed' | 'alreadySettled' }
>;

/**
 * A secretary's word on a message that may not have arrived: the same delivery goes again, or never.
 * What is said of one that is settled by now changes nothing. Source: decision 16.
 */
export async function settleDelivery(
  stores: Stores,
  { deliveryId, isSentAgain }: { readonly deliveryId: number; readonly isSentAgain: boolean },
  { actor, at, via }: Acting,
): Promise<Settled> {
  if (!can(actor, 'settleDelivery')) return err({ code: 'notAllowed' });
  const { deliveries, jobs, audit } = stores;
  const delivery = await deliveries.lock(deliveryId);
  if (delivery?.state !== 'unclear' && delivery?.state !== 'dead') {
    return err({ code: 'alreadySettled' });
  }
  // Of an unclear one the secretary has seen that it is there; a dead one never was.
  const left = delivery.state === 'unclear' ? 'sent' : 'cancelled';
  const after = isSentAgain ? 'planned' : left;
  await deliveries.settle(deliveryId, { state: after, at });
  if (isSentAgain) await jobs.enqueue([deliveryId]);
  await audit.record({
    actor,
    action: isSentAgain ? 'delivery.sendAgain' : 'delivery.leave',
    subject: `delivery:${deliveryId}`,
    before: delivery.state,
    after,
    via,
    at,
  });
  return ok(isSentAgain ? 'sentAgain' : 'leftAlone');
}

/**
 * A secretary has spoken to somebody whose account took no messages: they are written to again from
 * now on, and the day's message that failed goes out; or nobody needs to hear of it any more.
 */
export async function settleUnreachable(
  stores: Stores,
  { personId, isSentAgain }: { readonly personId: number; readonly isSentAgain: boolean },
  { actor, at, timezone, via }: Acting,
): Promise<Settled> {
  if (!can(actor, 'settleDelivery')) return err({ code: 'notAllowed' });
  const { people, settings, audit } = stores;
  const own = await people.accountsOf(personId);
  const since = own.at(-1)?.unreachableSince ?? null;
  const isReachable = own.some(({ unreachableSince }) => unreachableSince === null);
  if (since === null || isReachable) return err({ code: 'alreadySettled' });
  if (isSentAgain) {
    for (const { channel, userId } of own) await people.setReachable(channel, userId, null);
    await settings.remove(leftAloneKey(personId));
    await sendDayAgain(stores, `daily:${personId}:${localTimeOf(at, timezone).date}`, at);
  } else {
    await settings.set(leftAloneKey(personId), since.toISOString());
  }
  await audit.record({
    actor,
    action: isSentAgain ? 'person.writeAgain' : 'person.leaveUnreachable',
    subject: `person:${personId}`,
    before: since.toISOString(),
    after: null,
    via,
    at,
  });
  return ok(isSentAgain ? 'sentAgain' : 'leftAlone');
}

/** Composed anew when it is sent, under the key that was taken once. */
async function sendDayAgain({ deliveries, jobs }: Stores, key: string, at: Date): Promise<void> {
  const failed = await deliveries.findByKey(key);
  const locked = failed === undefined ? undefined : await deliveries.lock(failed.id);
  if (locked?.state !== 'failed') return;
  await deliveries.settle(locked.id, { state: 'planned', at });
  await jobs.enqueue([locked.id]);
}
