import type { Actor, Role } from '../domain/actor.ts';
import { addDays } from '../domain/calendar-date.ts';
import { normalizeCode } from '../domain/invitation-code.ts';
import { instantOf, localTimeOf } from '../domain/local-time.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Stores } from './ports/unit-of-work.ts';

const VALID_DAYS = 7;
const VALID_UNTIL = '17:00';
const NAMED_LENGTH = 10;
const OPEN_LENGTH = 4;

export interface InvitationInput {
  readonly agencyId: number;
  readonly role: Role;
  /** Null makes an open code, which a secretary must confirm. */
  readonly personName: string | null;
  /** What an open code begins with, so that people know whose it is: «GT». */
  readonly initials: string;
  /** Null when the machine's command line acts. */
  readonly actor: Actor | null;
  readonly via: string;
  readonly at: Date;
  readonly timezone: string;
}

export interface NewInvitation {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes a code that works once and is kept only as a digest. Source: script TX-08. */
export async function invitePerson(
  stores: Stores,
  secrets: Secrets,
  input: InvitationInput,
): Promise<NewInvitation> {
  const { agencyId, role, personName, actor, via, at, timezone } = input;
  const code = await freeCode(stores, secrets, input);
  const lastDay = addDays(localTimeOf(at, timezone).date, VALID_DAYS);
  const expiresAt = instantOf(lastDay, VALID_UNTIL, timezone);
  const codeHash = secrets.digest(normalizeCode(code));
  const { id } = await stores.people.addInvitation({
    codeHash,
    agencyId,
    role,
    personName,
    expiresAt,
  });
  await stores.audit.record({
    actor,
    action: 'person.invite',
    subject: `invitation:${id}`,
    before: null,
    after: { agencyId, role, personName, expiresAt },
    via,
    at,
  });
  return { code, expiresAt };
}

async function freeCode(
  stores: Stores,
  secrets: Secrets,
  input: Pick<InvitationInput, 'personName' | 'initials'>,
): Promise<string> {
  const code =
    input.personName === null
      ? `${input.initials}-${secrets.code(OPEN_LENGTH)}`
      : secrets.code(NAMED_LENGTH);
  const known = await stores.people.findInvitation(secrets.digest(normalizeCode(code)));
  return known === undefined ? code : freeCode(stores, secrets, input);
}
