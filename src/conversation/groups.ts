import { looksLikeCode } from '../domain/invitation-code.ts';
import { can } from '../domain/permission.ts';
import { redeemGroupCode } from '../usecases/join-office.ts';
import { joinFailure } from './join.ts';
import { asMember, type MemberTurn, type Reply, type Turn } from './turn.ts';

/** `/batdau` in a group: by a secretary, or with a leader's code. */
export async function bindGroup(
  turn: Turn,
  member: MemberTurn | null,
  code: string,
): Promise<Reply[]> {
  const { texts, stores, chat, at } = turn;
  const isSecretary = member !== null && can(member.actor, 'bindGroup');
  const refusal = isSecretary ? null : await redeemFor(turn, code);
  if (refusal !== null) return [refusal];
  await stores.conversations.bindGroup(chat, member?.person.id ?? null, at);
  await stores.audit.record({
    actor: member?.actor ?? null,
    action: 'group.bind',
    subject: `group:${chat.channel}:${chat.chatId}`,
    before: null,
    after: null,
    via: chat.channel,
    at,
  });
  return [{ text: texts('join.groupBound') }];
}

/** Null when the code was good. */
async function redeemFor(turn: Turn, code: string): Promise<Reply | null> {
  const { texts, stores, secrets, chat, sender, at } = turn;
  if (!looksLikeCode(code)) return { text: texts('join.groupNotAllowed') };
  const newcomer = { channel: chat.channel, userId: sender.id, at };
  const redeemed = await redeemGroupCode(stores, secrets, { newcomer, code });
  return redeemed.ok ? null : joinFailure(turn, redeemed.error);
}

export async function isBoundGroup({ stores, chat }: Turn): Promise<boolean> {
  const groups = await stores.conversations.groups();
  return groups.some(
    ({ address }) => address.channel === chat.channel && address.chatId === chat.chatId,
  );
}

/**
 * Who asks in a group: themselves where the office knows them; anybody in a bound leaders' group may
 * read what a leader may, without names and texts.
 */
export async function askerInGroup(
  turn: Turn,
  member: MemberTurn | null,
): Promise<MemberTurn | null> {
  if (member !== null) return member;
  if (!(await isBoundGroup(turn))) return null;
  return asMember(turn, {
    id: 0,
    name: '',
    title: null,
    role: 'leader',
    agencyId: 0,
    state: 'active',
    joinedAt: turn.at,
  });
}
