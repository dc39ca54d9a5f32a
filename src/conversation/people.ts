import { can } from '../domain/permission.ts';
import { findAgencies, initialsOf } from '../language/agency-names.ts';
import { invitePerson } from '../usecases/invite-person.ts';
import { settlePerson } from '../usecases/settle-person.ts';
import { momentOf } from '../views/deadlines.ts';
import { bold } from '../views/message.ts';
import { roleWords } from '../views/roles.ts';
import type { Texts } from '../views/texts.ts';
import { askWhich } from './candidates.ts';
import { welcomeReply } from './join.ts';
import { notify } from './say.ts';
import { asMember, type MemberTurn, type Reply } from './turn.ts';

/** «đơn vị», «đầu mối»: who answers for what. */
export async function showAgencies(turn: MemberTurn): Promise<Reply[]> {
  const { texts, actor, stores } = turn;
  if (!can(actor, 'invite')) return [{ text: texts('chat.notAllowed') }];
  const { agencies, talliesByAgency } = await turn.overview();
  const owing = agencies.filter(({ id }) => talliesByAgency.has(id));
  const people = Map.groupBy(await stores.people.list(), ({ agencyId }) => agencyId);
  const lines = owing.map(({ id, name, isOffChat }, index) => {
    const officers = (people.get(id) ?? [])
      .filter((one) => one.role === 'officer' && one.state === 'active')
      .map((one) => one.name);
    const told = officers.length > 0 ? officers.join(', ') : texts('chat.agencyNoOfficer');
    return texts('chat.agencyLine', {
      place: index + 1,
      agency: name,
      officers: isOffChat ? texts('chat.agencyOffChat') : told,
    });
  });
  return [{ text: [texts('chat.agencies', { count: owing.length }), ...lines].join('\n') }];
}

/** «mời sở y tế»: an open code for the agency's officer. Source: script TX-08. */
export async function inviteByName(turn: MemberTurn, query: string): Promise<Reply[]> {
  const { texts, actor } = turn;
  if (!can(actor, 'invite')) return [{ text: texts('chat.notAllowed') }];
  if (query === '') return [{ text: texts('chat.inviteWhich') }];
  const { agencies } = await turn.frame();
  const found = findAgencies(query, agencies);
  const [only] = found;
  if (only === undefined) return [{ text: texts('status.nothingFound', { query }) }];
  if (found.length === 1) return inviteFor(turn, only.id);
  return [askWhich(turn, { query, agencies: found }, (agency) => ({ kind: 'invite', agency }))];
}

export async function inviteFor(turn: MemberTurn, agencyId: number): Promise<Reply[]> {
  const { texts, stores, secrets, actor, at, timezone, chat, botName } = turn;
  if (!can(actor, 'invite')) return [{ text: texts('chat.notAllowed') }];
  const agency = (await turn.frame()).agencies.find(({ id }) => id === agencyId);
  if (agency === undefined) return [{ text: texts('chat.inviteWhich') }];
  const { code, expiresAt } = await invitePerson(stores, secrets, {
    agencyId,
    role: 'officer',
    personName: null,
    initials: initialsOf(agency.name),
    actor,
    via: chat.channel,
    at,
    timezone,
  });
  const head = texts('join.invited', { code: bold(code), ...momentOf(expiresAt, timezone) });
  const letter =
    botName === null
      ? texts('join.invitationNoBot', { agency: agency.name, code })
      : texts('join.invitation', { agency: agency.name, code, bot: `@${botName}` });
  return [{ text: `${head}\n${letter}` }];
}

/** A secretary lets somebody in, or not, and both are told. Source: script TX-08. */
export async function settleNewcomer(
  turn: MemberTurn,
  settled: { readonly personId: number; readonly isConfirmed: boolean },
): Promise<Reply[]> {
  const { texts, stores } = turn;
  const result = await settlePerson(stores, settled, turn.acting);
  if (!result.ok) {
    const isLate = result.error.code === 'alreadySettled';
    return [{ text: texts(isLate ? 'join.alreadySettled' : 'chat.notAllowed') }];
  }
  const person = result.value;
  const agency = (await turn.frame()).agencies.find(({ id }) => id === person.agencyId);
  const wordsIn = (own: Texts) => ({
    person: person.name,
    role: roleWords(person.role, own),
    agency: agency?.name ?? '',
  });
  const words = wordsIn(texts);
  const key = `settled-person:${person.id}`;
  if (!settled.isConfirmed) {
    await notify(turn, { key, person, write: (own) => ({ text: own('join.youAreOut') }) });
    return [{ text: texts('join.rejected', words) }];
  }
  const write = (own: Texts) =>
    welcomeReply({ ...asMember(turn, person), texts: own }, own('join.youAreIn', wordsIn(own)));
  await notify(turn, { key, person, write });
  return [{ text: texts('join.confirmed', words) }];
}

/** «dữ liệu của tôi»: all that is kept of a person. */
export async function showMyData(turn: MemberTurn): Promise<Reply[]> {
  const { texts, person, chat, timezone } = turn;
  const agency = (await turn.frame()).agencies.find(({ id }) => id === person.agencyId);
  return [
    {
      text: texts('chat.myData', {
        name: person.name,
        title: person.title ?? texts('chat.myDataNoTitle'),
        role: roleWords(person.role, texts),
        agency: agency?.name ?? '',
        channel: chat.channel,
        date: momentOf(person.joinedAt, timezone).date,
      }),
    },
  ];
}
