import type { Commitment } from '../domain/commitment.ts';
import { can } from '../domain/permission.ts';
import { findAgencies } from '../language/agency-names.ts';
import { readItemReference } from '../language/item-reference.ts';
import type { Office } from '../usecases/load-office.ts';
import type { Person } from '../usecases/ports/people-store.ts';

/**
 * The item that a person means by «1.3», or, for somebody who sees every agency, «1.3 sở y tế».
 * Null when there is none such.
 */
export function findItem(office: Office, person: Person, query: string): Commitment | null {
  const reference = readItemReference(query);
  if (reference === null) return null;
  const { number, rest } = reference;
  const agencyId = rest === '' ? person.agencyId : otherAgency(office, person, rest);
  return agencyId === null ? null : itemByNumber(office, agencyId, number);
}

export function itemByNumber(office: Office, agencyId: number, number: string): Commitment | null {
  const wanted = number.toLowerCase();
  return (
    office.commitments.find(
      (item) => item.agencyId === agencyId && item.number.toLowerCase() === wanted,
    ) ?? null
  );
}

function otherAgency(office: Office, person: Person, words: string): number | null {
  const found = findAgencies(words, office.agencies);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  const actor = { personId: person.id, ...person };
  return can(actor, 'viewAgency', only.id) ? only.id : null;
}
