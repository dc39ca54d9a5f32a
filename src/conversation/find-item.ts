import type { Commitment } from '../domain/commitment.ts';
import { can } from '../domain/permission.ts';
import { findAgencies } from '../language/agency-names.ts';
import { readItemReference } from '../language/item-reference.ts';
import type { Office } from '../usecases/load-office.ts';
import type { MemberTurn } from './turn.ts';

/**
 * The item that a person means by «1.3», or, for somebody who sees every agency, «1.3 sở y tế».
 * Null when there is none such.
 */
export async function findItem(turn: MemberTurn, query: string): Promise<Commitment | null> {
  const reference = readItemReference(query);
  if (reference === null) return null;
  const { number, rest } = reference;
  const agencyId = rest === '' ? turn.person.agencyId : await otherAgency(turn, rest);
  return agencyId === null ? null : itemByNumber(await turn.officeOf([agencyId]), agencyId, number);
}

/** The office of the agency that answers for an item; without any item when there is none such. */
export async function officeOfItem(
  { stores, office, officeOf }: Pick<MemberTurn, 'stores' | 'office' | 'officeOf'>,
  itemId: number,
): Promise<Office> {
  // Nearly everybody speaks of their own agency's items: whose it is need not be asked first.
  const own = await office();
  if (own.commitments.some(({ id }) => id === itemId)) return own;
  const item = await stores.commitments.findById(itemId);
  return officeOf(item === undefined ? [] : [item.agencyId]);
}

export function itemByNumber(
  { commitments }: Pick<Office, 'commitments'>,
  agencyId: number,
  number: string,
): Commitment | null {
  const wanted = number.toLowerCase();
  return (
    commitments.find(
      (item) => item.agencyId === agencyId && item.number.toLowerCase() === wanted,
    ) ?? null
  );
}

async function otherAgency({ actor, frame }: MemberTurn, words: string): Promise<number | null> {
  const found = findAgencies(words, (await frame()).agencies);
  const [only] = found;
  if (only === undefined || found.length > 1) return null;
  return can(actor, 'viewAgency', only.id) ? only.id : null;
}
