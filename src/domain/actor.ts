/** What a person may be in the office's keeping of commitments. Source: product 1.1 and feature F100. */
export const ROLES = [
  'officer',
  'head',
  'secretary',
  'leader',
  'appraiser',
  'observer',
  'admin',
] as const;

export type Role = (typeof ROLES)[number];

/** Who acts: rights come from here, never from what a button carries. Source: decision 18. */
export interface Actor {
  readonly personId: number;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: number;
}
