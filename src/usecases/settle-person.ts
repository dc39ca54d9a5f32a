import { can } from '../domain/permission.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Person } from './ports/people-store.ts';
import type { Stores } from './ports/unit-of-work.ts';
import type { Acting } from './record-progress.ts';

/** A secretary says whether somebody with an open code is who they say. Source: script TX-08. */
export async function settlePerson(
  stores: Stores,
  { personId, isConfirmed }: { readonly personId: number; readonly isConfirmed: boolean },
  { actor, at, via }: Acting,
): Promise<Result<Person, { readonly code: 'notAllowed' | 'notFound' | 'alreadySettled' }>> {
  const person = await stores.people.find(personId);
  if (person === undefined) return err({ code: 'notFound' });
  if (!can(actor, 'confirmPerson', person.agencyId)) return err({ code: 'notAllowed' });
  if (person.state !== 'pending') return err({ code: 'alreadySettled' });
  const state = isConfirmed ? 'active' : 'left';
  await stores.people.setState(personId, state);
  await stores.audit.record({
    actor,
    action: isConfirmed ? 'person.confirm' : 'person.reject',
    subject: `person:${personId}`,
    before: person.state,
    after: state,
    via,
    at,
  });
  return ok({ ...person, state });
}
