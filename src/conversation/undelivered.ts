import { can } from '../domain/permission.ts';
import { settleDelivery, settleUnreachable } from '../usecases/settle-undelivered.ts';
import { type Undelivered, undeliveredOf } from '../usecases/show-undelivered.ts';
import { momentOf } from '../views/deadlines.ts';
import type { Texts } from '../views/texts.ts';
import type { ChatAction } from './action.ts';
import type { MemberTurn, Option, Reply } from './turn.ts';

/** The most that one list names: two choices each, and a typed answer has two digits at most. */
const MOST_LISTED = 10;

/** «chưa chuyển được»: what did not arrive, each to be sent again or left. */
export async function showUndelivered(turn: MemberTurn): Promise<Reply[]> {
  const { texts, actor, stores } = turn;
  if (!can(actor, 'settleDelivery')) return [{ text: texts('chat.notAllowed') }];
  const all = await undeliveredOf(stores);
  if (all.length === 0) return [{ text: texts('undelivered.none') }];
  const listed = all.slice(0, MOST_LISTED);
  const rest = all.length - listed.length;
  return [
    {
      text: [
        texts('undelivered.title', { count: all.length }),
        ...listed.map((each, index) => lineOf(each, index, turn)),
        ...(rest === 0 ? [] : [texts('undelivered.more', { count: rest })]),
      ].join('\n'),
      options: listed.flatMap((each, index) => optionsOf(each, index, listed.length, texts)),
    },
  ];
}

/** The secretary's word on one of them. */
export async function takeUndelivered(
  turn: MemberTurn,
  action: Extract<ChatAction, { kind: 'settleDelivery' | 'settleUnreachable' }>,
): Promise<Reply[]> {
  const { texts, stores, acting } = turn;
  const { isSentAgain } = action;
  const settled =
    action.kind === 'settleDelivery'
      ? await settleDelivery(stores, { deliveryId: action.delivery, isSentAgain }, acting)
      : await settleUnreachable(stores, { personId: action.person, isSentAgain }, acting);
  if (!settled.ok) {
    const isLate = settled.error.code === 'alreadySettled';
    return [{ text: texts(isLate ? 'undelivered.alreadySettled' : 'chat.notAllowed') }];
  }
  if (settled.value === 'leftAlone') return [{ text: texts('chat.notResent') }];
  const isMessage = action.kind === 'settleDelivery';
  return [{ text: texts(isMessage ? 'chat.resent' : 'undelivered.writtenAgain') }];
}

function lineOf(each: Undelivered, index: number, { texts, timezone }: MemberTurn): string {
  const { person, agency } = each;
  const named = agency === null ? (person?.name ?? '') : `${person?.name ?? ''} (${agency.name})`;
  const who = person === null ? texts('undelivered.group') : named;
  const at = each.kind === 'unreachable' ? each.since : each.delivery.dueAt;
  const what = texts(`undelivered.${each.kind}`, { who, ...momentOf(at, timezone) });
  const [again, leave] = placesOf(index);
  return texts('undelivered.line', { what, again, leave });
}

function optionsOf(each: Undelivered, index: number, of: number, texts: Texts): Option[] {
  const [again, leave] = placesOf(index);
  const choose = (isSentAgain: boolean): ChatAction =>
    each.kind === 'unreachable'
      ? { kind: 'settleUnreachable', person: each.person.id, isSentAgain }
      : { kind: 'settleDelivery', delivery: each.delivery.id, isSentAgain };
  const labelled = (place: number, words: string) =>
    of === 1 ? words : texts('undelivered.place', { place, words });
  return [
    {
      label: labelled(again, texts('chat.resend')),
      typed: `${again}`,
      action: choose(true),
    },
    {
      label: labelled(leave, texts('undelivered.leave')),
      typed: `${leave}`,
      action: choose(false),
    },
  ];
}

/** The digits of an entry's two choices: 1 and 2 of the first, 3 and 4 of the second. */
function placesOf(index: number): readonly [number, number] {
  return [2 * index + 1, 2 * index + 2];
}
