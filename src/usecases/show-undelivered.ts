import type { Agency } from '../domain/agency.ts';
import type { Delivery } from './ports/delivery-log.ts';
import type { Person } from './ports/people-store.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** Somebody for whom something did not arrive. */
interface Receiver {
  /** Null for the leaders' group. */
  readonly person: Person | null;
  readonly agency: Agency | null;
}

/** What did not arrive, and what a secretary may decide about it. Source: decision 16. */
export type Undelivered = Receiver &
  (
    | { readonly kind: 'unclear' | 'dead'; readonly delivery: Delivery }
    | { readonly kind: 'unreachable'; readonly person: Person; readonly since: Date }
  );

/** Messages in the order planned, then people whose accounts take none, in the order linked. */
export async function undeliveredOf(stores: Stores): Promise<Undelivered[]> {
  const { agencies, people, deliveries } = stores;
  const agenciesById = new Map((await agencies.list()).map((agency) => [agency.id, agency]));
  const agencyOf = (person: Person | undefined) =>
    (person && agenciesById.get(person.agencyId)) ?? null;
  const messages: Undelivered[] = [];
  for (const delivery of await deliveries.listUndelivered()) {
    const { personId } = delivery;
    const person = personId === null ? undefined : await people.find(personId);
    const kind = delivery.state === 'dead' ? 'dead' : 'unclear';
    messages.push({ person: person ?? null, agency: agencyOf(person), kind, delivery });
  }
  const unreachable = await unreachablePeople(stores);
  return [
    ...messages,
    ...unreachable.map(({ person, since }) => ({
      agency: agencyOf(person),
      kind: 'unreachable' as const,
      person,
      since,
    })),
  ];
}

/** Active people of whom no account takes messages, but those about whom that is known and settled. */
async function unreachablePeople({ people, settings }: Stores) {
  const found: { readonly person: Person; readonly since: Date }[] = [];
  for (const person of await people.listUnreachable()) {
    const own = await people.accountsOf(person.id);
    const since = own.at(-1)?.unreachableSince ?? null;
    const isReachable = own.some(({ unreachableSince }) => unreachableSince === null);
    if (person.state !== 'active' || isReachable || since === null) continue;
    const left = await settings.get(leftAloneKey(person.id));
    if (left !== since.toISOString()) found.push({ person, since });
  }
  return found;
}

/** Under which it is kept that nobody needs to hear again since when a person cannot be reached. */
export function leftAloneKey(personId: number): string {
  return `unreachableLeft:${personId}`;
}
