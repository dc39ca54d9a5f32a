import { type Command, InvalidArgumentError } from 'commander';
import { ROLES, type Role } from '../domain/actor.ts';
import type { Agency } from '../domain/agency.ts';
import { isoInZone } from '../domain/local-time.ts';
import { findAgencies, initialsOf, levelOf, tidyAgencyName } from '../language/agency-names.ts';
import { ensureAgency } from '../usecases/ensure-agency.ts';
import { invitePerson } from '../usecases/invite-person.ts';
import type { Stores } from '../usecases/ports/unit-of-work.ts';
import { momentOf } from '../views/deadlines.ts';
import type { ArgumentReaders } from './arguments.ts';
import {
  type CliContext,
  type OpenOffice,
  printJson,
  RefusedError,
  withOffice,
} from './context.ts';

interface Flags {
  readonly agency: string;
  readonly role: Role;
  readonly name?: string;
  readonly at?: Date;
  readonly json?: true;
}

interface Invited {
  readonly agency: string;
  readonly code: string;
  readonly expiresAt: Date;
  readonly bot: string | null;
}

/** Roles that need no agency of the appendix: the office itself may not be in it. */
const OWN_OFFICE: readonly Role[] = ['secretary', 'leader', 'admin'];

export function inviteCommand(program: Command, context: CliContext, read: ArgumentReaders) {
  const { texts } = context;
  program
    .command('invite')
    .description(texts('cli.invite'))
    .requiredOption('--agency <name>', texts('cli.optionInviteAgency'))
    .requiredOption(
      '--role <role>',
      texts('cli.optionRole', { roles: ROLES.join(' ') }),
      (value) => {
        const role = ROLES.find((known) => known === value);
        if (role !== undefined) return role;
        const known = ROLES.join(' ');
        throw new InvalidArgumentError(texts('error.wrongRole', { value, known }));
      },
    )
    .option('--name <name>', texts('cli.optionName'))
    .option('--at <instant>', texts('cli.optionAt'), read.instant)
    .option('--json', texts('cli.optionJson'))
    .action(async (flags: Flags) => {
      const invited = await withOffice(context, flags.at ?? null, (office) =>
        invite(context, office, flags),
      );
      print(context, invited, flags);
    });
}

async function invite(
  context: CliContext,
  { dependencies, askBotName }: OpenOffice,
  { agency: query, role, name }: Flags,
): Promise<Invited> {
  const { inTransaction, clock, timezone } = dependencies;
  const asked = await askBotName('telegram');
  return inTransaction(async (stores) => {
    const agency = await agencyFor(context, stores, query.normalize('NFC'), role);
    const { code, expiresAt } = await invitePerson(stores, context.secrets, {
      agencyId: agency.id,
      role,
      personName: name === undefined ? null : name.normalize('NFC').trim(),
      initials: initialsOf(agency.name),
      actor: null,
      via: 'cli',
      at: clock.now(),
      timezone,
    });
    const remembered = await stores.settings.get('bot:telegram');
    const bot = asked ?? (typeof remembered === 'string' ? remembered : null);
    return { agency: agency.name, code, expiresAt, bot };
  });
}

async function agencyFor(
  { texts, say }: CliContext,
  stores: Stores,
  query: string,
  role: Role,
): Promise<Agency> {
  const agencies = await stores.agencies.list();
  const found = findAgencies(query, agencies);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) {
    const names = found.map(({ name }) => `• ${name}`).join('\n');
    say(`${texts('status.candidates', { count: found.length, query })}\n${names}`);
    throw new RefusedError('several agencies');
  }
  if (!OWN_OFFICE.includes(role)) {
    say(texts('status.nothingFound', { query }));
    throw new RefusedError('no such agency');
  }
  const name = tidyAgencyName(query);
  return ensureAgency(stores, { name, level: levelOf(name) });
}

function print(context: CliContext, invited: Invited, { json, role }: Flags): void {
  const { texts, timezone } = context;
  const { code, expiresAt, agency, bot } = invited;
  const link = bot === null ? null : `https://t.me/${bot}?start=${code}`;
  if (json === true) {
    const links = { telegram: link, zaloBot: null, zaloOa: null };
    printJson(context, { code, expiresAt: isoInZone(expiresAt, timezone), links });
    return;
  }
  context.print(texts('cli.invited', { code, agency, ...momentOf(expiresAt, timezone) }));
  if (link !== null) context.print(texts('cli.inviteLink', { link }));
  if (role === 'leader') context.print(texts('cli.inviteGroup', { code }));
}
