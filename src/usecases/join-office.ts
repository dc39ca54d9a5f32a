import type { Agency } from '../domain/agency.ts';
import { normalizeCode } from '../domain/invitation-code.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Invitation, Person } from './ports/people-store.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Stores } from './ports/unit-of-work.ts';

/** An account on a platform that nobody vouches for yet. */
export interface Newcomer {
  readonly channel: string;
  readonly userId: string;
  readonly at: Date;
}

export type Joining =
  | { readonly kind: 'joined' | 'waiting'; readonly person: Person; readonly agency: Agency }
  /** An open code: name and title are asked next. */
  | { readonly kind: 'introduce'; readonly codeHash: string; readonly agency: Agency };

export type JoinFailure =
  | { readonly code: 'wrongCode'; readonly triesLeft: number }
  | { readonly code: 'expiredCode' | 'usedCode' }
  | { readonly code: 'locked'; readonly until: Date }
  | { readonly code: 'alreadyMember'; readonly person: Person };

const HOUR_MS = 3_600_000;
/** Wrong codes within an hour: of one sender, and of all, since open codes are short. */
const MOST_OWN = 5;
const MOST_ALL = 100;

/** Lets somebody in by a code, at once for a named person. Source: script TX-08. */
export async function redeemCode(
  stores: Stores,
  secrets: Secrets,
  { newcomer, code }: { readonly newcomer: Newcomer; readonly code: string },
): Promise<Result<Joining, JoinFailure>> {
  const lock = await lockOf(stores, newcomer);
  if (lock !== null) return err(lock);
  const codeHash = secrets.digest(normalizeCode(code));
  const invitation = await stores.people.findInvitation(codeHash);
  const fault = await faultOf(stores, newcomer, invitation);
  if (fault !== null || invitation === undefined) return err(fault ?? { code: 'expiredCode' });
  const known = await stores.people.findByAccount(newcomer.channel, newcomer.userId);
  if (known !== undefined && known.state !== 'left') {
    return err({ code: 'alreadyMember', person: known });
  }
  const agency = await agencyOf(stores, invitation.agencyId);
  if (invitation.personName === null) return ok({ kind: 'introduce', codeHash, agency });
  const person = await admit(stores, newcomer, invitation, {
    name: invitation.personName,
    title: null,
    state: 'active',
  });
  return ok({ kind: 'joined', person, agency });
}

/** The answer of somebody who came with an open code; the first secretary of all is let in at once. */
export async function introduce(
  stores: Stores,
  newcomer: Newcomer,
  said: { readonly codeHash: string; readonly name: string; readonly title: string | null },
): Promise<Result<Joining, JoinFailure>> {
  const invitation = await stores.people.findInvitation(said.codeHash);
  const fault = await faultOf(stores, newcomer, invitation);
  if (fault !== null || invitation === undefined) return err(fault ?? { code: 'expiredCode' });
  const isFirst = invitation.role === 'secretary' && !(await hasSecretary(stores));
  const { name, title } = said;
  const state = isFirst ? 'active' : 'pending';
  const person = await admit(stores, newcomer, invitation, { name, title, state });
  const agency = await agencyOf(stores, invitation.agencyId);
  return ok({ kind: isFirst ? 'joined' : 'waiting', person, agency });
}

/** Uses up a code that binds a group; null for a code that binds nothing. */
export async function redeemGroupCode(
  stores: Stores,
  secrets: Secrets,
  { newcomer, code }: { readonly newcomer: Newcomer; readonly code: string },
): Promise<Result<Invitation, JoinFailure>> {
  const lock = await lockOf(stores, newcomer);
  if (lock !== null) return err(lock);
  const invitation = await stores.people.findInvitation(secrets.digest(normalizeCode(code)));
  const fault = await faultOf(
    stores,
    newcomer,
    invitation?.role === 'leader' ? invitation : undefined,
  );
  if (fault !== null || invitation === undefined) return err(fault ?? { code: 'expiredCode' });
  await stores.people.useInvitation(invitation.id, newcomer.at);
  return ok(invitation);
}

async function lockOf(
  stores: Stores,
  { channel, userId, at }: Newcomer,
): Promise<JoinFailure | null> {
  const since = new Date(at.getTime() - HOUR_MS);
  const { own, all, lastOwn } = await stores.people.wrongCodes(channel, userId, since);
  if (own < MOST_OWN && all < MOST_ALL) return null;
  return { code: 'locked', until: new Date((lastOwn ?? at).getTime() + HOUR_MS) };
}

async function faultOf(
  stores: Stores,
  { channel, userId, at }: Newcomer,
  invitation: Invitation | undefined,
): Promise<JoinFailure | null> {
  if (invitation === undefined) {
    await stores.people.addWrongCode(channel, userId, at);
    const since = new Date(at.getTime() - HOUR_MS);
    const { own } = await stores.people.wrongCodes(channel, userId, since);
    if (own >= MOST_OWN) return { code: 'locked', until: new Date(at.getTime() + HOUR_MS) };
    return { code: 'wrongCode', triesLeft: MOST_OWN - own };
  }
  if (invitation.usedAt !== null) return { code: 'usedCode' };
  return invitation.expiresAt < at ? { code: 'expiredCode' } : null;
}

async function admit(
  stores: Stores,
  { channel, userId, at }: Newcomer,
  { id, agencyId, role }: Invitation,
  { name, title, state }: Pick<Person, 'name' | 'title' | 'state'>,
): Promise<Person> {
  await stores.people.useInvitation(id, at);
  const sameDesk = (await stores.people.list([agencyId])).find(
    (one) =>
      one.state === 'active' &&
      state === 'active' &&
      one.name === name &&
      one.role === role &&
      one.agencyId === agencyId,
  );
  const person =
    sameDesk ?? (await stores.people.add({ name, title, role, agencyId, state, joinedAt: at }));
  await stores.people.linkAccount(person.id, channel, userId, at);
  const { id: personId, name: personName } = person;
  await stores.audit.record({
    actor: { personId, name: personName, role, agencyId },
    action: 'person.join',
    subject: `person:${personId}`,
    before: null,
    after: { name: personName, title, role, agencyId, state },
    via: channel,
    at,
  });
  return person;
}

async function hasSecretary(stores: Stores): Promise<boolean> {
  return (await stores.people.secretaries()).length > 0;
}

async function agencyOf(stores: Stores, agencyId: number): Promise<Agency> {
  const agency = (await stores.agencies.list()).find(({ id }) => id === agencyId);
  if (agency === undefined) throw new Error(`Agency ${agencyId} of an invitation is gone.`);
  return agency;
}
