import type { Role } from '../../domain/actor.ts';

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  readonly role: Role;
  readonly agencyId: number;
  /** `pending` waits for the secretary, `left` is kept for the record only. */
  readonly state: 'pending' | 'active' | 'left';
  readonly joinedAt: Date;
}

export interface Invitation {
  readonly id: number;
  readonly codeHash: string;
  readonly agencyId: number;
  readonly role: Role;
  /** Null for an open code, which the secretary must confirm. */
  readonly personName: string | null;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export interface PeopleStore {
  list(): Promise<readonly Person[]>;
  findByAccount(channel: string, userId: string): Promise<Person | undefined>;
  add(person: Omit<Person, 'id'>): Promise<Person>;
  setState(personId: number, state: Person['state']): Promise<void>;
  linkAccount(personId: number, channel: string, userId: string, at: Date): Promise<void>;
  addInvitation(invitation: Omit<Invitation, 'id' | 'usedAt'>): Promise<Invitation>;
  /** Locks the invitation until the transaction ends. */
  findInvitation(codeHash: string): Promise<Invitation | undefined>;
  useInvitation(id: number, at: Date): Promise<void>;
}
