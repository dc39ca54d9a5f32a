import { yearOf } from '../domain/calendar-date.ts';
import type { Commitment } from '../domain/commitment.ts';
import type { Office } from './load-office.ts';

/** What stands in the form that an agency fills in. */
export interface FormContent {
  readonly year: number;
  /** Null for a blank form. */
  readonly agency: string | null;
  readonly authority: string | null;
  readonly items: readonly Commitment[];
}

/**
 * The items of one agency, none of them kept off chat: forms travel. Blank for an agency without
 * any, and for null.
 */
export function formOfAgency(office: Office, agencyId: number | null): FormContent {
  const items = office.commitments.filter((item) => item.agencyId === agencyId && !item.isOffChat);
  const agency = office.agencies.find(({ id }) => id === agencyId);
  return {
    year: office.set?.year ?? yearOf(office.now.date),
    agency: items.length === 0 ? null : (agency?.name ?? null),
    authority: office.set?.authority ?? null,
    items,
  };
}
