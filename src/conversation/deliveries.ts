import { can } from '../domain/permission.ts';
import type { Trouble } from '../usecases/deliver.ts';
import type { Delivery } from '../usecases/ports/delivery-log.ts';
import { momentOf } from '../views/deadlines.ts';
import type { Texts } from '../views/texts.ts';
import { notifySecretaries } from './say.ts';
import type { MemberTurn, Option, Reply, Turn } from './turn.ts';

/** The secretary's word on a group message that may have arrived. Source: decision 16. */
export async function settleUnclear(
  turn: MemberTurn,
  { delivery: id, isSentAgain }: { readonly delivery: number; readonly isSentAgain: boolean },
): Promise<Reply[]> {
  const { stores, texts, actor, at } = turn;
  if (!can(actor, 'settleDelivery')) return [{ text: texts('chat.notAllowed') }];
  const delivery = await stores.deliveries.lock(id);
  if (delivery?.state !== 'unclear') return [{ text: texts('join.alreadySettled') }];
  if (!isSentAgain) {
    await stores.deliveries.settle(id, { state: 'sent', at });
    return [{ text: texts('chat.notResent') }];
  }
  await stores.deliveries.settle(id, { state: 'planned', at });
  await stores.jobs.enqueue([id]);
  return [{ text: texts('chat.resent') }];
}

/** Enough of a delivery to tell somebody about it. */
export type Undelivered = Pick<Delivery, 'id' | 'kind' | 'personId' | 'dueAt'>;

/** Tells the secretaries what did not arrive. What they themselves did not get is in their work list. */
export async function reportTrouble(
  needs: Pick<Turn, 'stores' | 'secrets' | 'at' | 'timezone' | 'texts'>,
  delivery: Undelivered,
  trouble: Trouble,
): Promise<void> {
  const { stores, texts, at, timezone } = needs;
  const person =
    delivery.personId === null ? undefined : await stores.people.find(delivery.personId);
  if (person?.role === 'secretary' || (delivery.kind === 'reply' && trouble !== 'unreachable'))
    return;
  const agency = (await stores.agencies.list()).find(({ id }) => id === person?.agencyId);
  const who =
    person === undefined
      ? texts('chat.undeliveredGroup')
      : `${person.name}${agency === undefined ? '' : ` (${agency.name})`}`;
  const key = `trouble:${trouble}:${person?.id ?? delivery.id}:${momentOf(at, timezone).date}`;
  const reply: Reply =
    trouble === 'unclear'
      ? {
          text: texts('chat.undeliveredUnclear', momentOf(delivery.dueAt, timezone)),
          options: choicesFor(delivery, texts),
        }
      : {
          text: texts(
            trouble === 'unreachable' ? 'chat.undeliveredUnreachable' : 'chat.undeliveredDead',
            { who },
          ),
        };
  await notifySecretaries(needs, { key, reply });
}

function choicesFor({ id }: Undelivered, texts: Texts): Option[] {
  return [
    {
      label: texts('chat.resend'),
      typed: '1',
      action: { kind: 'settleDelivery', delivery: id, isSentAgain: true },
    },
    {
      label: texts('chat.dontResend'),
      typed: '2',
      action: { kind: 'settleDelivery', delivery: id, isSentAgain: false },
    },
  ];
}
