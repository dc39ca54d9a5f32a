import type { Agency } from '../domain/agency.ts';
import type { Trouble } from '../usecases/delivering.ts';
import type { Delivery } from '../usecases/ports/delivery-log.ts';
import type { Person } from '../usecases/ports/people-store.ts';
import { momentOf } from '../views/deadlines.ts';
import type { Texts } from '../views/texts.ts';
import { notifySecretaries } from './say.ts';
import type { Option, Reply, Turn } from './turn.ts';

/** Enough of a delivery to tell somebody about it. */
export type Undelivered = Pick<
  Delivery,
  'id' | 'kind' | 'personId' | 'isGroup' | 'dueAt' | 'attempts'
>;

/** Tells the secretaries what did not arrive. What they themselves did not get is in their work list. */
export async function reportTrouble(
  needs: Pick<Turn, 'stores' | 'secrets' | 'at' | 'timezone' | 'texts'>,
  delivery: Undelivered,
  trouble: Trouble,
): Promise<void> {
  const { stores, secrets, texts, at, timezone } = needs;
  const person =
    delivery.personId === null ? undefined : await stores.people.find(delivery.personId);
  // Who asked sees that no answer came and asks again; of one to a group only a person can tell.
  const isSeen = delivery.kind === 'reply' && !delivery.isGroup && trouble !== 'unreachable';
  if (isSeen || (person?.role === 'secretary' && !delivery.isGroup)) return;
  const agency = (await stores.agencies.list()).find(({ id }) => id === person?.agencyId);
  const key = `trouble:${trouble}:${aboutWhat(delivery, trouble)}:${momentOf(at, timezone).date}`;
  const write = (own: Texts): Reply => {
    if (trouble === 'unclear') {
      const text = own('chat.undeliveredUnclear', momentOf(delivery.dueAt, timezone));
      return { text, options: choicesFor(delivery, own, own('chat.dontResend')) };
    }
    const who = whoWords(person, agency, own);
    if (trouble === 'unreachable') return { text: own('chat.undeliveredUnreachable', { who }) };
    const text = own('chat.undeliveredDead', { who });
    return trouble === 'dead' ? { text, options: choicesFor(delivery, own) } : { text };
  };
  await notifySecretaries({ stores, secrets, at, officeTexts: texts }, { key, write });
}

/** A decision is asked for each message and attempt; of an account it is enough to hear once a day. */
function aboutWhat({ id, personId, attempts }: Undelivered, trouble: Trouble): string {
  const isToDecide = trouble === 'unclear' || trouble === 'dead';
  return isToDecide || personId === null ? `delivery${id}.${attempts}` : `${personId}`;
}

function whoWords(person: Person | undefined, agency: Agency | undefined, texts: Texts): string {
  if (person === undefined) return texts('chat.undeliveredGroup');
  return agency === undefined ? person.name : `${person.name} (${agency.name})`;
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
