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

/** A platform's account of a person. */
export interface Account {
  readonly personId: number;
  readonly channel: string;
  readonly userId: string;
  /** Since when the platform refuses to bring messages; null while it does. */
  readonly unreachableSince: Date | null;
}

/** A person, found by an account of theirs. */
export interface AccountHolder extends Person, Pick<Account, 'unreachableSince'> {}

export interface PeopleStore {
  /** Of all agencies, or of those named. */
  list(agencyIds?: readonly number[]): Promise<readonly Person[]>;
  /** Agencies with an active officer. */
  attendedAgencies(): Promise<ReadonlySet<number>>;
  /** How many wait for the secretary. */
  countPending(): Promise<number>;
  /** Active people with an account for whom no delivery of that key was planned: `<prefix><id><suffix>`. */
  listWithoutDelivery(prefix: string, suffix: string): Promise<readonly Person[]>;
  /** Active secretaries, of whatever agency. */
  secretaries(): Promise<readonly Person[]>;
  /** Those with an account that takes no messages, in the order added. */
  listUnreachable(): Promise<readonly Person[]>;
  /** In the order linked. */
  accountsOf(personId: number): Promise<readonly Account[]>;
  find(personId: number): Promise<Person | undefined>;
  rename(personId: number, name: string, title: string | null): Promise<void>;
  setReachable(channel: string, userId: string, unreachableSince: Date | null): Promise<void>;
  unlinkAccount(channel: string, userId: string): Promise<void>;
  /** Also one who waits or has left. */
  findByAccount(channel: string, userId: string): Promise<AccountHolder | undefined>;
  add(person: Omit<Person, 'id'>): Promise<Person>;
  setState(personId: number, state: Person['state']): Promise<void>;
  linkAccount(personId: number, channel: string, userId: string, at: Date): Promise<void>;
  addInvitation(invitation: Omit<Invitation, 'id' | 'usedAt'>): Promise<Invitation>;
  /** Locks the invitation until the transaction ends. */
  findInvitation(codeHash: string): Promise<Invitation | undefined>;
  useInvitation(id: number, at: Date): Promise<void>;
  addWrongCode(channel: string, userId: string, at: Date): Promise<void>;
  /** Wrong codes since an instant, the sender's own and everybody's, and the sender's last. */
  wrongCodes(
    channel: string,
    userId: string,
    since: Date,
  ): Promise<{ readonly own: number; readonly all: number; readonly lastOwn: Date | null }>;
}
