import type { Trouble } from '../usecases/deliver.ts';
import type { Delivery } from '../usecases/ports/delivery-log.ts';
import { momentOf } from '../views/deadlines.ts';
import type { Texts } from '../views/texts.ts';
import { notifySecretaries } from './say.ts';
import type { Option, Reply, Turn } from './turn.ts';

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
          options: choicesFor(delivery, texts, texts('chat.dontResend')),
        }
      : {
          text: texts(
            trouble === 'unreachable' ? 'chat.undeliveredUnreachable' : 'chat.undeliveredDead',
            { who },
          ),
          ...(trouble === 'dead' && { options: choicesFor(delivery, texts) }),
        };
  await notifySecretaries(needs, { key, reply });
}

function choicesFor(
  { id }: Undelivered,
  texts: Texts,
  leave = texts('undelivered.leave'),
): Option[] {
  return [
    {
      label: texts('chat.resend'),
      typed: '1',
      action: { kind: 'settleDelivery', delivery: id, isSentAgain: true },
    },
    {
      label: leave,
      typed: '2',
      action: { kind: 'settleDelivery', delivery: id, isSentAgain: false },
    },
  ];
}
